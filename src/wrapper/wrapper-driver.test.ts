import { expect, test } from 'vitest'
import type { Call, Json } from '../call.ts'
import type { ClientAnswer } from '../drivers/client-record.ts'
import { traceOf } from '../model/trace.ts'
import { packages } from '../programs/packages.ts'
import type { Ask } from './client.ts'
import { wireTraceOf } from './wire-trace.ts'
import { clientOf, driverThrough } from './wrapper.fixture.ts'
import type { WrapperTarget } from './wrapper.ts'

/** What a client does that passes everything on, unsigned. */
const passOn = async ({ input }: Ask, { endpoint }: WrapperTarget): Promise<ClientAnswer> => {
  const { FunctionName: _, ...body } = input
  const response = await fetch(`${endpoint}/2015-03-31/functions/f/versions`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return { kind: 'output', output: (await response.json()) as Json }
}

const create: Call = {
  operation: 'CreateFunction',
  input: {
    FunctionName: 'f',
    Role: 'arn:aws:iam::123456789012:role/r',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Code: { ZipFile: packages.a.base64 },
  },
}
const publish = { operation: 'PublishVersion', input: { FunctionName: 'f' } } as const

test('what the client implements goes through it, all else goes round it', async () => {
  const asked: string[] = []
  const driver = await driverThrough(
    clientOf(async (ask, target) => {
      asked.push(ask.operation)
      return passOn(ask, target)
    }),
  )
  const created = await driver.send(create)
  const published = await driver.send(publish)
  expect(asked).toEqual(['PublishVersion'])
  expect([created.client, created.outcome.kind]).toEqual([undefined, 'reply'])
  expect(published).toMatchObject({
    request: { method: 'POST', path: '/2015-03-31/functions/f/versions' },
    client: { answer: { kind: 'output' }, strays: [], leaks: [] },
  })
  expect(published.client?.wire.map(({ call }) => call)).toEqual([publish])
})

test('a call that no caller can ask for is not made', async () => {
  const driver = await driverThrough(clientOf(() => Promise.reject(new Error('asked'))))
  const { outcome, client } = await driver.send({ ...publish, written: { body: '{' } })
  expect([outcome, client]).toMatchObject([{ kind: 'lost', reason: 'not-sent' }, undefined])
})

test('the credentials of a client are made up, and told where they show', async () => {
  const given: WrapperTarget[] = []
  const driver = await driverThrough(
    clientOf(async (_, target) => {
      given.push(target)
      const { secretAccessKey, sessionToken } = target.credentials
      return { kind: 'error', name: 'E', message: `${secretAccessKey} ${sessionToken}` }
    }),
  )
  const { client } = await driver.send(publish)
  expect(client?.leaks).toEqual(['the secret access key', 'the session token'])
  expect(given[0]?.credentials.secretAccessKey).not.toBe('secret')
})

test('calls at the same time have a client each, and wires of their own', async () => {
  let opened = 0
  const maker = clientOf(passOn, { atOnce: 2 })
  const driver = await driverThrough({
    ...maker,
    open: async (target) => {
      opened += 1
      return maker.open(target)
    },
  })
  await driver.send(create)
  const all = await Promise.all([publish, publish, publish].map(driver.send))
  expect(opened).toBe(2)
  expect(all.map(({ client }) => client?.wire.length)).toEqual([1, 1, 1])
})

test('a client that cannot be had is told as an error of its own', async () => {
  const driver = await driverThrough({
    ...clientOf(passOn),
    open: () => Promise.reject(new Error('no such program')),
  })
  const all = await Promise.all([driver.send(publish), driver.send(publish)])
  for (const { client } of all) {
    expect(client?.answer).toMatchObject({
      kind: 'none',
      because: expect.stringContaining('no such program'),
    })
  }
})

test('what is made and deleted goes round the client, also once the run is stopped', async () => {
  const asked: string[] = []
  const maker = clientOf(async (ask, target) => {
    asked.push(ask.operation)
    return passOn(ask, target)
  })
  const stop = new AbortController()
  const driver = await driverThrough(
    { ...maker, operations: [...maker.operations, 'CreateFunction', 'DeleteFunction'] },
    'default',
    stop.signal,
  )
  expect((await driver.send(create)).outcome).toMatchObject({ status: 201 })
  stop.abort()
  const sent = await Promise.all([publish, publish].map(driver.send))
  expect(sent.map(({ outcome }) => outcome)).toMatchObject([
    { reason: 'not-sent' },
    { reason: 'not-sent' },
  ])
  const deletion = { operation: 'DeleteFunction', input: { FunctionName: 'f' } } as const
  expect((await driver.send(deletion)).outcome).toMatchObject({ status: 204 })
  expect(asked).toEqual([])
})

test('who waits for a client when the run is stopped was not let down by it', async () => {
  const stop = new AbortController()
  const driver = await driverThrough(
    clientOf(() => new Promise(() => {})),
    'default',
    stop.signal,
  )
  const all = Promise.all([publish, publish].map(driver.send))
  await new Promise((resolve) => setTimeout(resolve, 20))
  stop.abort()
  expect((await all).map(({ outcome, client }) => [outcome.kind, client])).toEqual([
    ['lost', undefined],
    ['lost', undefined],
  ])
})

test('an output too deep to be read is no answer', async () => {
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
  const driver = await driverThrough(clientOf(async () => ({ kind: 'output', output: { deep } })))
  const { client } = await driver.send(publish)
  expect(client?.answer).toMatchObject({ kind: 'none', reason: 'odd' })
})

test('without the client a trace has what was on the wire, and what went round it', async () => {
  const driver = await driverThrough(clientOf(passOn))
  const exchanges = [await driver.send(create), await driver.send(publish)]
  const wire = wireTraceOf(traceOf(exchanges))
  expect(wire?.map(({ exchange }) => exchange.call.operation)).toEqual([
    'CreateFunction',
    'PublishVersion',
  ])
  expect(wire?.some(({ exchange }) => exchange.client)).toBe(false)
  expect(wireTraceOf(traceOf(exchanges.slice(0, 1)))).toBeUndefined()
})
