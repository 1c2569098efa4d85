import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { html } from './markup.ts'
import { documentShell, type DocumentParts } from './shell.ts'

const shellOf = (over: Partial<DocumentParts> = {}): string =>
  documentShell({
    title: 'a title',
    bar: html`<b>bar</b>`,
    skipTo: [['there', 'Skip there']],
    body: html`<main id="there">body</main>`,
    styles: ['p { color: red }'],
    scripts: ['console.log(1)'],
    ...over,
  })

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('the policy names every script and style of the page, and allows nothing else', () => {
  const page = shellOf()
  const policy = /content="(default-src[^"]*)"/.exec(page)?.[1] ?? ''
  const inside = (tag: string): string[] =>
    Array.from(page.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, 'g')), ([, text]) =>
      hashOf(text ?? ''),
    )
  expect(policy).toContain(`default-src 'none'; style-src ${inside('style').join(' ')}; `)
  expect(policy).toContain(`script-src ${inside('script').join(' ')}; `)
  expect(inside('script')).toHaveLength(3)
  expect(policy).not.toContain('unsafe')
})

test('the title stays text', () => {
  expect(shellOf({ title: '</title><script>' })).toContain(
    '<title>&lt;/title&gt;&lt;script&gt;</title>',
  )
})

test.each([{ styles: ['a{}</style>'] }, { scripts: ['"</SCRIPT>"'] }, { scripts: ['"<!--"'] }])(
  'an asset that would end its own tag is refused: %j',
  (over) => {
    expect(() => shellOf(over)).toThrow('end of its own')
  },
)
