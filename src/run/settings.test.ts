import { expect, test } from 'vitest'
import { editions } from '../../spec/editions.ts'
import type { RunOptions } from './options.ts'
import { otherRuntimeOf } from '../programs/bindings.ts'
import { maxSeed, settingsFor, settingsOf } from './settings.ts'

test('the defaults are those of the command line', () => {
  expect(settingsOf({ seed: 7 })).toEqual({
    callTimeoutMs: 30_000,
    few: false,
    edition: '2024-08',
    profile: 'standard',
    seed: 7,
    without: [],
    role: 'arn:aws:iam::123456789012:role/lambda-conformance',
    runtime: 'python3.12',
    timeoutMs: 10_000,
    settleTimeoutMs: 60_000,
    patienceMs: 60_000,
    deadlineMs: 3_600_000,
    maxRps: undefined,
    maxReplyBytes: 1_048_576,
    keep: false,
    replay: undefined,
    signal: undefined,
    explore: 900,
    shrinkAttempts: 250,
    shrinkMs: 240_000,
    confirmations: 2,
    maxRequests: 20_000,
    raceRequests: 600,
    clients: { atOnce: 4 },
  })
})

const atOnce = (options: RunOptions) => settingsOf(options).clients.atOnce

test('quick makes no calls at the same moment, standard of 4 clients, deep of 8', () => {
  expect(atOnce({ profile: 'quick' })).toBe(0)
  expect(atOnce({ profile: 'standard' })).toBe(4)
  expect(atOnce({ profile: 'deep' })).toBe(8)
  expect(atOnce({ profile: 'quick', concurrency: 2 })).toBe(2)
  expect(atOnce({ profile: 'deep', concurrency: 0 })).toBe(0)
})

test('no more clients call at once than requests a second are allowed, in a shard of its part', () => {
  expect(settingsOf({ maxRps: 15 }).clients).toEqual({ atOnce: 4 })
  expect(settingsOf({ maxRps: 3 }).clients).toEqual({ atOnce: 3 })
  expect(settingsOf({ maxRps: 8, shard: { index: 1, of: 4 } }).clients).toEqual({ atOnce: 2 })
  expect(settingsOf({ maxRps: 1.9 }).clients).toEqual({
    atOnce: 0,
    leftOutBecause: 'fewer than two requests a second are allowed, and it takes two at once',
  })
})

test('what is given is taken', () => {
  const signal = AbortSignal.abort()
  const given = {
    edition: '2019-06',
    profile: 'quick',
    seed: 0,
    without: ['GetPolicy'],
    role: 'arn:aws:iam::1:role/r',
    runtime: 'nodejs22.x',
    timeoutMs: 1,
    settleTimeoutMs: 2,
    patienceMs: 3,
    maxRequests: 4,
    keep: true,
    replay: '1:layers:2',
    signal,
  } as const
  expect(settingsOf({ ...given, deadlineS: 5 })).toMatchObject({ ...given, deadlineMs: 5_000 })
})

test('a seed that is not given is drawn, and fits a token', () => {
  const seeds = Array.from({ length: 50 }, () => settingsOf({}).seed)
  expect(new Set(seeds).size).toBeGreaterThan(40)
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < maxSeed)).toBe(true)
})

test('a deeper profile spends more', () => {
  const [quick, standard, deep] = (['quick', 'standard', 'deep'] as const).map((profile) =>
    settingsOf({ profile }),
  )
  expect(quick?.explore).toBe(0)
  for (const name of ['explore', 'shrinkAttempts', 'confirmations', 'maxRequests'] as const) {
    expect([name, quick?.[name], standard?.[name], deep?.[name]]).toEqual([
      name,
      ...[quick?.[name], standard?.[name], deep?.[name]].toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    ])
  }
})

test('a longer timeout brings more patience with it', () => {
  expect(settingsOf({ timeoutMs: 100 }).patienceMs).toBe(60_000)
  expect(settingsOf({ timeoutMs: 30_000 }).patienceMs).toBe(180_000)
})

test('every edition has a runtime that can be changed to another one', () => {
  for (const edition of editions) {
    expect(otherRuntimeOf(settingsOf({ edition }).runtime)).toBeDefined()
  }
})

const rate = (endpoint: string, options: RunOptions = {}) =>
  settingsFor({ endpoint }, options).maxRps

test('another machine is asked fifteen times a second at most, this one as often as it answers', () => {
  expect(rate('https://lambda.eu-west-1.amazonaws.com')).toBe(15)
  expect(rate('http://10.0.0.1:4566')).toBe(15)
  expect(rate('http://127.0.0.1:4566')).toBeUndefined()
  expect(rate('https://lambda.eu-west-1.amazonaws.com', { maxRps: 40 })).toBe(40)
})

test('the shards of a run share its rate', () => {
  const shard = { index: 2, of: 4 }
  expect(rate('http://127.0.0.1:4566', { maxRps: 10, shard })).toBe(2.5)
  expect(rate('http://10.0.0.1', { shard })).toBe(3.75)
  expect(rate('http://127.0.0.1:4566', { shard })).toBeUndefined()
})

test('every run has a deadline, and a deeper one a later one', () => {
  const deadlines = (['quick', 'standard', 'deep'] as const).map(
    (profile) => settingsOf({ profile }).deadlineMs / 60_000,
  )
  expect(deadlines).toEqual([30, 60, 240])
})
