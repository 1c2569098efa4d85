import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decompress } from './decompress.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

test('gzip, deflate, brotli and identity are read', async () => {
  const plain = Buffer.from('{"a":1}')
  const table = [
    ['gzip', gzipSync(plain)],
    ['GZIP ', gzipSync(plain)],
    ['x-gzip', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['identity', plain],
    ['', plain],
  ] as const
  for (const [encoding, bytes] of table) {
    const result = await decompress(bytes, encoding, 100)
    expect({ encoding, got: result.kind === 'bytes' ? text(result.bytes) : result }).toEqual({
      encoding,
      got: '{"a":1}',
    })
  }
})

test('the limit is on what comes out', async () => {
  const bomb = Buffer.alloc(1_000_000)
  expect(await decompress(gzipSync(bomb), 'gzip', 1000)).toEqual({ kind: 'too-large' })
  expect(await decompress(brotliCompressSync(bomb), 'br', 1000)).toEqual({ kind: 'too-large' })
  expect((await decompress(gzipSync(bomb), 'gzip', 1_000_000)).kind).toBe('bytes')
})

test('a body that is not what it says, or says what nobody knows, is unreadable', async () => {
  const plain = Buffer.from('plain')
  for (const encoding of ['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', 'constructor']) {
    expect({ encoding, kind: (await decompress(plain, encoding, 100)).kind }).toEqual({
      encoding,
      kind: 'unreadable',
    })
  }
  const cut = gzipSync(Buffer.from('{"a":1}')).subarray(0, 12)
  expect((await decompress(cut, 'gzip', 100)).kind).toBe('unreadable')
})
