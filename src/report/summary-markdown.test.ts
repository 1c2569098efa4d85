import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileTexts } from './outcome.fixture.ts'
import { withoutCode } from './summary-markdown.fixture.ts'
import { code, codeBlock, details, fitting } from './summary-markdown.ts'

const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('`', ' ', 'a', '\n', '~', '\\') }),
)

test.each([
  ['plain', '`plain`'],
  ['a`b', '``a`b``'],
  ['`a`', '`` `a` ``'],
  ['a``b`', '``` a``b` ```'],
  [' a ', '`  a  `'],
  ['@user #1 https://x www.x [a](b) <b>', '`@user #1 https://x www.x [a](b) <b>`'],
  ['a\nb', '`a\\u{a}b`'],
  ['', '(empty)'],
  ['  ', '(empty)'],
])('%j becomes the code span %s', (text, span) => {
  expect(code(text)).toBe(span)
})

test('no text gets out of a code span or of a fenced block', () => {
  fc.assert(
    fc.property(anyText, anyText, (first, second) => {
      const markdown = `- (${code(first)}): ${code(second)}\n\n${codeBlock('text', [first, second])}\n\nend`
      expect(withoutCode(markdown).replaceAll('(empty)', '')).toBe('- (): \n\n\nend')
    }),
  )
})

test('a fence is longer than every run of backticks within', () => {
  expect(codeBlock('sh', ['a ```` b'])).toBe('`````sh\na ```` b\n`````')
})

test('a line of a fenced block stays a line, with what is unseen made visible', () => {
  expect(codeBlock('text', ['a\nb', 'c\u202e'])).toBe('```text\na\\u{a}b\nc\\u{202e}\n```')
})

test('what is behind a click stands between blank lines, or it would not be Markdown', () => {
  expect(details('more', ['- a', '- b'])).toBe(
    '<details><summary>more</summary>\n\n- a\n\n- b\n\n</details>',
  )
})

test('blocks are shown up to the first that does not fit, by bytes', () => {
  expect(fitting(['ab', 'cd', 'e'], 8)).toEqual({ shown: ['ab', 'cd'], left: 1 })
  expect(fitting(['→→', 'cd'], 8)).toEqual({ shown: ['→→'], left: 1 })
  expect(fitting([], 0)).toEqual({ shown: [], left: 0 })
})
