import { Dispatcher } from 'undici'
import { expect, test } from 'vitest'
import { roundTrip } from './round-trip.ts'

/** A client that does with the handler what the test says, and counts the requests given up. */
const scripted = (script: (handler: Dispatcher.DispatchHandler) => void) => {
  const dispatcher = new Dispatcher()
  dispatcher.dispatch = (_, handler) => {
    script(handler)
    return true
  }
  return dispatcher
}

const controllerOf = (aborted: string[], name: string): Dispatcher.DispatchController => ({
  aborted: false,
  paused: false,
  reason: null,
  abort: () => aborted.push(name),
  pause: () => {},
  resume: () => {},
})

const request = { method: 'POST', path: '/' } as const
const limits = { timeoutMs: 50, maxReplyBytes: 100 }

test('a request that the client starts anew is given up: it may have been received', async () => {
  const aborted: string[] = []
  const client = scripted((handler) => {
    handler.onRequestStart?.(controllerOf(aborted, 'first'), {})
    handler.onRequestStart?.(controllerOf(aborted, 'second'), {})
  })
  expect(await roundTrip(client, request, 'h', limits).outcome).toMatchObject({
    reason: 'connection-lost',
  })
  expect(aborted).toContain('second')
})

test('a request that is started after its time was up is not sent', async () => {
  const aborted: string[] = []
  let start: (() => void) | undefined
  const client = scripted((handler) => {
    start = () => handler.onRequestStart?.(controllerOf(aborted, 'late'), {})
  })
  expect(await roundTrip(client, request, 'h', limits).outcome).toMatchObject({
    reason: 'unreachable',
  })
  start?.()
  expect(aborted).toEqual(['late'])
})

test('what happens after the outcome changes nothing', async () => {
  const client = scripted((handler) => {
    const controller = controllerOf([], '')
    handler.onRequestStart?.(controller, {})
    handler.onResponseStart?.(controller, 200, {}, '')
    handler.onResponseEnd?.(controller, {})
    handler.onResponseData?.(controller, Buffer.alloc(1000))
    handler.onResponseError?.(controller, new Error('late'))
  })
  const trip = roundTrip(client, request, 'h', limits)
  trip.stop('late')
  expect(await trip.outcome).toMatchObject({ kind: 'raw', status: 200 })
})

test('a client that throws is an endpoint that was not reached', async () => {
  const client = scripted(() => {
    throw new Error('odd')
  })
  expect(await roundTrip(client, request, 'h', limits).outcome).toMatchObject({
    reason: 'unreachable',
  })
})
