import { expect, test } from 'vitest'
import { parseLedger, readLedgers } from './read-ledger.ts'

const heading = {
  schemaVersion: 1,
  run: '0a1b2c3d',
  endpoint: 'http://127.0.0.1:4566',
  region: 'us-east-1',
  pid: 1,
  host: 'h',
  startedAt: '2026-11-21T20:30:00.000Z',
}
const name = 'lambda-conformance-0a1b2c3d-1-f0'
const asked = { is: 'asked', kind: 'function', name }

const read = (...lines: readonly unknown[]) =>
  parseLedger(
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
    'x.ndjson',
  )

test('a line that was being written when the process ended lists nothing', () => {
  const whole = `${JSON.stringify(heading)}\n${JSON.stringify(asked)}\n`
  expect(parseLedger(`${whole}{"is":"asked","kind":"fun`, 'x')).toMatchObject({
    kind: 'kept',
    left: [{ name, asked: 1 }],
  })
})

test('a file that ends within its heading was never asked to list anything', () => {
  for (const text of ['', '{"schemaVersion":1,"run":"0a1']) {
    expect(parseLedger(text, 'x')).toMatchObject({ kind: 'empty', file: 'x' })
  }
})

test.each([
  ['a function of somebody', { ...asked, name: 'production' }],
  ['the prefix of another run', { ...asked, name: 'lambda-conformance-ffffffff-1-f0' }],
  ['an ARN', { ...asked, name: `arn:aws:lambda:us-east-1:1:function:${name}` }],
  ['another function behind a name', { ...asked, name: `${name}:function:production` }],
  ['a way out of a path', { ...asked, name: `${name}/../production` }],
  ['a name with a control character', { ...asked, name: `${name}\u001b[2J` }],
  ['no name', { is: 'asked', kind: 'function' }],
  ['another kind', { ...asked, kind: 'bucket' }],
  ['a name that is a list', { ...asked, name: [name] }],
])('a ledger that lists %s is not followed at all', (_, entry) => {
  expect(read(heading, asked, entry)).toMatchObject({
    kind: 'unreadable',
    why: expect.stringContaining('line 3'),
  })
})

test.each([
  ['of another release', { ...heading, schemaVersion: 2 }],
  ['without a run', { ...heading, run: '../x' }],
  ['without an endpoint', { ...heading, endpoint: 'file:///etc' }],
  ['that is no object', '[]'],
  ['that is not JSON', 'hello'],
])('a heading %s makes no ledger', (_, first) => {
  expect(read(first, asked).kind).toBe('unreadable')
})

test('a line that was cut short lists nothing, and does not hide those after it', () => {
  expect(read(heading, '{"is":"as', asked)).toMatchObject({ kind: 'kept', left: [{ name }] })
})

test('where there is no directory there is no ledger', async () => {
  expect(await readLedgers('/nowhere/at/all')).toEqual([])
})

test('a directory that is none is said to be so', async () => {
  await expect(readLedgers(new URL(import.meta.url).pathname)).rejects.toThrow(
    /^the ledgers in ".*" cannot be read \(ENOTDIR\); give another directory with --ledger$/,
  )
})
