import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { credentialsOf, regionOf } from './driver-for.ts'
import { SubjectUnavailable, UsageError } from './errors.ts'
import { driverOf, finish, reply } from './run.fixture.ts'

const endpoint = 'https://lambda.eu-west-1.amazonaws.com'
const never = () => new Promise<never>(() => {})

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  vi.stubEnv('AWS_PROFILE', undefined)
})
afterEach(() => void vi.unstubAllEnvs())

test('the region is that of the host, where it is one of AWS', () => {
  expect(regionOf({ endpoint })).toBe('eu-west-1')
  expect(regionOf({ endpoint, region: 'us-east-2' })).toBe('us-east-2')
  expect(regionOf({ endpoint: 'http://127.0.0.1:4566' })).toBeUndefined()
  expect(regionOf({ driver: driverOf(() => reply(200)) })).toBeUndefined()
})

test('credentials that are not found in time are wrong usage', async () => {
  const asked = credentialsOf({ endpoint, credentials: never }, undefined, 10)
  await expect(asked).rejects.toThrow(UsageError)
  await expect(asked).rejects.toThrow(
    'no credentials for lambda.eu-west-1.amazonaws.com within 0.01 s, because',
  )
})

test('who interrupts the search for credentials has not found the subject wanting', async () => {
  const stop = new AbortController()
  const asked = credentialsOf({ endpoint, credentials: never }, stop.signal)
  stop.abort()
  await expect(asked).rejects.toThrow(SubjectUnavailable)
})

test('a run is given up while it looks for credentials', async () => {
  const stop = new AbortController()
  const running = finish({ endpoint, credentials: never }, { signal: stop.signal })
  setImmediate(() => stop.abort())
  await expect(running).rejects.toThrow(
    'Failed to find credentials for lambda.eu-west-1.amazonaws.com, because the run was interrupted',
  )
})
