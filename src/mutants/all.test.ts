import { expect, test } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { surveys } from '../../fixtures/mutants/surveys.ts'
import { ruleIds } from '../../generated/rule-ids.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'
import { ruleOf } from '../run/selection.ts'
import { driverOf } from './mutants.fixture.ts'

test('rules are surveyed where they are of level may, and have a mutant where not', () => {
  const mayBreak = new Set<string>(mutants.map(({ breaks }) => breaks))
  expect(Object.keys(surveys).toSorted()).toEqual(
    ruleIds.filter((id) => ruleOf(id).level === 'may').toSorted(),
  )
  expect(ruleIds.filter((id) => !mayBreak.has(id) && ruleOf(id).level !== 'may')).toEqual([])
})

test('every mutant has a name of its own', () => {
  const names = mutants.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('the reference endpoint breaks no rule, and no judge throws', async () => {
  const { verdicts } = await judgeSubject(driverOf({}), { profile: 'quick', seed: 1 })
  expect([...rulesWith(verdicts, 'fail'), ...rulesWith(verdicts, 'harness-error')]).toEqual([])
})

test('a mutant breaks other rules, if any, besides its own', () => {
  expect(mutants.filter(({ breaks, alsoBreaks }) => alsoBreaks.includes(breaks))).toEqual([])
})
