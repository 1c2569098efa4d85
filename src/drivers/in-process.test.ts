import { expect, test } from 'vitest'
import { inProcessDriver } from './in-process.ts'

const call = {
  operation: 'PublishVersion',
  input: { FunctionName: 'f', Description: 'd' },
} as const

test('a call reaches the endpoint as it would over a socket, and so does its reply', async () => {
  const seen: string[] = []
  const driver = inProcessDriver(async ({ method, url, readBody }) => {
    seen.push(`${method} ${url.pathname} ${await readBody()}`)
    return {
      kind: 'reply',
      status: 201,
      headers: { 'Content-Type': 'application/json' },
      body: '{"Version":"1"}',
    }
  }, '/base')
  const { outcome, request } = await driver.send(call)
  expect(seen).toEqual(['POST /base/2015-03-31/functions/f/versions {"Description":"d"}'])
  expect(request.path).toBe('/base/2015-03-31/functions/f/versions')
  expect(outcome).toMatchObject({
    kind: 'reply',
    status: 201,
    headers: { 'content-type': 'application/json' },
    body: { kind: 'json', value: { Version: '1' } },
  })
})

test('a reply that never comes is lost', async () => {
  const { outcome } = await inProcessDriver(async () => ({ kind: 'lost' })).send(call)
  expect(outcome).toMatchObject({ kind: 'lost', reason: 'connection-lost' })
})
