import { expect, test } from 'vitest'
import { passing } from './baseline.fixture.ts'
import { globMatcher, knownRules } from './rule-names.ts'

const catalogue = {
  'a/new': { level: 'must', aliases: ['a/old'] },
  'a/other': { level: 'must' },
} as const

/** The ids that a glob names in a report of these rules. */
const named = (glob: string, ...ids: readonly string[]): readonly string[] => {
  const isNamed = globMatcher(glob)
  const known = knownRules({ rules: ids.map((id) => passing(id)) }, catalogue)
  return [...known].filter(([, { names }]) => isNamed(names)).map(([id]) => id)
}

test('a rule is known by the name it had, also in a report of that time', () => {
  for (const glob of ['a/new', 'a/old']) {
    expect(named(glob, 'a/new', 'a/other')).toEqual(['a/new'])
    expect(named(glob, 'a/old')).toEqual(['a/old'])
    expect(named(glob)).toEqual(['a/new'])
  }
})

test('a rule that only the report knows can be named', () => {
  expect(named('b/*', 'b/c')).toEqual(['b/c'])
  expect(named('b/*', 'a/new')).toEqual([])
})

test('an area alone names its rules, and no other area', () => {
  expect(named('a', 'ab/c', 'a/other').toSorted()).toEqual(['a/new', 'a/other'])
})
