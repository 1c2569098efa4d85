import { expect, test } from 'vitest'
import { attributes, content, xmlDocument } from './junit-xml.ts'

const written = (text: string): string =>
  xmlDocument({ a: { ...attributes({ b: text }), ...content([text]) } }).split('\n')[1] ?? ''

test.each([
  ['markup', '<x y="1">&\'', '&lt;x y=&quot;1&quot;&gt;&amp;&apos;'],
  ['an entity', '&amp;&#0;', '&amp;amp;&amp;#0;'],
  ['the end of a CDATA section', ']]>', ']]&gt;'],
  ['a control character', 'a\u0000\u001bb', String.raw`a\u{0}\u{1b}b`],
  ['a line break', 'a\r\n\tb', String.raw`a\u{d}\u{a}\u{9}b`],
  ['a lone surrogate', 'a\ud800b', String.raw`a\u{d800}b`],
  ['what is no character', 'a\ufffe\uffffb', String.raw`a\u{fffe}\u{ffff}b`],
  ['a bidi override', 'a\u202eb', String.raw`a\u{202e}b`],
  ['a truth value', 'true', 'true'],
  ['other scripts', '日本語 🚀', '日本語 🚀'],
])('%s stays text, in an attribute and in an element', (_what, text, shown) => {
  expect(written(text)).toBe(`<a b="${shown}">${shown}</a>`)
})

test('lines of an element stay lines', () => {
  expect(xmlDocument({ a: content(['x', 'y']) })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a>x\ny</a>\n',
  )
})

test('an attribute without a value is left out', () => {
  expect(xmlDocument({ a: attributes({ b: undefined, c: 0, d: '' }) })).toContain('<a c="0" d=""/>')
})
