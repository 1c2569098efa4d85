import { expect, test } from 'vitest'
import { embeddedMutants } from '../embedded.ts'
import { readWanted } from './wanted.ts'

const all = await embeddedMutants()

test('without a word all mutants are wanted, otherwise those of the rules that are named', () => {
  expect(readWanted([], all)).toEqual({ mutants: all, write: false })
  expect(readWanted(['--write'], all)).toEqual({ mutants: all, write: true })
  const one = 'publish-version/success-is-201'
  expect(new Set(readWanted([one], all).mutants.map(({ breaks }) => breaks))).toEqual(
    new Set([one]),
  )
  const ofArea = readWanted(['names'], all).mutants
  expect(ofArea.length).toBeGreaterThan(10)
  expect(ofArea.filter(({ breaks }) => !breaks.startsWith('names/'))).toEqual([])
})

test.each([
  [['nmes'], 'the pattern matches no rule: "nmes". Did you mean "names"?'],
  [['names', 'nmes'], 'the pattern matches no rule: "nmes".'],
  [['publish-version/empty-description'], 'no mutant breaks publish-version/empty-description'],
  [['--wirte'], 'there is no option "--wirte"'],
  [['--write', 'names'], '--write writes the matrix of all mutants'],
])('wrong usage (%j) is told before anything is judged', (words, message) => {
  expect(() => readWanted(words, all)).toThrow(message)
})
