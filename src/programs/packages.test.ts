import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { packages } from './packages.ts'

// Written down, so that another machine, another day or another release of the packer is seen to matter.
const sums = {
  a: '92b9f6916e8c8ec0bf5bd71441abc463bf4a16c6e82a6a647e9aa41b12b85fb3',
  b: '0d9c3e8e44f9ce39fa0d26e5c3d522355d9fffe2b77ef68f627627074b61741d',
  c: 'bf5b5b4018fb20e6d1d9fb57addb49f86849575cdfec5415dd47b117b22802e3',
} as const

test.each(['a', 'b', 'c'] as const)(
  'package %s has the same bytes everywhere and always',
  (letter) => {
    expect(packages[letter].sha256.hex).toBe(sums[letter])
  },
)

test.each(['a', 'b', 'c'] as const)(
  'package %s is a zip with a handler for every runtime',
  (letter) => {
    const files = unzipSync(packages[letter].bytes)
    expect(Object.keys(files)).toEqual(['index.js', 'index.py'])
    for (const bytes of Object.values(files)) {
      expect(Buffer.from(bytes).toString()).toContain(`'${letter}'`)
    }
  },
)

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
