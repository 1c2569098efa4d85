import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CredentialProvider, Credentials } from './driver.ts'
import { lookUp } from './look-up.ts'
import { renewed } from './renewed.ts'

const minute = 60_000
const never: CredentialProvider = () => new Promise(() => {})

/** Credentials that are good for so many minutes. */
const goodFor = (accessKeyId: string, minutes: number): Credentials => ({
  accessKeyId,
  secretAccessKey: 'secret',
  expiration: new Date(Date.now() + minutes * minute),
})

const pass = (ms: number) => vi.advanceTimersByTime(ms)
const idOf = async (give: CredentialProvider): Promise<string> => (await give()).accessKeyId

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

test('credentials are asked for once, until five minutes before they expire', async () => {
  const give = vi.fn<CredentialProvider>(async () => goodFor('second', 60))
  const provider = renewed(give, goodFor('first', 15), 1_000)
  expect(await idOf(provider)).toBe('first')
  pass(9 * minute)
  expect(await idOf(provider)).toBe('first')
  expect(give).not.toHaveBeenCalled()
  pass(minute)
  // Still good: nobody waits.
  expect(await idOf(provider)).toBe('first')
  await new Promise((resolve) => setImmediate(resolve))
  expect(await idOf(provider)).toBe('second')
  expect(give).toHaveBeenCalledOnce()
})

test('where they have expired, the new ones are waited for, by all together', async () => {
  const give = vi.fn<CredentialProvider>(async () => goodFor('second', 60))
  const provider = renewed(give, goodFor('first', -1), 1_000)
  expect(await Promise.all([idOf(provider), idOf(provider)])).toEqual(['second', 'second'])
  expect(give).toHaveBeenCalledOnce()
})

test('where there are no new ones it stays with the last, and does not ask for every request', async () => {
  const give = vi.fn<CredentialProvider>(async () => {
    throw new Error('signed out')
  })
  const provider = renewed(give, goodFor('first', -1), 1_000)
  expect(await idOf(provider)).toBe('first')
  expect(await idOf(provider)).toBe('first')
  expect(give).toHaveBeenCalledOnce()
  pass(10_000)
  expect(await idOf(provider)).toBe('first')
  expect(give).toHaveBeenCalledTimes(2)
})

test('a provider that never answers holds a request no longer than the limit', async () => {
  expect(await idOf(renewed(never, goodFor('first', -1), 5))).toBe('first')
})

test('credentials that never expire are never asked for again', async () => {
  const give = vi.fn<CredentialProvider>(never)
  const provider = renewed(give, { accessKeyId: 'id', secretAccessKey: 'secret' }, 1_000)
  pass(1_000 * minute)
  expect(await idOf(provider)).toBe('id')
  expect(give).not.toHaveBeenCalled()
})

test('a look-up ends with what is found, at the limit, or with the signal', async () => {
  const found = goodFor('id', 60)
  expect(await lookUp(async () => found, 1_000)).toEqual({ is: 'found', credentials: found })
  expect(await lookUp(never, 5)).toEqual({ is: 'late' })
  const stop = new AbortController()
  const interrupted = lookUp(never, 1_000, stop.signal)
  stop.abort()
  expect(await interrupted).toEqual({ is: 'interrupted' })
  expect(await lookUp(never, 1_000, AbortSignal.abort())).toEqual({ is: 'interrupted' })
  expect(await lookUp(async () => found, 1_000, AbortSignal.abort())).toMatchObject({ is: 'found' })
})

test('a look-up throws what the provider throws', async () => {
  await expect(lookUp(() => Promise.reject(new Error('no')), 1_000)).rejects.toThrow('no')
})
