import { expect, test } from 'vitest'
import { editions } from '../../spec/editions.ts'
import { otherRuntimeOf } from '../programs/bindings.ts'
import { maxSeed, settingsOf } from './settings.ts'

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
    deadlineMs: undefined,
    keep: false,
    replay: undefined,
    signal: undefined,
    explore: 900,
    shrinkAttempts: 250,
    shrinkMs: 240_000,
    confirmations: 2,
    maxRequests: 20_000,
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
