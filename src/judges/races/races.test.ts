import { expect, test } from 'vitest'
import type { Call, JsonObject } from '../../call.ts'
import type { Exchange, Outcome } from '../../drivers/driver.ts'
import { traceOf } from '../../model/trace.ts'
import { ownPackage, packages } from '../../programs/packages.ts'
import { lost, reply } from '../../run/run.fixture.ts'
import { concurrencyJudges } from '../concurrency.ts'

type RuleName = keyof typeof concurrencyJudges

const settingsOf = (nth: number): JsonObject => ({
  Description: `by call ${nth}`,
  MemorySize: 128 + 64 * nth,
  Timeout: 3 + nth,
})
const created = {
  ...settingsOf(0),
  CodeSha256: packages.a.sha256.base64,
  CodeSize: packages.a.bytes.length,
}
const active = { State: 'Active', LastUpdateStatus: 'Successful' }
const shown = (content: JsonObject, RevisionId: string): JsonObject => ({
  FunctionName: 'f',
  Version: '$LATEST',
  ...active,
  ...content,
  RevisionId,
})
const version = (number: number, content: JsonObject): JsonObject => ({
  ...shown(content, `of version ${number}`),
  Version: String(number),
})
const codeOf = (nth: number): JsonObject => {
  const { sha256, bytes } = ownPackage(nth)
  return { CodeSha256: sha256.base64, CodeSize: bytes.length }
}

/** One after another at whole milliseconds, in a lane from the time given on for ten. */
type Told = readonly [
  operation: Call['operation'],
  input: JsonObject,
  outcome: Outcome,
  lane?: readonly [lane: number, at: number],
]

const find = (rule: RuleName, told: readonly Told[]) => {
  const exchanges = told.map(([operation, input, outcome, lane], index): Exchange => {
    const [number, at = 0] = lane ?? []
    const startedAtMs = number === undefined ? (index < 3 ? index : 1_000 + index) : 100 + at
    return {
      call: { operation, input: { FunctionName: 'f', ...input } },
      request: { method: 'POST', path: '/', headers: {} },
      outcome,
      ...(number === undefined ? {} : { lane: number }),
      startedAtMs,
      endedAtMs: startedAtMs + (number === undefined ? 0.5 : 10),
    }
  })
  const context = { edition: '2024-08', unsupported: new Set<never>() } as const
  return concurrencyJudges[rule](traceOf(exchanges), context)
}

const creation: Told = [
  'CreateFunction',
  { ...settingsOf(0), Code: { ZipFile: packages.a.base64 } },
  reply(201, shown(created, 'r0')),
]
const configure = (nth: number, outcome: Outcome, lane: number, guard?: string): Told => [
  'UpdateFunctionConfiguration',
  { ...settingsOf(nth), ...(guard === undefined ? {} : { RevisionId: guard }) },
  outcome,
  [lane, 0],
]
const upload = (
  nth: number,
  outcome: Outcome,
  at?: readonly [number, number],
  extra = {},
): Told => [
  'UpdateFunctionCode',
  { ZipFile: ownPackage(nth).base64, ...extra },
  outcome,
  ...(at === undefined ? ([] as const) : ([at] as const)),
]
const accepted = (nth: number, revision: string): Outcome =>
  reply(200, shown({ ...created, ...settingsOf(nth) }, revision))
const stale = reply(
  412,
  { message: 'stale' },
  { 'x-amzn-errortype': 'PreconditionFailedException' },
)
const busy = reply(409, { message: 'busy' }, { 'x-amzn-errortype': 'ResourceConflictException' })
const readAs = (content: JsonObject, revision: string): Told => [
  'GetFunctionConfiguration',
  {},
  reply(200, shown(content, revision)),
]
const publish = (outcome: Outcome, lane: number, extra = {}): Told => [
  'PublishVersion',
  extra,
  outcome,
  [lane, 0],
]
const listOf = (...versions: readonly JsonObject[]): Told => [
  'ListVersionsByFunction',
  {},
  reply(200, { Versions: [shown(created, 'r9'), ...versions] }),
]

test('two accepted updates with one RevisionId are the pair that cannot be', () => {
  const finding = find('concurrency/one-configuration-update-by-one-revision-id', [
    creation,
    configure(1, accepted(1, 'r1'), 1, 'r0'),
    configure(2, stale, 2, 'r0'),
    configure(3, accepted(3, 'r3'), 3, 'r0'),
  ])
  expect(finding).toEqual({
    kind: 'violated',
    at: 3,
    impossible: [1, 3],
    expected: 'at most one of 3 calls with RevisionId "r0" accepted',
    actual:
      'accepted: UpdateFunctionConfiguration of client 1 and UpdateFunctionConfiguration of client 3',
  })
})

test('one client that gives a RevisionId twice is no race', () => {
  const finding = find('concurrency/one-configuration-update-by-one-revision-id', [
    creation,
    configure(1, accepted(1, 'r1'), 1, 'r0'),
    configure(2, accepted(2, 'r2'), 1, 'r0'),
    readAs({ ...created, ...settingsOf(2) }, 'r2'),
  ])
  expect(finding.kind).toBe('silent')
})

test('where all are refused because an update is in progress, none was accepted wrongly', () => {
  const finding = find('concurrency/one-configuration-update-by-one-revision-id', [
    creation,
    configure(1, busy, 1, 'r0'),
    configure(2, busy, 2, 'r0'),
  ])
  expect(finding.kind).toBe('silent')
})

test('an update whose reply was lost may be what is there in the end, also one from before the race', () => {
  const rule = 'concurrency/accepted-update-is-not-lost'
  const race = (before: Outcome) => [
    creation,
    upload(1, before),
    upload(2, reply(200, shown({ ...created, ...codeOf(2) }, 'r2')), [1, 0]),
    upload(3, lost('connection-lost'), [2, 0]),
    readAs({ ...created, ...codeOf(1) }, 'r9'),
  ]
  expect(find(rule, race(lost('connection-lost'))).kind).toBe('held')
  const finding = find(rule, race(reply(200, shown({ ...created, ...codeOf(1) }, 'r1'))))
  expect(finding).toMatchObject({ kind: 'violated', impossible: [2, 4] })
})

test('an earlier update that is still there after a later one was accepted shows that the later one is lost', () => {
  const finding = find('concurrency/accepted-update-is-not-lost', [
    creation,
    upload(1, reply(200, shown({ ...created, ...codeOf(1) }, 'r1')), [1, 0]),
    upload(2, reply(200, shown({ ...created, ...codeOf(2) }, 'r2')), [1, 20]),
    readAs({ ...created, ...codeOf(1) }, 'r9'),
  ])
  expect(finding.kind).toBe('violated')
})

test('a version that nobody was told of may be that of a publish whose reply was lost', () => {
  const rule = 'concurrency/refused-publish-makes-no-version'
  const race = (other: Outcome) => [
    creation,
    publish(stale, 1, { RevisionId: 'r' }),
    publish(other, 2),
    listOf(version(1, created)),
  ]
  expect(find(rule, race(lost('timeout'))).kind).toBe('held')
  expect(find(rule, race(reply(201, version(1, created)))).kind).toBe('held')
  expect(find(rule, race(busy))).toMatchObject({ kind: 'violated', impossible: [1, 2, 3] })
})

test('publishes beside an update may make two versions', () => {
  const rule = 'concurrency/publishes-of-one-change-make-one-version'
  const publishes = [
    publish(reply(201, version(1, created)), 1),
    publish(reply(201, version(2, created)), 2),
  ]
  expect(find(rule, [creation, ...publishes]).kind).toBe('violated')
  expect(find(rule, [creation, ...publishes, configure(3, accepted(3, 'r3'), 3)]).kind).toBe(
    'silent',
  )
  expect(find(rule, [creation, ...publishes, configure(3, lost('timeout'), 3)]).kind).toBe('silent')
  expect(find(rule, [creation, ...publishes, configure(3, stale, 3, 'r')]).kind).toBe('violated')
})

test('a version is told by its number only where nobody else was given that number', () => {
  const rule = 'concurrency/deployment-publishes-its-own-code'
  const deployed = (nth: number, shownCode: number, lane: number): Told =>
    upload(nth, reply(200, version(1, { ...created, ...codeOf(shownCode) })), [lane, 0], {
      Publish: true,
    })
  expect(find(rule, [creation, deployed(1, 1, 1), deployed(2, 2, 2)]).kind).toBe('held')
  expect(find(rule, [creation, deployed(1, 2, 1), upload(2, busy, [2, 0])])).toMatchObject({
    kind: 'violated',
    impossible: [1, 2],
  })
})

const publishedBeside = (content: JsonObject): readonly Told[] => [
  creation,
  configure(1, accepted(1, 'r1'), 1),
  publish(reply(201, version(1, { ...created, ...content })), 2),
]

test("the settings of two updates in one version are a mixture, those of none are somebody else's", () => {
  const rule = 'concurrency/version-mixes-no-updates'
  expect(find(rule, publishedBeside(settingsOf(1))).kind).toBe('held')
  expect(find(rule, publishedBeside({ ...settingsOf(1), Timeout: 3 })).kind).toBe('violated')
  expect(find(rule, publishedBeside({ ...settingsOf(1), Timeout: 77 })).kind).toBe('held')
  expect(find(rule, publishedBeside({ CodeSize: 1 })).kind).toBe('held')
})

test('a function that is deleted beside a creation without a reply may be there again', () => {
  const rule = 'concurrency/deleted-function-stays-deleted'
  const race = (made: Outcome): readonly Told[] => [
    ['CreateFunction', creation[1], made],
    ['DeleteFunction', {}, reply(204), [1, 0]],
    configure(1, busy, 2),
    readAs(created, 'r0'),
  ]
  expect(find(rule, race(creation[2])).kind).toBe('violated')
  expect(find(rule, race(lost('timeout'))).kind).toBe('silent')
})

test('a trace without calls at once says nothing', () => {
  for (const rule of Object.keys(concurrencyJudges) as RuleName[]) {
    expect({ rule, kind: find(rule, [creation, readAs(created, 'r0')]).kind }).toEqual({
      rule,
      kind: 'silent',
    })
  }
})
