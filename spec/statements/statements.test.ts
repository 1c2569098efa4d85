import { expect, test } from 'vitest'
import { rules } from '../rules/catalogue.ts'
import type { Rule } from '../rules/rule.ts'
import type { SourceId } from '../sources.ts'
import { registry, sectionOf, statements, type Statement } from './all.ts'

const inWords = ({ document, section, text }: Statement): string =>
  `${document} ${section}: ${text}`

/** Two documents about one operation: a rule that cites either stands under the statements of both. */
const twins: Partial<Record<SourceId, SourceId>> = { '001': '000', '004': '002' }

/** A recorded fact and a shape of the model stand for themselves; a section of a document is read with the rest of it. */
const isCited = ({ document, section }: Statement, { cites }: Rule): boolean =>
  document === 'facts' || document.startsWith('model-')
    ? cites.some((cite) => cite.document === document && sectionOf(cite) === section)
    : cites.some((cite) => cite.document === document || cite.document === twins[document])

const where = ({ document, section }: Statement): string => `${document} ${section}`
const stated = new Set(statements.map(where))
/** Which rule stands where. */
const standing = new Set(
  statements.flatMap((statement) => statement.rules.map((id) => `${id} cites ${where(statement)}`)),
)
const all: readonly (readonly [string, Rule])[] = Object.entries(rules)

test('every statement has rules, or the reason why it has none', () => {
  expect(
    statements
      .filter(({ rules: ids, reason }) => ids.length === 0 && reason === undefined)
      .map(inWords),
  ).toEqual([])
})

test('a rule that stands under a statement cites where it stands', () => {
  const uncited = statements.flatMap((statement) =>
    statement.rules
      .filter((id) => !isCited(statement, rules[id]!))
      .map((id) => `${inWords(statement)} → ${id}`),
  )
  expect(uncited).toEqual([])
})

test('what a rule cites is stated there, and names the rule', () => {
  const cited = all.flatMap(([id, { cites }]) =>
    cites.map((cite) => `${id} cites ${cite.document} ${sectionOf(cite)}`),
  )
  expect(cited.filter((citation) => !standing.has(citation))).toEqual([])
})

test('every rule stands under a statement, and only rules do', () => {
  const named = new Set<string>(statements.flatMap(({ rules: ids }) => ids))
  expect(all.map(([id]) => id).filter((id) => !named.has(id))).toEqual([])
  expect([...named].filter((id) => !Object.hasOwn(rules, id))).toEqual([])
})

test('no rule is named twice under one statement', () => {
  expect(
    statements.filter(({ rules: ids }) => new Set(ids).size < ids.length).map(inWords),
  ).toEqual([])
})

test('a section of a source stands in one file, and states something', () => {
  const sections = registry.flatMap(({ document, sections: own }) =>
    Object.keys(own).map((section) => `${document} ${section}`),
  )
  expect(sections.filter((section, index) => sections.indexOf(section) !== index)).toEqual([])
  expect(sections.filter((section) => !stated.has(section))).toEqual([])
})

const numbers = (letter: string, digits: number, last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => letter + String(index + 1).padStart(digits, '0'))

test('every fact and every open question is there', () => {
  const facts = registry
    .filter(({ document }) => document === 'facts')
    .flatMap(({ sections }) => Object.keys(sections))
  expect(facts.toSorted()).toEqual([...numbers('F', 3, 124), ...numbers('Q', 1, 15)].toSorted())
})

test('a statement and a reason are lines of text without a full stop', () => {
  const texts = statements.flatMap(({ text, reason }) => [
    text,
    ...(reason === undefined ? [] : [reason]),
  ])
  expect(texts.filter((text) => /[.\s]$|^\s|\s\s|\n/.test(text))).toEqual([])
})

test('what is not judged says why in words of some length', () => {
  expect(
    statements.filter(({ reason }) => reason !== undefined && reason.length < 15).map(inWords),
  ).toEqual([])
})
