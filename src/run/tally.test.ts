import { afterEach, expect, test, vi } from 'vitest'
import type { Context, Finding } from '../judges/judge.ts'
import { judges } from '../judges/registry.ts'
import { traceOf } from '../model/trace.ts'
import type { Attempt } from './attempt.ts'
import { exchangeOf, reply } from './run.fixture.ts'
import { count, findingFor, standingOf, type Tally } from './tally.ts'

const rule = 'versions/is-listed'
const other = 'versions/is-readable'
const context: Context = { edition: '2024-08', unsupported: new Set() }
const actions = [1, 2, 3].map(() => ({ operation: 'GetFunction', fn: 'f0' }) as const)
const source = { origin: { seed: 1, program: 'layers', length: 3, paths: [] }, actions }

const exchanges = [1, 2, 3].map((n) =>
  exchangeOf('GetFunction', { FunctionName: `f${n}` }, reply(200, {})),
)
const attempt: Attempt = {
  trace: traceOf(exchanges),
  stepsAfter: exchanges.map((_, index) => index + 1),
  exchanges,
  unsettled: false,
}

afterEach(() => {
  vi.restoreAllMocks()
})

const after = (...findings: readonly Finding[]): Tally => {
  const judge = vi.spyOn(judges, rule)
  return findings.reduce<Tally>((tally, finding) => {
    judge.mockReturnValueOnce(finding)
    return count(tally, [rule], source, attempt, context)
  }, new Map())
}

const violated = (at: number): Finding => ({ kind: 'violated', at, expected: 'e', actual: 'a' })

test('of a rule that nothing was said of nothing is known', () => {
  const nothing = { held: 0, judgingMs: 0, behaviours: new Set() }
  expect(standingOf(new Map(), rule)).toEqual(nothing)
  const { judgingMs, ...silent } = standingOf(after({ kind: 'silent' }), rule)
  expect(silent).toEqual({ held: 0, behaviours: new Set() })
  expect(judgingMs).toBeGreaterThan(0)
})

test('the times a rule held add up over traces', () => {
  const tally = after({ kind: 'held', times: 2 }, { kind: 'silent' }, { kind: 'held', times: 3 })
  expect(standingOf(tally, rule).held).toBe(5)
})

test('behaviours are gathered, each once', () => {
  const tally = after(
    { kind: 'observed', behaviours: ['one', 'two'] },
    { kind: 'observed', behaviours: ['two', 'three'] },
  )
  expect([...standingOf(tally, rule).behaviours]).toEqual(['one', 'two', 'three'])
})

test('the shortest breach of a rule is kept, with the actions and the calls up to it', () => {
  const { breach } = standingOf(after(violated(2), violated(1), violated(2)), rule)
  expect(breach?.finding.at).toBe(1)
  expect(breach?.actions).toEqual(source.actions.slice(0, 2))
  expect(breach?.origin.length).toBe(breach?.actions.length)
  expect(breach?.exchanges).toEqual(exchanges.slice(0, 2))
})

test('a judge that throws is remembered, and the others are asked all the same', () => {
  vi.spyOn(judges, rule).mockImplementation(() => {
    throw new TypeError('no such thing')
  })
  vi.spyOn(judges, other).mockReturnValue({ kind: 'held', times: 1 })
  const tally = count(new Map(), [rule, other], source, attempt, context)
  expect(standingOf(tally, rule).crash).toBe('no such thing')
  expect(standingOf(tally, other).held).toBe(1)
  expect(findingFor(rule, attempt, context)).toEqual({ kind: 'silent' })
})

test('a tally is not changed by what comes after it', () => {
  const tally = after({ kind: 'held', times: 1 })
  vi.spyOn(judges, rule).mockReturnValue({ kind: 'held', times: 1 })
  count(tally, [rule], source, attempt, context)
  expect(standingOf(tally, rule).held).toBe(1)
})
