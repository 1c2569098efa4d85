import { expect, test } from 'vitest'
import { editions } from '../editions.ts'
import { operationNames } from '../operations.ts'
import { sources } from '../sources.ts'
import { areas, rules } from './catalogue.ts'
import type { Rule } from './rule.ts'

const all: readonly (readonly [string, Rule])[] = Object.entries(rules)

/** What is wrong with the rules, one line each. */
const faults = (faultOf: (rule: Rule, id: string) => readonly unknown[]): readonly string[] =>
  all.flatMap(([id, rule]) => faultOf(rule, id).map((fault) => `${id}: ${String(fault)}`))

test('an id is given once, in the area it names, in lower-case words', () => {
  const ids = Object.values(areas).flatMap((area) => Object.keys(area))
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(all.map(([id]) => id)).toEqual(ids)
  for (const [area, ofArea] of Object.entries(areas)) {
    expect(Object.keys(ofArea).filter((id) => !id.startsWith(`${area}/`))).toEqual([])
  }
  expect(ids.filter((id) => !/^[a-z0-9-]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
})

test('an id of before is no id of now, and leads to one rule', () => {
  const aliases = all.flatMap(([, rule]) => rule.aliases ?? [])
  expect(aliases.filter((alias) => Object.hasOwn(rules, alias))).toEqual([])
  expect(new Set(aliases).size).toBe(aliases.length)
})

test('a title is a fact: its own, starting in lower case, without a full stop', () => {
  const titles = all.map(([, { title }]) => title)
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  // Names of the service begin as the service writes them.
  expect(
    titles.filter((title) => !/^(?:[a-z$]|[A-Z][a-z]+[A-Z]|[A-Z]+[a-z]?\b)/.test(title)),
  ).toEqual([])
  expect(titles.filter((title) => /[.!?\s]$|^\s|\s\s|\bshould\b/.test(title))).toEqual([])
})

test('a citation names a source that is there, and a section of it', () => {
  expect(
    faults(({ cites }) => cites.filter(({ document }) => !Object.hasOwn(sources, document))),
  ).toEqual([])
  expect(faults(({ cites }) => cites.filter(({ section }) => section.trim() === ''))).toEqual([])
})

test('a recorded fact is cited by its number', () => {
  expect(
    faults(({ cites }) =>
      cites.flatMap(({ document, section }) =>
        document !== 'facts' ||
        /^(F(0(0[1-9]|[1-9]\d)|1([01]\d|2[0-4]))|Q([1-9]|1[0-5]))$/.test(section)
          ? []
          : [section],
      ),
    ),
  ).toEqual([])
})

test('nothing is cited twice by one rule', () => {
  expect(
    faults(({ cites }) => {
      const written = cites.map((citation) => JSON.stringify(citation))
      return written.filter((citation, index) => written.indexOf(citation) !== index)
    }),
  ).toEqual([])
})

test('a rule that is recorded only is no must, one that is documented cites a document', () => {
  expect(
    faults(({ level, basis }) => (level === 'must' && basis !== 'documented' ? [basis] : [])),
  ).toEqual([])
  expect(
    faults(({ basis, cites }) =>
      basis === 'documented' && cites.every(({ document }) => document === 'facts')
        ? ['cites facts only']
        : [],
    ),
  ).toEqual([])
})

test('what a rule needs is an operation, named once', () => {
  const known = new Set<string>(operationNames)
  expect(faults(({ needs }) => needs.filter((name) => !known.has(name)))).toEqual([])
  expect(faults(({ needs }) => (new Set(needs).size === needs.length ? [] : [needs]))).toEqual([])
})

test('what a rule depends on is a rule that can fail, and not itself', () => {
  expect(
    faults(({ dependsOn = [] }, id) =>
      dependsOn.filter((other) => {
        const rule = rules[other]
        return other === id || rule === undefined || rule.level === 'may'
      }),
    ),
  ).toEqual([])
})

const onTheWay = (id: string, path: readonly string[]): readonly string[] =>
  path.includes(id)
    ? [[...path.slice(path.indexOf(id)), id].join(' > ')]
    : (rules[id]?.dependsOn ?? []).flatMap((other) => onTheWay(other, [...path, id]))

test('no rule depends on itself by way of others', () => {
  expect(faults((_, id) => onTheWay(id, []))).toEqual([])
})

test('the editions of a rule are editions, the first not after the last', () => {
  expect(
    faults(({ edition }) => {
      const from = edition?.from === undefined ? 0 : editions.indexOf(edition.from)
      const to = edition?.to === undefined ? editions.length - 1 : editions.indexOf(edition.to)
      return from >= 0 && from <= to ? [] : [`${edition?.from} to ${edition?.to}`]
    }),
  ).toEqual([])
})

test('a reason, where there is one, is a sentence', () => {
  expect(
    faults(({ why }) => (why === undefined || /^[A-Z$].*[^\s.]\.$/.test(why) ? [] : [why])),
  ).toEqual([])
})
