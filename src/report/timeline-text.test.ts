import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { failureText } from './failure-text.ts'
import { colours, noColours } from './paint.ts'
import { repeatPublishFailure, reportOf, ruleReport } from './report.fixture.ts'
import { busyRaceFailure, lostUpdateFailure, raceStep, reply } from './timeline.fixture.ts'
import { timelineText } from './timeline-text.ts'

const textOf = (failure = lostUpdateFailure, width = 100): string =>
  timelineText(failure, width, noColours).join('\n')

test('two updates with one RevisionId are seen to be under way at once, and both to be accepted', () => {
  expect(`\n${textOf()}\n`).toMatchInlineSnapshot(`
    "
      timeline  2 clients called at once; a bar goes from a call to its reply
                ms        0               5               10               15              20
                client 1  ├─ 3 ✗ UpdateFunctionCode (code xbuh8N) if A → 200, now C ───────────────────┤
                client 2   ├─ 2 ✗ UpdateFunctionCode (code XumxpP) if A → 200, now B ────┤
                  1 before                 CreateFunction f0 (code hznHbm) → 201, RevisionId A
                ✗ 2 client 2  0.6–19.3 ms  UpdateFunctionCode f0 (code XumxpP, RevisionId A) → 200,
                                           RevisionId B
                ✗ 3 client 1  0.0–23.8 ms  UpdateFunctionCode f0 (code xbuh8N, RevisionId A) → 200,
                                           RevisionId C
                  4 after                  GetFunctionConfiguration f0 → 200, RevisionId B, code XumxpP
                RevisionIds: A=6c1f8e02…, B=27b4c6f9…, C=e93d5a17…
                ✗ these two answers cannot both be true, in whatever order the calls took effect
    "
  `)
})

test('time that is left out is marked in every lane, and a call without a reply has no end', () => {
  expect(`\n${textOf(busyRaceFailure, 90).split('\n').slice(0, 7).join('\n')}\n`)
    .toMatchInlineSnapshot(`
      "
        timeline  5 clients called at once; a bar goes from a call to its reply
                  ms        0         10         20         30         40   ≈          5,040
                  client 1  ├─ 5 ✗ 200, now C ───────┤├ 8 ┤                 ≈
                  client 2  ├─ 3 ✗ 200, now B ──┤├─ 6 ┤       ├─ 9 200 ────┤≈
                  client 3    ├ 7 PublishVersion → 409 ┤                    ≈ ├ 10 no reply ?
                  client 4   ├─ 4 412 ───────────┤                          ≈
                  client 5                                                  ≈      ├─ 11 201 ──┤
      "
    `)
  expect(textOf(busyRaceFailure)).toContain(
    '≈ 4,988 ms left out, in which nothing began and nothing ended',
  )
})

test('on a narrow terminal the words stand below who called', () => {
  expect(`\n${textOf(lostUpdateFailure, 60)}\n`).toMatchInlineSnapshot(`
    "
      timeline  2 clients called at once; a bar goes from a call
                to its reply
                ms        0      5       10      15      20
                client 1  ├─ 3 ✗ UpdateFunctionCode → 200 ─────┤
                client 2  ├─ 2 ✗ 200, now B ────────────┤
                  1 before
                    CreateFunction f0 (code hznHbm) → 201,
                    RevisionId A
                ✗ 2 client 2  0.6–19.3 ms
                    UpdateFunctionCode f0 (code XumxpP,
                    RevisionId A) → 200, RevisionId B
                ✗ 3 client 1  0.0–23.8 ms
                    UpdateFunctionCode f0 (code xbuh8N,
                    RevisionId A) → 200, RevisionId C
                  4 after
                    GetFunctionConfiguration f0 → 200,
                    RevisionId B, code XumxpP
                RevisionIds: A=6c1f8e02…, B=27b4c6f9…,
                C=e93d5a17…
                ✗ these two answers cannot both be true, in
                whatever order the calls took effect
    "
  `)
})

const widths = [60, 61, 67, 72, 80, 99, 120, 160]
test.each(widths)(
  'at %i columns no line is wider, none is empty, none ends in a blank',
  (width) => {
    for (const failure of [lostUpdateFailure, busyRaceFailure]) {
      for (const line of timelineText(failure, width, noColours)) {
        expect(Array.from(line).length).toBeLessThanOrEqual(width)
        expect(line).toMatch(/\S$/)
      }
    }
  },
)

test('colour adds codes and changes no text, and red are the calls that cannot be', () => {
  const coloured = timelineText(lostUpdateFailure, 100, colours)
  expect(coloured.map(stripVTControlCharacters)).toEqual(
    timelineText(lostUpdateFailure, 100, noColours),
  )
  const red = coloured.filter((line) => line.includes('\u001b[31m'))
  expect(red).toHaveLength(5)
  expect(red.every((line) => line.includes('✗'))).toBe(true)
})

test('a failure without clients has no timeline', () => {
  expect(timelineText(repeatPublishFailure, 100, noColours)).toEqual([])
})

const instant = (lane: number, at: number) =>
  raceStep([lane, at, at], 'PublishVersion', {}, reply({ status: 201 }))

test('calls that took no time are seen all the same, one after another', () => {
  const steps = [instant(1, 0), instant(1, 0), instant(2, 0)]
  const [, , first, second] = textOf({ ...lostUpdateFailure, steps, impossible: [] }).split('\n')
  expect(first?.trim()).toBe('client 1  ├1┤├2┤')
  expect(second?.trim()).toBe('client 2  ├3┤')
})

test('a client with more calls than there are columns keeps its line', () => {
  const calls = Array.from({ length: 200 }, (_, index) => instant(1, index))
  const text = textOf(
    { ...lostUpdateFailure, steps: [...calls, instant(2, 0)], impossible: [9] },
    60,
  )
  expect(text).toContain('client 1  ││ │ ││ │ │ ││ ✗ │ ││ │ ││ │ │ ││ │ ││\n')
  expect(text).toContain('and 177 more calls, in report.json')
})

test('nothing a subject answers reaches the terminal as a command', () => {
  const hostile = '\u001b[2J\u202e\u0000\ud800\n'
  const steps = [
    raceStep(
      [1, 0, 1],
      'UpdateFunctionConfiguration',
      { Description: hostile, [hostile]: hostile, RevisionId: hostile },
      reply({ status: 200, body: { RevisionId: hostile, Version: hostile, CodeSha256: hostile } }),
    ),
    raceStep([2, 0, 1], 'PublishVersion', {}, reply({ status: 400, error: hostile })),
    raceStep([2, 1, 2], 'PublishVersion', {}, { lost: hostile }),
  ]
  expect(textOf({ ...lostUpdateFailure, steps, seen: hostile })).not.toMatch(
    /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u,
  )
})

const told = (seen: string): string => {
  const rule = ruleReport('concurrency/x', 'fail', { failure: { ...lostUpdateFailure, seen } })
  const options = { width: 140, paint: noColours }
  return failureText(reportOf([rule]), rule, options).join('\n')
}

test('a failure of a race says who called at once, how it is run again, and has no lines for a shell', () => {
  const text = told('1 of 6')
  expect(text).toContain(
    '  after     CreateFunction, then at once: UpdateFunctionCode by client 1, UpdateFunctionCode by client 2, then GetFunctionConfiguration',
  )
  expect(text).toContain('\n  timeline  2 clients called at once')
  expect(text).toContain('--replay 1823:race-code-updates-2:4')
  expect(text).not.toContain('curl')
})

test('a race that did not come each time is said to be proven by what was recorded', () => {
  const proof = ': a race need not come again; the calls as they were recorded are the proof'
  expect(told('1 of 6')).toContain(`  seen      1 of 6 times${proof}\n`)
  expect(told('6 of 6')).toContain('  seen      6 of 6 times\n')
})
