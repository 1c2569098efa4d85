import { expect, test } from 'vitest'
import type { Json } from '../call.ts'
import {
  keptForReport,
  maxAttemptCharacters,
  maxReplyCharacters,
  newKeeper,
  sizeOf,
  takenIn,
} from './keep.ts'
import { driverOf, exchangeOf, finish, reply } from './run.fixture.ts'

const answered = (body: Json, headers: Readonly<Record<string, string>> = {}) =>
  exchangeOf('GetFunction', { FunctionName: 'f' }, reply(200, body, headers))

test('a reply of the usual size is kept as it is', () => {
  const exchange = answered('x'.repeat(10_000))
  expect(takenIn(exchange, maxReplyCharacters)).toBe(exchange)
  expect(keptForReport(exchange)).toBe(exchange)
  expect(newKeeper()([exchange])[0]).toBe(exchange)
})

test('a reply beyond the limit is as good as lost', () => {
  expect(takenIn(answered('x'.repeat(maxReplyCharacters)), maxReplyCharacters).outcome).toEqual({
    kind: 'lost',
    reason: 'too-large',
    message: 'the reply is longer than 1048576 characters',
  })
})

test('a long reply is kept cut, with its length and without its value', () => {
  const long = answered('y'.repeat(500_000))
  const [kept] = newKeeper()([long])
  expect(kept?.outcome).toMatchObject({
    text: expect.stringMatching(/^"y{262143}… \(cut: 500002 characters in all\)$/),
    body: { kind: 'not-json', why: 'not kept: 500002 characters' },
  })
  expect(sizeOf(keptForReport(long).outcome)).toBeLessThan(17_000)
})

test('an exchange that breaks many rules is cut for them once', () => {
  const long = answered('y'.repeat(500_000))
  expect(keptForReport(long)).toBe(keptForReport(long))
})

test('headers are kept as far as there is room, the value of the body stays', () => {
  const exchange = answered({ a: 1 }, { one: 'x', two: 'y'.repeat(60_000), three: 'z' })
  expect(keptForReport(exchange).outcome).toMatchObject({
    headers: { one: 'x', '(cut)': '60013 characters in all' },
    body: { kind: 'json', value: { a: 1 } },
  })
})

test('a keeper holds a bounded amount, however much it is given', () => {
  const keep = newKeeper(32 * 1024 * 1024)
  const exchanges = Array.from({ length: 1_000 }, () => answered('z'.repeat(200_000)))
  const kept = keep(exchanges).reduce((sum, { outcome }) => sum + sizeOf(outcome), 0)
  expect(kept).toBeLessThan(40 * 1024 * 1024)
})

test('the replies to one program are kept cut hard once they come to too much for one line', () => {
  const keep = newKeeper()
  const program = Array.from({ length: 100 }, () => answered('z'.repeat(200_000)))
  const kept = keep(program).reduce((sum, { outcome }) => sum + sizeOf(outcome), 0)
  expect(kept).toBeLessThan(3 * 1024 * 1024)
  expect(sizeOf(keep(program)[0]!.outcome)).toBeGreaterThan(200_000)
})

test('a thousand replies of 10 MiB end as lost ones, of which nothing is kept', async () => {
  const huge = reply(201, { FunctionName: 'x'.repeat(10 * 1024 * 1024) })
  let calls = 0
  const driver = driverOf(() => {
    calls += 1
    return calls === 1 ? reply(201, {}) : huge
  })
  const { report, trace } = await finish({ driver }, { seed: 1, maxRequests: 1_000 })
  expect(calls).toBeGreaterThan(800)
  expect(JSON.stringify(trace).length).toBeLessThan(5_000_000)
  expect(JSON.stringify(report).length).toBeLessThan(5_000_000)
})

test('a program is cut short when its replies come to too much', async () => {
  const large = reply(201, { Version: '1', Description: 'd'.repeat(1_000_000) })
  let calls = 0
  const driver = driverOf(() => {
    calls += 1
    return large
  })
  const { report, trace } = await finish(
    { driver },
    { seed: 1, maxRequests: 400, profile: 'quick' },
  )
  const programs = trace.filter(({ program }) => program !== 'clean-up')
  const longest = Math.max(...programs.map(({ exchanges }) => exchanges.length))
  // What was made by then is still deleted.
  expect(longest).toBeLessThanOrEqual(Math.ceil(maxAttemptCharacters / 1_000_000) + 16)
  // Each call by itself: all of them are on the disk as they come, and nowhere else.
  expect(JSON.stringify(trace).length).toBeLessThan(calls * 300_000)
  expect(JSON.stringify(report).length).toBeLessThan(100_000_000)
  expect(report.rules.filter(({ verdict }) => verdict === 'harness-error')).toEqual([])
  expect(report.rules.some(({ reason }) => reason?.includes('flooded with large replies'))).toBe(
    true,
  )
})
