import { expect, test } from 'vitest'
import { html, join, raw } from './markup.ts'

test.each([
  ['</script><script>alert(1)</script>', '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['<img onerror="alert(1)">', '&lt;img onerror="alert(1)"&gt;'],
  ['--></style>', '--&gt;&lt;/style&gt;'],
  ['&lt;', '&amp;lt;'],
  ['a\u202eb', String.raw`a\u{202e}b`],
  ['a\u2028b', String.raw`a\u{2028}b`],
  ['a\ud800b', String.raw`a\u{d800}b`],
  ['a\0\rb', String.raw`a\u{0}\u{d}b`],
  ['a\n\tb', 'a\n\tb'],
])('%j stays text', (text, shown) => {
  expect(html`<p>${text}</p>`.markup).toBe(`<p>${shown}</p>`)
})

test('no text ends the attribute it stands in', () => {
  expect(html`<a title="${'" onclick="x'}">a</a>`.markup).toBe(
    '<a title="&quot; onclick=&quot;x">a</a>',
  )
})

test('markup goes in as it is, alone and in lists', () => {
  const item = html`<li>${'<'}</li>`
  expect(html`<p>${[item, item]}</p>`.markup).toBe('<p><li>&lt;</li><li>&lt;</li></p>')
  expect(html`<p>${raw('<hr>')}${undefined}${false}${0}</p>`.markup).toBe('<p><hr>0</p>')
  expect(join([item, item], ' < ').markup).toBe('<li>&lt;</li> &lt; <li>&lt;</li>')
})

// Not written as templates: a formatter would mend them.
const asTemplate = (strings: readonly string[]): TemplateStringsArray =>
  Object.assign(strings, { raw: strings })

test('an attribute without quotes is refused', () => {
  expect(() => html(asTemplate(['<a href=', '>']), 'x')).toThrow('without quotes')
})

test('markup in an attribute is refused', () => {
  expect(() => html(asTemplate(['<a href="', '">']), raw('x'))).toThrow('in an attribute')
})
