import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { surveys } from '../../fixtures/mutants/surveys.ts'
import { ruleIds } from '../../generated/rule-ids.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'
import { areaOf, ruleOf } from '../run/selection.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'

// What only a client can get wrong has broken wrappers: client.test.ts.
const ofEndpoints = ruleIds.filter((id) => areaOf(id) !== 'client')

test('rules are surveyed where they are of level may, and have a mutant where not', () => {
  const mayBreak = new Set<string>(mutants.map(({ breaks }) => breaks))
  expect(Object.keys(surveys).toSorted()).toEqual(
    ofEndpoints.filter((id) => ruleOf(id).level === 'may').toSorted(),
  )
  expect(ofEndpoints.filter((id) => !mayBreak.has(id) && ruleOf(id).level !== 'may')).toEqual([])
})

test('every mutant has a name of its own', () => {
  const names = mutants.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('the kill matrix has every mutant, and missed none', () => {
  const page = readFileSync(new URL('../../generated/KILL-MATRIX.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => /^\| `(?!client\/)/.test(line))
  const cells = rows.map((row) => row.split(' | ').slice(0, 2).join(' | '))
  expect(cells).toEqual(mutants.map(({ name, breaks }) => `| \`${breaks}\` | ${name}`))
  expect(rows.filter((row) => row.endsWith('| missed |'))).toEqual([])
})

test('the reference endpoint breaks no rule, and no judge throws', async () => {
  const { verdicts } = await judgeSubject(referenceDriver({}), { profile: 'quick', seed: 1 })
  expect([...rulesWith(verdicts, 'fail'), ...rulesWith(verdicts, 'harness-error')]).toEqual([])
})

test('a mutant breaks other rules, if any, besides its own', () => {
  expect(mutants.filter(({ breaks, alsoBreaks }) => alsoBreaks.includes(breaks))).toEqual([])
})
