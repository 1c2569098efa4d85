import { expect, test } from 'vitest'
import { repeatPublishFailure } from './report.fixture.ts'
import type { Failure, FailureStep } from './report.ts'
import {
  busyRaceFailure,
  lostUpdateFailure,
  packages,
  raceStep,
  reply,
  revisions,
} from './timeline.fixture.ts'
import { impossibleInWords, timelineOf, type Timeline } from './timeline.ts'

const drawn = (failure: Pick<Failure, 'steps' | 'impossible'>, most = 80): Timeline => {
  const timeline = timelineOf(failure, most)
  if (timeline === undefined) throw new Error('no client called')
  return timeline
}
const wordsOf = (...steps: readonly FailureStep[]) => drawn({ steps }).bars

test('a failure in which no clients called at once has no timeline', () => {
  expect(timelineOf(repeatPublishFailure, 80)).toBeUndefined()
})

test('clients are lanes, what came before and after stands beside them', () => {
  const { before, lanes, after, clients, axis } = drawn(busyRaceFailure)
  expect(clients).toBe(5)
  expect(before.map(({ number }) => number)).toEqual([1, 2])
  expect(
    lanes.map(({ name, rows }) => [name, rows.map((row) => row.map(({ number }) => number))]),
  ).toEqual([
    ['client 1', [[5, 8]]],
    ['client 2', [[3, 6, 9]]],
    ['client 3', [[7, 10]]],
    ['client 4', [[4]]],
    ['client 5', [[11]]],
  ])
  expect(after.map(({ number }) => number)).toEqual([12, 13])
  expect(axis).toEqual({ to: 5_047.5, folds: [{ from: 44, to: 5_031.5 }] })
})

const publish = (lane: number, from: number, to: number) =>
  raceStep([lane, from, to], 'PublishVersion', {}, reply({ status: 201 }))

test('a client that does not wait for its reply gets a row more', () => {
  const { lanes } = drawn({ steps: [publish(1, 0, 10), publish(1, 5, 15), publish(1, 10, 12)] })
  expect(lanes[0]?.rows.map((row) => row.map(({ number }) => number))).toEqual([[1, 3], [2]])
})

test('the calls say which RevisionId was given and came, which code, which version', () => {
  const { bars, revisions: legend } = drawn(busyRaceFailure)
  expect(bars.map(({ call, answer }) => `${call} → ${answer}`)).toEqual([
    'CreateFunction f0 (code hznHbm) → 201, RevisionId A',
    'GetFunctionConfiguration f0 → 200, RevisionId B, code XumxpP',
    'UpdateFunctionCode f0 (code XumxpP, RevisionId A) → 200, RevisionId B',
    'UpdateFunctionConfiguration f0 (RevisionId A, Description "by client 4") → 412 PreconditionFailedException',
    'UpdateFunctionCode f0 (code xbuh8N, RevisionId A) → 200, RevisionId C',
    'GetFunctionConfiguration f0 → 200, RevisionId B, code XumxpP',
    'PublishVersion f0 (Description "one") → 409 ResourceConflictException',
    'GetFunctionConfiguration f0 → 200, RevisionId B, code XumxpP',
    'UpdateFunctionCode f0 (code xbuh8N, Publish true) → 200, version 1, RevisionId C',
    'PublishVersion f0 → no reply (timeout: no reply in 5000 ms)',
    'PublishVersion f0 → 201, version 1, RevisionId C, code xbuh8N',
    'GetFunctionConfiguration f0 → 200, RevisionId B, code XumxpP',
    'ListVersionsByFunction f0 → 200, versions 1, 2',
  ])
  expect(legend).toEqual([
    { letter: 'A', id: revisions.a.slice(0, 8) },
    { letter: 'B', id: revisions.c.slice(0, 8) },
    { letter: 'C', id: revisions.b.slice(0, 8) },
  ])
})

test('a label is there at every length, the whole of it first', () => {
  const [, update] = drawn(lostUpdateFailure).bars
  expect(update?.labels).toEqual([
    'UpdateFunctionCode (code XumxpP) if A → 200, now B',
    'UpdateFunctionCode if A → 200, now B',
    'UpdateFunctionCode → 200, now B',
    'UpdateFunctionCode → 200',
    '200, now B',
    'now B',
    '200',
  ])
})

const write = (Description: string, shown: string) =>
  raceStep(
    [1, 0, 1],
    'UpdateFunctionConfiguration',
    { Description, MemorySize: 128 },
    reply({ status: 200, body: { Description: shown, MemorySize: 128, Timeout: 3 } }),
  )

test('what the clients write is said of who reads it, and of a reply only where it is not what was asked', () => {
  const body = { Configuration: { Description: 'a', MemorySize: 256, State: 'Pending' } }
  const read = raceStep([0, 2, 3], 'GetFunction', {}, reply({ status: 200, body }))
  expect(wordsOf(write('a', 'a'), write('b', 'a'), read).map(({ answer }) => answer)).toEqual([
    '200',
    '200, Description "a"',
    '200, Description "a", MemorySize 256, still settling',
  ])
})

test('a reply that shows other code than was sent says which', () => {
  const asked = { ZipFile: packages.two }
  const body = { CodeSha256: 'abcdefghij=' }
  const [update] = wordsOf(
    raceStep([1, 0, 1], 'UpdateFunctionCode', asked, reply({ status: 200, body })),
  )
  expect(update?.answer).toBe('200, code abcdef')
})

test('layers have numbers for versions', () => {
  const version = { Version: 3, Content: { CodeSha256: 'abcdefghij=' } }
  const [made, list] = wordsOf(
    raceStep([1, 0, 1], 'PublishLayerVersion', {}, reply({ status: 201, body: version })),
    raceStep(
      [0, 2, 3],
      'ListLayerVersions',
      {},
      reply({ status: 200, body: { LayerVersions: [version, { Version: 2 }] } }),
    ),
  )
  expect(made?.answer).toBe('201, version 3, code abcdef')
  expect(list?.answer).toBe('200, versions 3, 2')
})

test.each([
  'no JSON',
  '[]',
  'null',
  '{"Versions":[null,{"Version":{}}],"RevisionId":7,"Version":[]}',
])('a body that says nothing is left out: %s', (body) => {
  const response = { status: 200, headers: {}, body }
  const [call] = wordsOf(raceStep([1, 0, 1], 'PublishVersion', {}, response))
  expect(call?.answer).toMatch(/^200(, no versions)?$/)
})

test('of a long race those calls are shown that lie nearest to the impossible ones', () => {
  const steps = Array.from({ length: 200 }, (_, index) =>
    publish(1 + (index % 2), index, index + 0.5),
  )
  const timeline = drawn({ steps, impossible: [150, 152] }, 7)
  expect(timeline.bars.map(({ number }) => number)).toEqual([149, 150, 151, 152, 153, 154, 155])
  expect(timeline.left).toBe(193)
  expect(timeline.clients).toBe(2)
})

test('of what cannot be, how many answers are to blame is said', () => {
  expect(impossibleInWords(drawn({ ...lostUpdateFailure, impossible: [] }).bars)).toBeUndefined()
  const said = (impossible: readonly number[]) =>
    impossibleInWords(drawn({ ...lostUpdateFailure, impossible }).bars)
  expect(said([1, 99])).toContain('this answer cannot be true')
  expect(said([1, 2])).toContain('these two answers cannot both be true')
  expect(said([1, 2, 3])).toContain('these 3 answers cannot all be true')
})
