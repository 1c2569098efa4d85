import { existsSync, WriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Exchange, ProgramTrace } from '../drivers/driver.ts'
import { openTraceFile } from './trace-file.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(directory, { recursive: true, force: true })
})

const exchange: Exchange = {
  call: { operation: 'PublishVersion', input: { FunctionName: 'f' } },
  request: { method: 'POST', path: '/2015-03-31/functions/f/versions', headers: {}, body: '{}' },
  outcome: {
    kind: 'reply',
    status: 201,
    headers: { 'content-type': 'application/json' },
    text: JSON.stringify({ Version: '1', Description: 'x'.repeat(1_000) }),
    body: { kind: 'not-json', why: 'not looked at' },
  },
  startedAtMs: 0,
  endedAtMs: 1,
}

test('the trace has one program on each line', async () => {
  const traces: readonly ProgramTrace[] = [
    { program: 'directed', exchanges: [exchange] },
    { program: 'directed', shrinking: 'a/b', exchanges: [] },
  ]
  const file = openTraceFile(directory)
  for (const trace of traces) await file.write(trace)
  await file.close()
  const lines = (await readFile(join(directory, 'trace.ndjson'), 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(traces)
})

test('a line of many long replies is written in pieces, and is one line of JSON', async () => {
  const long: Exchange = {
    ...exchange,
    call: { ...exchange.call, input: { a: '\u009b'.repeat(90_000) } },
  }
  const trace: ProgramTrace = { program: '1', exchanges: [long, exchange, long, long] }
  const write = vi.spyOn(WriteStream.prototype, 'write')
  const file = openTraceFile(directory)
  await file.write(trace)
  await file.close()
  const sizes = write.mock.calls.map(([piece]) => String(piece).length)
  expect(sizes.length).toBe(4)
  expect(Math.max(...sizes)).toBeLessThan(600_000)
  const text = await readFile(join(directory, 'trace.ndjson'), 'utf8')
  expect(text.indexOf('\n')).toBe(text.length - 1)
  expect(JSON.parse(text)).toEqual(trace)
})

test('100,000 calls are written without being held', async () => {
  const path = join(directory, 'trace.ndjson')
  const file = openTraceFile(directory)
  const program = { program: '1', exchanges: Array.from({ length: 20 }, () => exchange) }
  let written = 0
  let held = 0
  for (let calls = 0; calls < 100_000; calls += 20) {
    await file.write(program)
    written += JSON.stringify(program).length + 1
    // What is not on the disk when the call comes back is held by the process.
    if (calls % 5_000 === 0) held = Math.max(held, written - (await stat(path)).size)
  }
  await file.close()
  expect(written).toBeGreaterThan(100_000_000)
  expect((await stat(path)).size).toBe(written)
  expect(held).toBe(0)
})

test('what keeps the trace from being written is told at the end, not on the way', async () => {
  const file = openTraceFile(join(directory, 'missing'))
  await file.write({ program: 'a', exchanges: [exchange] })
  await file.write({ program: 'b', exchanges: [exchange] })
  await expect(file.close()).rejects.toThrow('ENOENT')
})

test.skipIf(!existsSync('/dev/full'))('a full disk is told at the end', async () => {
  const file = openTraceFile(directory, '/dev/full')
  await file.write({ program: 'a', exchanges: [exchange] })
  await expect(file.close()).rejects.toThrow('ENOSPC')
})
