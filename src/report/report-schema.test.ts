import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { editions } from '../../spec/editions.ts'
import { operationNames } from '../../spec/operations.ts'
import { repeatPublishFailure, reportOf, ruleReport } from './report.fixture.ts'
import { profiles, type Failure, type Report } from './report.ts'
import { busyRaceFailure, lostUpdateFailure } from './timeline.fixture.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../spec/report/report.schema.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(schema)

const errorsOf = (report: unknown): readonly string[] => {
  validate(report)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const failed = ruleReport('no-change/repeat', 'fail', { failure: repeatPublishFailure })
const report: Report = reportOf([
  failed,
  ruleReport('a/b', 'pass', {
    level: 'may',
    observed: ['new version'],
    edition: { from: '2019-06', to: '2024-08' },
  }),
  ruleReport('a/c', 'harness-error', { reason: 'x', level: 'should' }),
])

test('a report of every kind of rule keeps the schema', () => {
  expect(errorsOf(report)).toEqual([])
  expect(errorsOf(reportOf([]))).toEqual([])
})

test('a step without a reply keeps the schema', () => {
  const steps = repeatPublishFailure.steps.map((step) => ({
    ...step,
    response: { lost: 'timeout' },
  }))
  expect(errorsOf(reportOf([{ ...failed, failure: { ...repeatPublishFailure, steps } }]))).toEqual(
    [],
  )
})

test('a race keeps the schema, with the times of its calls and those that cannot be', () => {
  for (const failure of [lostUpdateFailure, busyRaceFailure])
    expect(errorsOf(reportOf([{ ...failed, failure }]))).toEqual([])
})

/** The race with something in place of the times of its first call. */
const timed = (timing: object): object => {
  const [first, ...rest] = lostUpdateFailure.steps
  const steps = [{ ...first, timing }, ...rest]
  return reportOf([{ ...failed, failure: { ...lostUpdateFailure, steps } as Failure }])
}

test.each<[string, object]>([
  ['a call without its end', timed({ lane: 1, startedAtMs: 0 })],
  ['half a client', timed({ lane: 0.5, startedAtMs: 0, endedAtMs: 1 })],
  ['a client below 0', timed({ lane: -1, startedAtMs: 0, endedAtMs: 1 })],
  ['a time in words', timed({ lane: 1, startedAtMs: '0', endedAtMs: 1 })],
  [
    'a step before the first that cannot be',
    reportOf([{ ...failed, failure: { ...lostUpdateFailure, impossible: [-1] } }]),
  ],
  ['an unknown member', { ...report, extra: 1 }],
  ['an unknown member of a rule', { ...report, rules: [{ ...failed, extra: 1 }] }],
  ['a missing member', { ...report, run: undefined }],
  ['another schema version', { ...report, schemaVersion: 2 }],
  [
    'a failure that is told by a rule that passed',
    { ...report, rules: [{ ...failed, verdict: 'pass' }] },
  ],
  ['a failed rule without its failure', { ...report, rules: [ruleReport('a/b', 'fail')] }],
  ['a share above 1', { ...report, summary: { ...report.summary, coverage: 1.01 } }],
  ['a verdict nobody knows', { ...report, rules: [{ ...failed, verdict: 'flaky' }] }],
  [
    'an operation nobody knows',
    { ...report, subject: { ...report.subject, operations: { Invoke: 'supported' } } },
  ],
])('%s breaks the schema', (_what, broken) => {
  expect(errorsOf(JSON.parse(JSON.stringify(broken)))).not.toEqual([])
})

test('the closed lists of the schema are those of the code', () => {
  expect(schema.$defs.edition.enum).toEqual(editions)
  expect(schema.$defs.operation.enum).toEqual(operationNames)
  expect(schema.properties.run.properties.profile.enum).toEqual(profiles)
})
