import { expect, test } from 'vitest'
import { UsageError } from '../run/errors.ts'
import { endpoint, flag, integer, matching, number, oneOf, text, type Read } from './values.ts'

const messageOf = (read: Read<unknown>, typed: string): string => {
  try {
    read(typed, '--x')
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  throw new Error(`Failed to see an error, because ${JSON.stringify(typed)} was taken`)
}

test.each([
  ['http://127.0.0.1:4566', 'http://127.0.0.1:4566'],
  ['http://127.0.0.1:4566/', 'http://127.0.0.1:4566'],
  ['HTTPS://Lambda.Example.ORG/base/', 'https://lambda.example.org/base'],
  ['http://[::1]:80', 'http://[::1]'],
])('the endpoint %s is read as %s', (typed, url) => {
  expect(endpoint(typed, '--x')).toBe(url)
})

test.each([
  ['127.0.0.1:4566', '--x is not a URL: "127.0.0.1:4566"; write it like http://127.0.0.1:4566'],
  ['localhost:4566', '--x is not a URL: "localhost:4566"; write it like http://localhost:4566'],
  ['', '--x is not a URL: ""; write it like http://127.0.0.1:4566'],
  ['http://', '--x is not a URL: "http://"; write it like http://127.0.0.1:4566'],
  ['http://h:99999', '--x is not a URL: "http://h:99999"; write it like http://127.0.0.1:4566'],
  [
    'ftp://h/x',
    '--x is not an http or https URL: "ftp://h/x"; write it like http://127.0.0.1:4566',
  ],
  [
    'file:///etc/passwd',
    '--x is not an http or https URL: "file:///etc/passwd"; write it like http://127.0.0.1:4566',
  ],
  [
    'http://h/?a=1',
    '--x has a query or a fragment: "http://h/?a=1"; leave out what follows the path',
  ],
  ['http://h/#a', '--x has a query or a fragment: "http://h/#a"; leave out what follows the path'],
])('the endpoint %j is refused', (typed, message) => {
  expect(messageOf(endpoint, typed)).toBe(message)
})

test.each([
  'http://me:secret@h',
  'ftp://me:secret@h',
  'http://me:secret@h:99999',
  'me:secret@h',
  'http://secret@h',
])('the password in %s is not repeated', (typed) => {
  expect(messageOf(endpoint, typed)).not.toContain('secret')
})

test.each([
  [integer(1, 10), '1.5', '--x is not a whole number: "1.5"'],
  [integer(1, 10), '1e3', '--x is not a whole number: "1e3"'],
  [integer(1, 10), '', '--x is not a whole number: ""'],
  [integer(1, 10), '11', '--x is out of range: "11"; give a number from 1 to 10'],
  [integer(1, 10), '-1', '--x is out of range: "-1"; give a number from 1 to 10'],
  [number(0.1, 10), 'NaN', '--x is not a number: "NaN"'],
  [number(0.1, 10), '0', '--x is out of range: "0"; give a number from 0.1 to 10'],
  [
    oneOf('colour', ['red', 'green']),
    'gren',
    '--x names no colour: "gren". Did you mean "green"? There are: red, green',
  ],
  [
    oneOf('colour', ['red', 'green']),
    'zzzzzz',
    '--x names no colour: "zzzzzz". There are: red, green',
  ],
  [matching(/^a+$/, 'a row of a', 'aaa'), 'b', '--x is not a row of a: "b"; an example: aaa'],
  [flag, 'maybe', '--x is neither on nor off: "maybe"; give 1 or 0'],
  [text, ' ', '--x is empty; give a value or leave it out'],
  [text, 'a\u001b[2J', String.raw`--x holds control characters: "a\u{1b}[2J"`],
])('%# what cannot be read is refused with what to do', (read, typed, message) => {
  expect(messageOf(read, typed)).toBe(message)
})

test('numbers, words and switches are read', () => {
  expect(integer(1, 10)('7', '--x')).toBe(7)
  expect(number(0.1, 10)('0.5', '--x')).toBe(0.5)
  expect(oneOf('colour', ['red', 'green'])('red', '--x')).toBe('red')
  expect([flag('1', '--x'), flag('TRUE', '--x'), flag('0', '--x'), flag('', '--x')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
