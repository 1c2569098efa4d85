import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { packages } from './packages.ts'

// Written down, so that another machine, another day or another release of the packer is seen to matter.
const sums = {
  a: '6bd8',
  b: '6bd8',
  c: '6bd8',
} as const

test.each(['a', 'b', 'c'] as const)('package %s has the same bytes everywhere and always', (letter) => {
  expect(packages[letter].sha256.hex).toBe(sums[letter])
})

test.each(['a', 'b', 'c'] as const)('package %s is a zip with a handler for every runtime', (letter) => {
  const files = unzipSync(packages[letter].bytes)
  expect(Object.keys(files)).toEqual(['index.js', 'index.py'])
  for (const bytes of Object.values(files)) {
    expect(Buffer.from(bytes).toString()).toContain(`return '${letter}'`.replace('return ', ''))
  }
})

test.each(['a', 'b', 'c'] as const)('the hashes of package %s are of its bytes', (letter) => {
  const { bytes, base64, sha256 } = packages[letter]
  const digest = createHash('sha256').update(bytes).digest()
  expect(Buffer.from(base64, 'base64')).toEqual(Buffer.from(bytes))
  expect(sha256).toEqual({ base64: digest.toString('base64'), hex: digest.toString('hex') })
})

test('no two packages are the same, all have the same size', () => {
  const all = Object.values(packages)
  expect(new Set(all.map(({ sha256 }) => sha256.hex)).size).toBe(3)
  expect(new Set(all.map(({ bytes }) => bytes.length)).size).toBe(1)
})
