import { expect, test } from 'vitest'
import type { ConformanceEvent, Plan } from '../run/event.ts'
import { createProgress, type Progress } from './progress.ts'

const plan: Plan = {
  endpoint: 'http://127.0.0.1:9001',
  seed: 7,
  profile: 'quick',
  rules: 140,
  programs: { directed: 30, random: 0, atOnce: 0 },
  creates: { functions: 12, layers: 1, aliases: 0 },
  expectedRequests: 250,
  maxRequests: 300,
}

const progressed = (requests: number): ConformanceEvent => ({
  kind: 'progress',
  phase: 'directed',
  requests,
  rulesJudged: 12,
  rules: 140,
  elapsedMs: 0,
})

const start = (live: boolean, columns?: number, planFirst = false) => {
  const written: string[] = []
  const clock = { ms: 0 }
  const stream = {
    write: (text: string) => written.push(text),
    ...(columns === undefined ? {} : { columns }),
  }
  const progress: Progress = createProgress({
    stream,
    live,
    subject: plan.endpoint,
    planFirst,
    now: () => clock.ms,
  })
  return { written, clock, progress }
}

test('without a terminal there is one plain line for each phase', () => {
  const { written, clock, progress } = start(false)
  progress.on({ kind: 'planned', plan })
  progress.on({ kind: 'phase', phase: 'probe' })
  progress.on({ kind: 'probed', unsupported: ['CreateAlias', 'GetPolicy'] })
  progress.on({ kind: 'phase', phase: 'directed' })
  for (let requests = 1; requests < 50; requests += 1) progress.on(progressed(requests))
  clock.ms = 2_340
  progress.on({ kind: 'judged', rule: 'a/b', verdict: 'fail' })
  progress.on({ kind: 'phase', phase: 'clean-up' })
  progress.end()
  expect(written.join('')).toMatchInlineSnapshot(`
    "140 rules on http://127.0.0.1:9001: about 250 calls, 300 at most; creates up to 12 functions, 1 layer, more only to shrink a failure; quick, seed 7
    probe · 0/140 rules judged · 0 calls · 0.0 s
    not implemented: CreateAlias, GetPolicy
    directed · 0/140 rules judged · 0 calls · 0.0 s
    clean-up · 12/140 rules judged · 1 failed · 49 calls · 2.3 s
    "
  `)
})

test('on a terminal the line is drawn over itself, and taken away at the end', () => {
  const { written, clock, progress } = start(true)
  progress.on({ kind: 'planned', plan })
  clock.ms = 1_000
  progress.on(progressed(50))
  progress.end()
  expect(written.at(-2)).toBe(
    '\r\u001b[2Kdirected · 12/140 rules judged · 50 calls · 1.0 s · about 4 s left',
  )
  expect(written.at(-1)).toBe('\r\u001b[2K')
})

test('a terminal is written to ten times a second at most', () => {
  const { written, clock, progress } = start(true)
  for (let ms = 0; ms < 1_000; ms += 1) {
    clock.ms = ms
    progress.on(progressed(ms))
    progress.redraw()
  }
  expect(written).toHaveLength(10)
})

test('the live line never fills the last column', () => {
  const { written, progress } = start(true, 20)
  progress.on(progressed(50))
  expect(written).toEqual(['\r\u001b[2Kdirected · 12/140 r'])
})

test('a note stands above the live line', () => {
  const { written, progress } = start(true)
  progress.on(progressed(1))
  progress.note('hello')
  expect(written.at(-1)).toBe('\r\u001b[2Khello\n')
})

test('nothing is drawn after the end', () => {
  const { written, progress, clock } = start(true)
  progress.end()
  const before = written.length
  clock.ms = 5_000
  progress.redraw()
  progress.end()
  expect(written).toHaveLength(before)
})

test('without a terminal nothing is said before the subject answers', () => {
  const { written, progress } = start(false)
  progress.on({ kind: 'planned', plan })
  progress.on({ kind: 'phase', phase: 'probe' })
  progress.end()
  expect(written).toEqual([])
})

test('on another machine the plan is said first', () => {
  const { written, progress } = start(false, 80, true)
  progress.on({ kind: 'planned', plan })
  expect(written.join('')).toContain('creates up to 12 functions, 1 layer')
})
