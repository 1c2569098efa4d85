import { expect, test } from 'vitest'
import { printCommand, shellQuote } from './shell-quote.ts'
import { bash } from './shell.fixture.ts'

const hostile = [
  '',
  'plain-word_1.2/3:4,5@6%7+8=9',
  "it's",
  "''",
  '$(touch /tmp/owned) `id` $HOME ${IFS} !!',
  '"; rm -rf / #',
  '\\',
  "\\'",
  '-n',
  '~/x *?[a] {a,b}',
  'a\nb\r\tc',
  'esc \u001b[31m and \u009b and \u007f',
  "bidi \u202e and ' and \\x41",
  'größer 日本語 🚀',
  '%s %d \\n',
]

test.each(hostile)('bash reads back %j unchanged', async (text) => {
  expect((await bash(`printf %s ${shellQuote(text)}`)).toString()).toBe(text)
  expect((await bash(printCommand(text))).toString()).toBe(text)
})

test.each(hostile)('the quoted form of %j is one visible line', (text) => {
  expect(shellQuote(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
})

test('text with NUL is printed byte by byte', async () => {
  const text = "a\0b'%\\ é9"
  expect((await bash(printCommand(text))).equals(Buffer.from(text))).toBe(true)
  expect(() => shellQuote(text)).toThrow('Failed to quote')
})

test('text longer than an argument may be is printed whole', async () => {
  const text = 'x'.repeat(300_000)
  expect((await bash(printCommand(text))).length).toBe(300_000)
})
