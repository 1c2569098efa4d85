import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDirectory } from './make-directory.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'make-directory-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a directory is made with those above it, and once more without harm', async () => {
  const path = join(folder, 'a', 'b', 'c')
  await makeDirectory(path)
  await makeDirectory(path)
  expect((await stat(path)).isDirectory()).toBe(true)
})

test('a file in the way is an error', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(makeDirectory(join(folder, 'file', 'below'))).rejects.toThrow()
})

test.skipIf(!existsSync('/proc/self'))(
  'a file system that takes no directories is an error, not a hang',
  async () => {
    await expect(makeDirectory('/proc/lambda-conformance/below')).rejects.toThrow()
  },
)
