import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linesOf, type NumberedLine } from './check-lines.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const linesIn = async (content: string | Buffer, most?: number): Promise<NumberedLine[]> => {
  const path = join(directory, 'lines')
  await writeFile(path, content)
  const lines: NumberedLine[] = []
  for await (const line of linesOf(path, most)) lines.push(line)
  return lines
}

test.each<[string, string, NumberedLine[]]>([
  ['nothing', '', []],
  ['blank lines alone', '\n \n\t\n', []],
  [
    'a last line without an end',
    'a\nb',
    [
      { number: 1, text: 'a' },
      { number: 2, text: 'b' },
    ],
  ],
  [
    'blank lines between',
    '\n\na\n\nb\n',
    [
      { number: 3, text: 'a' },
      { number: 5, text: 'b' },
    ],
  ],
  ['the mark that some editors begin a file with', '\ufeffa\n', [{ number: 1, text: 'a' }]],
])('%s', async (_what, content, expected) => {
  expect(await linesIn(content)).toEqual(expected)
})

test('a line may go on over many pieces of a file, and a letter too', async () => {
  const long = 'ä'.repeat(1_500_001)
  const lines = await linesIn(`x${long}\n${long}\n`)
  expect(lines.map(({ text }) => text?.length)).toEqual([1_500_002, 1_500_001])
  expect(lines[0]?.text).toBe(`x${long}`)
})

test('a line that is too long ends the file, and is not held', async () => {
  expect(await linesIn(`a\n${'b'.repeat(101)}\nc\n`, 100)).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: undefined },
  ])
  expect(await linesIn('b'.repeat(100), 100)).toEqual([{ number: 1, text: 'b'.repeat(100) }])
})
