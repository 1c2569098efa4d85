import { expect, test } from 'vitest'
import { variants } from '../../fixtures/reference/variants.ts'
import type { Call } from '../call.ts'
import type { Driver, Exchange, Outcome } from '../drivers/driver.ts'
import type { Action } from '../programs/action.ts'
import { code, create, list, publish, read } from '../programs/directed/actions.ts'
import { racesFor } from '../programs/races.ts'
import { sections } from './at-once.ts'
import { attemptProgram } from './attempt.ts'
import { referenceDriver } from './reference-driver.fixture.ts'
import { openSession } from './session.ts'
import { settingsOf } from './settings.ts'

const inLane = (lane: number, action: Action): Action => ({ ...action, lane })
const guarded = code('own', { revision: 'current' })

/** The reference endpoint with a look at every call, which may be held back, and answered otherwise. */
const watched = (
  before: (call: Call, nth: number) => Promise<Outcome | undefined> | undefined,
  options = {},
) => {
  const reference = referenceDriver(options)
  let nth = 0
  const driver: Driver = {
    ...reference,
    send: async (call) => {
      nth += 1
      const outcome = await before(call, nth)
      const exchange = await reference.send(call)
      return outcome === undefined ? exchange : { ...exchange, outcome }
    },
  }
  return openSession(driver, settingsOf({ seed: 1 }))
}

const lanes = (
  trace: readonly { readonly exchange: Exchange }[],
): readonly (number | undefined)[] => trace.map(({ exchange }) => exchange.lane)

test('actions with lanes that stand together are one section, all others by themselves', () => {
  const actions = [create(), inLane(1, read), inLane(2, read), list, inLane(1, read)]
  expect(sections(actions).map(({ length }) => length)).toEqual([1, 2, 1, 1])
  expect(sections(actions).flat()).toEqual(actions)
  expect(sections([])).toEqual([])
})

test('clients call at the same moment: none waits for the reply to another', async () => {
  let waiting = 0
  let most = 0
  let release: (() => void) | undefined
  const all = new Promise<void>((resolve) => {
    release = resolve
  })
  const session = watched((call) => {
    if (call.operation !== 'PublishVersion') return undefined
    waiting += 1
    most = Math.max(most, waiting)
    if (waiting === 4) release?.()
    return all.then(() => undefined)
  })
  const clients = [1, 2, 3, 4].map((lane) => inLane(lane, publish()))
  const { trace } = await attemptProgram(session, [create(), ...clients])
  expect(most).toBe(4)
  expect(lanes(trace).filter((lane) => lane !== undefined)).toHaveLength(4)
})

test('a trace has calls at the same moment in the order of their replies, with the client of each', async () => {
  const session = watched((call) =>
    call.operation === 'PublishVersion'
      ? new Promise((resolve) => {
          setTimeout(() => resolve(undefined), 20)
        })
      : undefined,
  )
  const { trace } = await attemptProgram(session, [create(), inLane(1, publish()), inLane(2, read)])
  const called = trace.map(({ exchange }) => [exchange.call.operation, exchange.lane])
  expect(called.slice(0, 4)).toEqual([
    ['CreateFunction', undefined],
    ['GetFunctionConfiguration', 2],
    ['PublishVersion', 1],
    // What they have left nobody knows without looking.
    ['GetFunctionConfiguration', undefined],
  ])
})

test('clients share what was known before, and then each knows what it has seen itself', async () => {
  const session = openSession(referenceDriver({}), settingsOf({ seed: 1 }))
  const { trace } = await attemptProgram(session, [
    create(),
    read,
    inLane(1, guarded),
    inLane(1, guarded),
    inLane(2, guarded),
  ])
  const shared = trace[1]?.after.functions.values().next().value?.latest.revisionId
  const given = (lane: number) =>
    trace.flatMap(({ exchange }) =>
      exchange.lane === lane ? [exchange.call.input['RevisionId']] : [],
    )
  expect(shared).toBeDefined()
  expect(given(2)).toEqual([shared])
  expect(given(1)[0]).toBe(shared)
  expect(given(1)[1]).not.toBe(shared)
})

test('no two calls of a race upload the same', async () => {
  const session = openSession(referenceDriver({}), settingsOf({ seed: 1 }))
  for (const { name, actions } of racesFor(8)) {
    const { trace } = await attemptProgram(session, actions)
    const uploads = trace.flatMap(({ exchange: { call, lane } }) =>
      lane === undefined ? [] : [call.input['ZipFile'] ?? JSON.stringify(call.input['Content'])],
    )
    const sent = uploads.filter((each) => each !== undefined)
    expect({ name, different: new Set(sent).size }).toEqual({ name, different: sent.length })
  }
})

const publishesIn = (sent: readonly Exchange[]) =>
  sent.filter(({ call }) => call.operation === 'PublishVersion').map(({ lane }) => lane)

test('a call that was told to come again is in the trace once, and all its sendings are on record', async () => {
  const busy: Outcome = {
    kind: 'reply',
    status: 429,
    headers: { 'retry-after': '0' },
    text: '',
    body: { kind: 'empty' },
  }
  let times = 0
  const session = watched((call) => {
    if (call.operation !== 'PublishVersion') return undefined
    times += 1
    return times === 1 ? Promise.resolve(busy) : undefined
  })
  const { trace, exchanges } = await attemptProgram(session, [
    create(),
    inLane(1, publish()),
    inLane(2, read),
  ])
  expect(publishesIn(exchanges)).toEqual([1, 1])
  expect(publishesIn(trace.map(({ exchange }) => exchange))).toEqual([1])
})

test('a race leaves nothing behind, whatever it deletes and makes, in every variant', async () => {
  for (const [name, options] of Object.entries(variants)) {
    const session = openSession(referenceDriver(options), settingsOf({ seed: 1 }))
    for (const { actions } of racesFor(4)) await attemptProgram(session, actions)
    expect({ name, left: session.left }).toEqual({ name, left: [] })
  }
})

test('a function that was deleted without a reply is not waited for', async () => {
  const session = watched(
    (call) =>
      call.operation === 'DeleteFunction'
        ? Promise.resolve({ kind: 'lost', reason: 'connection-lost', message: 'no reply' })
        : undefined,
    variants['asynchronous'],
  )
  const { unsettled } = await attemptProgram(session, [
    create(),
    inLane(1, { operation: 'DeleteFunction', fn: 'f0' }),
    inLane(2, code('own')),
  ])
  expect(unsettled).toBe(false)
})
