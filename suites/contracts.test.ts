import { expect, test } from 'vitest'
import { ruleIds } from '../generated/rule-ids.ts'
import { contracts } from './contracts/all.ts'

test('every rule stands in exactly one clause of the contract', () => {
  const listed = contracts.flatMap(({ clauses }) => Object.values(clauses).flat())
  expect(listed.toSorted()).toEqual([...ruleIds].toSorted())
})
