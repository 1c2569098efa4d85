import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import type { Exchange, Outcome } from '../drivers/driver.ts'
import type { RunOptions } from './options.ts'
import { noLedger } from '../ledger/ledger.ts'
import { inWords, type Resource } from '../ledger/resource.ts'
import { driverOf, lost, reply, sessionOn } from './run.fixture.ts'
import { openSession } from './session.ts'
import { settingsOf } from './settings.ts'

const call: Call = { operation: 'GetFunction', input: { FunctionName: 'f' } }
const busy = reply(429, { Reason: 'CallerRateLimitExceeded' }, { 'retry-after': '0' })

const sessionAnswering = (outcomes: readonly Outcome[], options: RunOptions = {}) => {
  let next = 0
  return sessionOn(
    driverOf(() => outcomes[Math.min(next++, outcomes.length - 1)] ?? reply(200)),
    options,
  )
}

test('a 429 is repeated, and every sending is recorded', async () => {
  const session = sessionAnswering([busy, busy, reply(200, { a: 1 })])
  const all: Exchange[] = []
  const exchange = await session.send(call, all)
  expect(exchange.outcome).toMatchObject({ status: 200 })
  expect(all.map(({ outcome }) => (outcome.kind === 'reply' ? outcome.status : 0))).toEqual([
    429, 429, 200,
  ])
  expect(session.spent()).toEqual({ requests: 3, byOperation: { GetFunction: 3 } })
})

test('a call is sent five times at most', async () => {
  const session = sessionAnswering([busy])
  const all: Exchange[] = []
  expect((await session.send(call, all)).outcome).toMatchObject({ status: 429 })
  expect(all).toHaveLength(5)
})

test('Retry-After is kept to in seconds, and counts as time spent in vain', async () => {
  const once = reply(429, {}, { 'retry-after': '0.05' })
  const session = sessionAnswering([once, reply(200)], { patienceMs: 49 })
  await session.send(call, [])
  expect(session.elapsedMs()).toBeGreaterThanOrEqual(48)
  expect(session.stop()).toBe('out of patience')
})

test.each(['soon', '-1', ''])(
  'a Retry-After of "%s" does not stop the repetition',
  async (value) => {
    const session = sessionAnswering([reply(429, {}, { 'retry-after': value }), reply(200)])
    expect((await session.send(call, [])).outcome).toMatchObject({ status: 200 })
  },
)

test('nothing else is repeated', async () => {
  const outcomes = [reply(500), reply(503), reply(409), reply(412), lost('timeout')] as const
  for (const outcome of outcomes) {
    const all: Exchange[] = []
    await sessionAnswering([outcome, reply(200)]).send(call, all)
    expect(all).toHaveLength(1)
  }
})

test('the budget of requests stops the run, and a 429 is not repeated beyond it', async () => {
  const session = sessionAnswering([busy], { maxRequests: 2 })
  const all: Exchange[] = []
  expect(session.stop()).toBeUndefined()
  await session.send(call, all)
  expect(all).toHaveLength(2)
  expect(session.stop()).toBe('out of requests')
})

test('the deadline stops the run', () => {
  expect(sessionAnswering([reply(200)], { deadlineS: 60 }).stop()).toBeUndefined()
  const session = sessionAnswering([reply(200)], { deadlineS: 0.001 })
  const until = session.elapsedMs() + 2
  while (session.elapsedMs() < until);
  expect(session.stop()).toBe('out of time')
})

test('an abort stops the run, and a pause under way', async () => {
  const controller = new AbortController()
  const patient = reply(429, {}, { 'retry-after': '5' })
  const session = sessionAnswering([patient], { signal: controller.signal })
  const all: Exchange[] = []
  const sent = session.send(call, all)
  setTimeout(() => controller.abort(), 5)
  await sent
  expect(session.stop()).toBe('cancelled')
  expect(session.elapsedMs()).toBeLessThan(4_000)
  expect(all).toHaveLength(1)
})

test('replies that never come use up the patience of the run', async () => {
  const session = sessionAnswering([lost('timeout')], { patienceMs: 2 })
  for (let n = 0; n < 3; n += 1) await session.send(call, [])
  expect(session.stop()).toBe('out of patience')
})

test('the server is known by the first reply that names it', async () => {
  const session = sessionAnswering([
    reply(200, {}, {}),
    reply(200, {}, { server: 'moto' }),
    reply(200, {}, { server: 'other' }),
  ])
  for (let n = 0; n < 3; n += 1) await session.send(call, [])
  expect(session.serverHeader()).toBe('moto')
})

test('no two sessions use the same names, no two attempts of one either', () => {
  const [one, other] = [sessionAnswering([]), sessionAnswering([])]
  expect(one.runId).not.toBe(other.runId)
  expect([one.nextAttempt(), one.nextAttempt()]).toEqual([1, 2])
})

/** A session whose ledger remembers what it was told, or fails. */
const ledgered = (fails = false) => {
  const events: string[] = []
  const driver = driverOf(({ operation }) => {
    events.push(`sent ${operation}`)
    return reply(201, {})
  })
  const listed = new Set<string>()
  const ask = (resource: Resource): void => {
    if (fails) throw new Error('Failed to write the ledger, because ENOSPC')
    listed.add(inWords(resource))
    events.push(`asked ${inWords(resource)}`)
  }
  const lists = (resource: Resource): boolean => listed.has(inWords(resource))
  const ledger = { ...noLedger, ask, lists }
  const session = openSession(driver, settingsOf({ seed: 1 }), '0a1b2c3d', ledger)
  return { session, events }
}

const own = 'lambda-conformance-0a1b2c3d-1-f0'

test('what a call may create is in the ledger before the call goes out', async () => {
  const { session, events } = ledgered()
  await session.send({ operation: 'CreateFunction', input: { FunctionName: own } }, [])
  await session.send({ operation: 'PublishLayerVersion', input: { LayerName: own } }, [])
  await session.send({ operation: 'PublishVersion', input: { FunctionName: own } }, [])
  expect(events).toEqual([
    `asked function ${own}`,
    'sent CreateFunction',
    `asked layer ${own}`,
    'sent PublishLayerVersion',
    'sent PublishVersion',
  ])
})

test('whatever may make a function is preceded by the ledger, and once is enough', async () => {
  const { session, events } = ledgered()
  for (const operation of ['UpdateFunctionCode', 'AddPermission'] as const) {
    await session.send({ operation, input: { FunctionName: own } }, [])
  }
  expect(events).toEqual([`asked function ${own}`, 'sent UpdateFunctionCode', 'sent AddPermission'])
})

test('each publish of a layer is listed, for each may make a version', async () => {
  const { session, events } = ledgered()
  const publish: Call = { operation: 'PublishLayerVersion', input: { LayerName: own } }
  await session.send(publish, [])
  await session.send(publish, [])
  expect(events.filter((event) => event.startsWith('asked'))).toHaveLength(2)
})

test('what the ledger cannot list is not asked for, and the run goes no further', async () => {
  const { session, events } = ledgered(true)
  const create: Call = { operation: 'CreateFunction', input: { FunctionName: own } }
  const { outcome } = await session.send(create, [])
  expect(outcome).toMatchObject({ kind: 'lost', reason: 'not-sent' })
  expect(events).toEqual([])
  expect(session.stop()).toBe('without a ledger')
  expect(session.failure()?.message).toContain('ENOSPC')
  // What was made before can still be deleted.
  await session.send({ operation: 'DeleteFunction', input: { FunctionName: own } }, [])
  expect(events).toEqual(['sent DeleteFunction'])
})

test.each([
  ['another function', { FunctionName: 'production' }],
  ['a function of another run', { FunctionName: own.replace('0a1b2c3d', 'ffffffff') }],
  [
    'a function by an ARN that the subject gave',
    { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:production' },
  ],
  [
    'another function behind what looks like one of its own',
    { FunctionName: `arn:aws:lambda:function:${own}:function:production` },
  ],
  ['another one by a way out of the path', { FunctionName: `${own}/../production` }],
  ['nothing', {}],
])('a call that changes %s is not sent', async (_, input) => {
  const { session, events } = ledgered()
  for (const operation of ['UpdateFunctionCode', 'DeleteFunction', 'PublishVersion'] as const) {
    const { outcome } = await session.send({ operation, input }, [])
    expect(outcome).toMatchObject({ kind: 'lost', reason: 'not-sent' })
  }
  expect(events).toEqual([])
})

test("a call that names the run's own function by its ARN is sent", async () => {
  const { session, events } = ledgered()
  const FunctionName = `arn:aws:lambda:us-east-1:123456789012:function:${own}:3`
  await session.send({ operation: 'DeleteFunction', input: { FunctionName } }, [])
  expect(events).toEqual(['sent DeleteFunction'])
})
