import { expect, test } from 'vitest'
import { labelled, wrap } from './wrap.ts'

test('text is broken at spaces', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four'])
})

test('a line may be exactly as wide as it is allowed', () => {
  expect(wrap('one two', 7)).toEqual(['one two'])
})

test('a word longer than a line is cut, whole characters only', () => {
  expect(wrap('a 🚀🚀🚀🚀🚀 b', 2)).toEqual(['a', '🚀🚀', '🚀🚀', '🚀', 'b'])
})

test('empty text is one empty line', () => {
  expect(wrap('', 10)).toEqual([''])
})

test('what follows a label stands under the first word', () => {
  expect(labelled('expected', 'one two three', 20)).toEqual([
    '  expected  one two',
    '            three',
  ])
})
