import { expect, test } from 'vitest'
import { difference } from './difference.ts'

test.each([
  {
    expected: 'Version "1", already made from this code',
    actual: 'Version "2"',
    left: 'Version "<del>1</del>", already made from this code',
    right: 'Version "<ins>2</ins>"',
  },
  {
    expected: 'content-type application/json',
    actual: 'content-type text/html',
    left: 'content-type <del>application/json</del>',
    right: 'content-type <ins>text/html</ins>',
  },
  {
    expected: 'statements one, two',
    actual: 'statements one, two, three',
    left: 'statements one, two',
    right: 'statements one, two<ins>, three</ins>',
  },
  {
    expected: 'a success, or an error that says that the reply was lost',
    actual: '412 PreconditionFailedException, though the first request was carried out',
    left: 'a success, or an error that says that the reply was lost',
    right: '412 PreconditionFailedException, though the first request was carried out',
  },
])('what differs between "$expected" and "$actual" is marked', (given) => {
  const { expected, actual } = difference(given.expected, given.actual)
  expect(expected.markup).toBe(given.left)
  expect(actual.markup).toBe(given.right)
})

test('a marked word stays text', () => {
  const { actual } = difference('name alpha', 'name <b>')
  expect(actual.markup).not.toContain('<b>')
})

test('long texts are shown without marks', () => {
  const { expected } = difference('a '.repeat(300), 'a b')
  expect(expected.markup).toBe('a '.repeat(300))
})
