import { expect, test } from 'vitest'
import { failureFile } from '../report/failure-file.ts'
import { repeatPublishFailure, reportOf, ruleReport } from '../report/report.fixture.ts'
import type { Failure, FailureStep } from '../report/report.ts'
import { lostUpdateFailure } from '../report/timeline.fixture.ts'
import { readDocument, type Document } from './document.ts'

const failing = (failure: Failure) =>
  ruleReport('no-change/repeat-publish-returns-same-version', 'fail', { failure })

const fileOf = (failure: Failure) => {
  const rule = failing(failure)
  return failureFile(reportOf([rule]), rule, failure)
}

const read = (value: unknown): Extract<Document, { kind: 'failures' }> => {
  const document = readDocument(JSON.stringify(value, null, 2))
  if (document.kind === 'failures') return document
  throw new Error(document.why)
}

test('a file of failures/ gives its calls back, with what it tells of the run', () => {
  const { circumstances, programs, ofClients } = read(fileOf(repeatPublishFailure))
  expect(circumstances).toMatchObject({ edition: '2024-08', profile: 'standard' })
  expect(ofClients).toBe(0)
  expect(programs).toMatchObject([
    {
      breaks: 'no-change/repeat-publish-returns-same-version',
      replay: repeatPublishFailure.replay,
    },
  ])
  expect(programs[0]?.exchanges.map(({ call }) => call)).toEqual(
    repeatPublishFailure.steps.map(({ call }) => call),
  )
})

test('a report.json gives the calls of all its failures', () => {
  const report = reportOf([
    ruleReport('a/b', 'pass'),
    failing(repeatPublishFailure),
    ruleReport('names/a', 'fail', { failure: repeatPublishFailure }),
  ])
  expect(read(report).programs).toHaveLength(2)
  expect(read(reportOf([ruleReport('a/b', 'pass')])).programs).toEqual([])
})

test('of a race the clients and the times come back', () => {
  const [program] = read(fileOf(lostUpdateFailure)).programs
  const timings = lostUpdateFailure.steps.map(({ timing }) => timing)
  expect(
    program?.exchanges.map(({ lane, startedAtMs, endedAtMs }) => ({
      lane: lane ?? 0,
      startedAtMs,
      endedAtMs,
    })),
  ).toEqual(timings)
  expect(timings.some((timing) => (timing?.lane ?? 0) > 1)).toBe(true)
})

const lastStep = repeatPublishFailure.steps.at(-1)!
const withLast = (over: Partial<FailureStep>): unknown => ({
  ...fileOf(repeatPublishFailure),
  steps: [{ ...lastStep, ...over }],
})
const outcomeOf = (over: Partial<FailureStep>) =>
  read(withLast(over)).programs[0]?.exchanges[0]?.outcome

test('a reply that never came is lost again, for the same reason', () => {
  expect(outcomeOf({ response: { lost: 'timeout: no reply: not within 10 s' } })).toEqual({
    kind: 'lost',
    reason: 'timeout',
    message: 'no reply: not within 10 s',
  })
  expect(outcomeOf({ response: { lost: 'nobody knows' } })).toMatchObject({
    reason: 'connection-lost',
  })
})

test('a body that is too long to have been kept whole is not kept', () => {
  const body = `"${'x'.repeat(16_384)}… (cut: 30000 characters in all)`
  expect(outcomeOf({ response: { status: 200, headers: {}, body } })).toMatchObject({
    body: { kind: 'not-json', why: expect.stringMatching(/^not kept/) },
  })
})

test('a failure that a client made is counted, and not judged', () => {
  const client = { told: { nothing: 'x' }, wire: [] }
  expect(read(withLast({ client }))).toMatchObject({ programs: [], ofClients: 1 })
})

const race = (timing: object): unknown =>
  withLast({ timing: timing as NonNullable<FailureStep['timing']> })

test.each<[string, unknown, string]>([
  ['a HAR file', { log: { version: '1.2' } }, 'it has neither steps nor rules'],
  ['a list', [], 'it is no object'],
  [
    'an edition of the future',
    { ...fileOf(repeatPublishFailure), edition: '2099-01' },
    'edition is no edition that this release knows',
  ],
  ['steps that are none', { ...fileOf(repeatPublishFailure), steps: 'x' }, 'steps is no list'],
  ['a step without a call', withLast({ call: undefined as never }), 'steps[0].call is missing'],
  [
    'a client below 0',
    race({ lane: -1, startedAtMs: 0, endedAtMs: 1 }),
    'steps[0].timing.lane is no whole number from 0 to 64',
  ],
  ['a report without a subject', { ...reportOf([]), subject: undefined }, 'subject is missing'],
  [
    'a seed beyond all seeds',
    { ...fileOf(repeatPublishFailure), seed: 1e300 },
    'seed is no whole number from 0 to 2147483647',
  ],
])('%s is none of ours', (_what, value, why) => {
  expect(readDocument(JSON.stringify(value))).toEqual({ kind: 'misfit', why })
})

test.each([
  ['half a file', '{', 'it is no JSON'],
  ['a deep one', `{"steps":${'['.repeat(1_000)}`, 'nested more than 300 levels deep'],
])('%s is none of ours', (_what, text, why) => {
  expect(readDocument(text)).toEqual({ kind: 'misfit', why })
})

test.each([
  'not an address',
  'reports/trace.ndjson',
  'http://user:password@127.0.0.1:1',
  'file:///x',
])('an endpoint like %s is not told on', (endpoint) => {
  expect(read({ ...fileOf(repeatPublishFailure), endpoint }).circumstances).not.toHaveProperty(
    'endpoint',
  )
})
