import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import type { WireExchange } from '../drivers/client-record.ts'
import type { Exchange, Reply } from '../drivers/driver.ts'
import { traceOf } from '../model/trace.ts'
import { clientRetriesJudges } from './client-retries.ts'
import type { Finding } from './judge.ts'

const call: Call = { operation: 'PublishVersion', input: { FunctionName: 'f' } }
const request = { method: 'POST', path: '/2015-03-31/functions/f/versions', headers: {} }

const reply = (status: number, headers: Reply['headers'] = {}): Reply => ({
  kind: 'reply',
  status,
  headers,
  text: '{}',
  body: { kind: 'json', value: {} },
})

/** Requests of one millisecond each, with these pauses between them. */
const callWith = (given: Reply, pauses: readonly number[]): Exchange => {
  const starts = pauses.reduce<readonly number[]>(
    (found, pause) => [...found, (found.at(-1) ?? 0) + 1 + pause],
    [0],
  )
  const wire = starts.map((startedAtMs): WireExchange => ({
    request,
    call,
    signature: 'right',
    given,
    startedAtMs,
    endedAtMs: startedAtMs + 1,
  }))
  return {
    call,
    request,
    outcome: given,
    client: { answer: { kind: 'error', name: 'E' }, wire, strays: [], leaks: [] },
    startedAtMs: 0,
    endedAtMs: 10_000,
  }
}

const judged = (id: keyof typeof clientRetriesJudges, ...exchanges: Exchange[]): Finding =>
  clientRetriesJudges[id](traceOf(exchanges), { edition: '2024-08', unsupported: new Set() })

const violated = { kind: 'violated' }

test('five retries without a pause are a client that does not back off', () => {
  const failed = callWith(reply(500), [1, 1, 1])
  expect(judged('client/backs-off', failed)).toEqual({ kind: 'silent' })
  expect(judged('client/backs-off', failed, callWith(reply(429), [1, 1]))).toMatchObject(violated)
})

test('one pause in five by a busy machine is none, two are enough', () => {
  expect(judged('client/backs-off', callWith(reply(500), [1, 40, 1, 1, 1]))).toMatchObject(violated)
  expect(judged('client/backs-off', callWith(reply(500), [40, 1, 40, 1, 1]))).toMatchObject({
    kind: 'held',
  })
})

test('a pause that the service asked for is no pause of the client', () => {
  const told = callWith(reply(429, { 'retry-after': '1' }), [1_000, 1_000])
  expect(judged('client/backs-off', told)).toEqual({ kind: 'silent' })
  expect(judged('client/backs-off', told, callWith(reply(500), [1, 1, 1, 1, 1]))).toMatchObject(
    violated,
  )
})

test('a request sent before the reply of the first came does not repeat a success', () => {
  expect(judged('client/success-is-not-repeated', callWith(reply(201), []))).toMatchObject({
    kind: 'held',
  })
  expect(judged('client/success-is-not-repeated', callWith(reply(201), [5]))).toMatchObject(
    violated,
  )
  expect(judged('client/success-is-not-repeated', callWith(reply(201), [-0.5]))).toMatchObject({
    kind: 'held',
  })
})
