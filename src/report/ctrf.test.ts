import { validate, type CTRFReport } from 'ctrf'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ctrfJson } from './ctrf.ts'
import { arbitraryReport } from './outcome.fixture.ts'
import { repeatPublishFailure as failure, reportOf, ruleReport } from './report.fixture.ts'
import type { Report } from './report.ts'
import { lostUpdateFailure } from './timeline.fixture.ts'

const ctrfOf = (report: Report): CTRFReport => JSON.parse(ctrfJson(report))
const listed = { kind: 'expected', reason: 'being mended' } as const
const everyKind = reportOf(
  [
    ruleReport('names/a', 'pass', { durationMs: 12.6 }),
    ruleReport('no-change/repeat', 'fail', { failure }),
    ruleReport('names/b', 'fail', { failure, level: 'should' }),
    ruleReport('names/c', 'fail', { failure, baseline: listed }),
    ruleReport('names/d', 'harness-error', { reason: 'a bug' }),
    ruleReport('names/e', 'unsupported'),
    ruleReport('names/f', 'unexercised'),
    ruleReport('names/g', 'blocked'),
    ruleReport('names/h', 'undecided'),
  ],
  {
    baseline: {
      file: 'known.yaml',
      tolerated: 1,
      problems: [
        { kind: 'stale', entry: 'names/a', line: 7, message: 'names/a passes: remove it' },
      ],
    },
  },
)

test('a rule is a test with its status, and with our verdict as it is', () => {
  const { tests } = ctrfOf(everyKind).results
  expect(tests.map(({ name, status, rawStatus }) => `${name} ${status} ${rawStatus}`)).toEqual([
    'names/a passed pass',
    'no-change/repeat failed fail',
    'names/b other fail',
    'names/c other fail',
    'names/d failed harness-error',
    'names/e skipped unsupported',
    'names/f pending unexercised',
    'names/g pending blocked',
    'names/h other undecided',
    'stale: names/a failed stale',
  ])
})

test('a failure tells its line, its text, where it is documented and how to run it again', () => {
  expect(ctrfOf(everyKind).results.tests[1]).toEqual({
    name: 'no-change/repeat',
    testId: 'no-change/repeat',
    status: 'failed',
    rawStatus: 'fail',
    duration: 2,
    suite: ['no-change'],
    tags: ['must', 'documented'],
    message: 'expected Version "1", already made from this code and configuration, got Version "2"',
    trace: expect.stringContaining('\n  expected  Version "1"'),
    extra: {
      title: 'the title of no-change/repeat',
      citations: [
        'AWS Lambda API Reference, PublishVersion (2024-08), introduction, second paragraph',
      ],
      seed: 1823,
      replay: '1823:4:0:1',
      replayCommand:
        'lambda-conformance run --endpoint http://127.0.0.1:9001 --rule no-change/repeat --replay 1823:4:0:1',
      seen: '3 of 3',
      signature: 'Version "N"',
    },
  })
})

test('the trace of a race says who called at once', () => {
  const race = ruleReport('concurrency/x', 'fail', { failure: lostUpdateFailure })
  expect(ctrfOf(reportOf([race])).results.tests[0]).toMatchObject({
    trace: expect.stringContaining('\n  timeline  2 clients called at once; '),
    extra: { replay: '1823:race-code-updates-2:4', seen: '1 of 6' },
  })
})

test('the times are those of the run', () => {
  const { timestamp, results } = ctrfOf(everyKind)
  const start = Date.parse('2026-11-21T08:00:00.000Z')
  expect(timestamp).toBe('2026-11-21T08:00:00.000Z')
  expect(results.summary).toMatchObject({ start, stop: start + 5_234, duration: 5_234 })
  expect(results.summary).toMatchObject({ tests: 10, passed: 1, failed: 3, other: 3, pending: 2 })
})

test('a run that judged nothing has a failed test', () => {
  const { summary, tests } = ctrfOf(reportOf([ruleReport('a/b', 'unexercised')])).results
  expect(summary.failed).toBe(1)
  expect(tests.at(-1)).toMatchObject({ name: 'judges-something', rawStatus: 'untested' })
})

test('every report is valid, red exactly when the gate is not kept, and the same bytes each time', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const json = ctrfJson(report)
      expect(ctrfJson(structuredClone(report))).toBe(json)
      const ctrf: CTRFReport = JSON.parse(json)
      expect(ctrf.results.summary.failed > 0).toBe(report.gate?.verdict !== 'conforms')
    }),
  )
  for (const report of [everyKind, reportOf([]), ...fc.sample(arbitraryReport, 5)])
    expect(validate(ctrfOf(report)).errors ?? []).toEqual([])
})

test('the validator does find fault', () => {
  const ctrf = ctrfOf(everyKind)
  expect(validate({ ...ctrf, results: { ...ctrf.results, tests: [{ name: 'x' }] } }).valid).toBe(
    false,
  )
})

test('what a terminal obeys is written as JSON writes it', () => {
  const json = ctrfJson(reportOf([ruleReport('names/a', 'pass', { title: 'a\u009b2J\u202eb' })]))
  expect(json).toContain(String.raw`a\u009b2J\u202eb`)
})
