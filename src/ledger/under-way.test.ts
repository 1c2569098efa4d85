import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { isUnderWay } from './under-way.ts'

const kept = (heading: { pid?: number; host?: string; startedAt?: string }, writtenAt = 0) => ({
  kind: 'kept' as const,
  file: 'x',
  left: [],
  writtenAt,
  heading: {
    schemaVersion: 1 as const,
    run: '0a1b2c3d',
    endpoint: 'http://127.0.0.1:1',
    region: '',
    pid: process.pid,
    host: hostname(),
    startedAt: new Date().toISOString(),
    ...heading,
  },
})

test('a run whose process is there is under way', () => {
  expect(isUnderWay(kept({}))).toBe(true)
})

test('a run whose process has ended is over', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  const { pid = 0 } = child
  await once(child, 'exit')
  expect(isUnderWay(kept({ pid }))).toBe(false)
  expect(isUnderWay(kept({ pid: 0 }))).toBe(false)
})

test.runIf(process.platform === 'linux')(
  'a process that began after the run is another program with its number',
  () => {
    expect(isUnderWay(kept({ startedAt: '2020-01-01T00:00:00.000Z' }))).toBe(false)
  },
)

test('nobody can look for a process of another machine: what was written lately may be in use', () => {
  const there = { host: 'another-machine', pid: 1 }
  expect(isUnderWay(kept(there, Date.now() - 60_000))).toBe(true)
  expect(isUnderWay(kept(there, Date.now() - 3_600_000))).toBe(false)
})
