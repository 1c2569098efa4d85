import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { UsageError } from '../run/errors.ts'
import { readBaseline } from './read-baseline.ts'

const fileOf = async (content: string | Uint8Array): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'baseline-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'known.yaml')
  await writeFile(file, content)
  return file
}

test('a file is read under the name it was given', async () => {
  const file = await fileOf('\ufeffversion: 1\r\nknownFlaky: []\r\n')
  expect(await readBaseline(file)).toEqual({
    file,
    expectedFailures: [],
    expectedUnsupported: [],
    knownFlaky: [],
  })
})

test.each<[string, string | Uint8Array, RegExp]>([
  ['too large a file', `version: 1\n${'#'.repeat(500_000)}`, /has more than 500000 bytes/],
  ['a file that is no text', Buffer.from([0x76, 0xff, 0xfe]), /is not UTF-8 text/],
])('%s is wrong usage', async (_what, content, message) => {
  const read = readBaseline(await fileOf(content))
  await expect(read).rejects.toThrow(UsageError)
  await expect(read).rejects.toThrow(message)
})

test.each([
  [
    '/nowhere/known.yaml',
    /^the baseline cannot be read: "\/nowhere.*\(ENOENT\); .* init writes one$/,
  ],
  [tmpdir(), /\(EISDIR\)$/],
  ['/dev/zero', /has more than 500000 bytes/],
])('%s cannot be a baseline', async (path, message) => {
  await expect(readBaseline(path)).rejects.toThrow(message)
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is wrong usage', async () => {
  const file = await fileOf('version: 1')
  await chmod(file, 0)
  await expect(readBaseline(file)).rejects.toThrow(/\(EACCES\)$/)
})
