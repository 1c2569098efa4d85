import { expect, test } from 'vitest'
import { rules } from '../../spec/rules/catalogue.ts'
import { statements } from '../../spec/statements/all.ts'
import { rulesPage } from './rules-page.ts'

const page = rulesPage()
const lines = page.split('\n')
const [, byArea = '', bySource = ''] = page.split(/^## .*$/m)

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, first = '']) => first)

test('the rules it counts are those it shows, and those there are', () => {
  const shown = matches(byArea, /^- `(.*?)` \(/gm)
  expect(shown).toEqual(Object.keys(rules))
  const levels = matches(byArea, /^- `.*?` \((\w+),/gm)
  const of = (level: string): number => levels.filter((own) => own === level).length
  expect(lines).toContain(
    `${shown.length} rules: ${of('must')} must, ${of('should')} should, ${of('may')} may.`,
  )
})

test('the statements it counts are those it shows, and those there are', () => {
  const shown = matches(bySource, /^- (.*)$/gm)
  expect(shown).toEqual(statements.map(({ text }) => text))
  const excluded = matches(bySource, /^ {2}- not judged: (.*)$/gm).length
  const row = `| all | ${shown.length} | ${shown.length - excluded} | ${excluded} |`
  expect(lines).toContain(row)
})

test('each source is counted by itself', () => {
  for (const part of bySource.split(/^### /m).slice(1)) {
    const [title = ''] = part.split('\n')
    const shown = matches(part, /^- (.*)$/gm).length
    const excluded = matches(part, /^ {2}- not judged: (.*)$/gm).length
    expect(lines).toContain(`| ${title} | ${shown} | ${shown - excluded} | ${excluded} |`)
  }
})

test('both ways it tells the same', () => {
  const down = matches(bySource, /^ {2}- → `(.*)`$/gm)
  expect(matches(byArea, /^ {2}- (\S+, .*: .*)$/gm)).toHaveLength(down.length)
  expect(new Set(down)).toEqual(new Set(Object.keys(rules)))
})
