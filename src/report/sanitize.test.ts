import { expect, test } from 'vitest'
import { reveal, sanitize } from './sanitize.ts'

test.each([
  ['an escape sequence', '\u001b[31mred\u001b[0m', String.raw`\u{1b}[31mred\u{1b}[0m`],
  [
    'an operating system command',
    '\u001b]8;;http://x\u0007link',
    String.raw`\u{1b}]8;;http://x\u{7}link`,
  ],
  ['a C1 control sequence introducer', '\u009b31m', String.raw`\u{9b}31m`],
  ['NUL and DEL', 'a\u0000b\u007f', String.raw`a\u{0}b\u{7f}`],
  ['line breaks and tabs', 'a\r\nb\tc', String.raw`a\u{d}\u{a}b\u{9}c`],
  ['a bidi override', 'a\u202eb\u2066c', String.raw`a\u{202e}b\u{2066}c`],
  ['invisible characters', 'a\u200bb\ufeffc\u00add', String.raw`a\u{200b}b\u{feff}c\u{ad}d`],
  ['a line separator', 'a\u2028b', String.raw`a\u{2028}b`],
  ['a lone surrogate', 'a\ud800b', String.raw`a\u{d800}b`],
  ['tag characters', 'a\u{e0041}b', String.raw`a\u{e0041}b`],
])('%s is made visible', (_what, text, shown) => {
  expect(reveal(text)).toBe(shown)
  expect(sanitize(text)).toBe(shown)
})

test('ordinary text of any script stays as it is', () => {
  expect(sanitize('Version "1" · größer → 日本語 🚀')).toBe('Version "1" · größer → 日本語 🚀')
})

test('long text is cut and says by how much', () => {
  expect(sanitize('x'.repeat(1_500), 10)).toBe(`${'x'.repeat(10)}… (1,490 more characters)`)
})

test('a cut never splits an escape or a surrogate pair', () => {
  expect(sanitize('abc\u001b', 5)).toBe('abc… (1 more characters)')
  expect(sanitize('🚀🚀🚀', 4)).toBe('🚀🚀… (2 more characters)')
})
