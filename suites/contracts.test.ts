import { expect, test } from 'vitest'
import { ruleIds } from '../generated/rule-ids.ts'
import { areas } from '../spec/rules/catalogue.ts'
import { clausesOf } from './contract.ts'
import { contracts } from './contracts/all.ts'

test('every rule stands in exactly one clause of the contract', () => {
  const listed = contracts.flatMap((contract) => clausesOf(contract).flatMap(([, ids]) => ids))
  expect(listed.toSorted()).toEqual([...ruleIds].toSorted())
})

test('every area has a contract, which holds rules of the area only', () => {
  expect(contracts.map(({ area }) => area)).toEqual(Object.keys(areas))
  for (const { area, clauses } of contracts) {
    const foreign = Object.values(clauses)
      .flat()
      .filter((id) => !id.startsWith(`${area}/`))
    expect({ area, foreign }).toEqual({ area, foreign: [] })
  }
})

test('a rule without a place of its own comes last', () => {
  const [first] = contracts
  if (first === undefined) throw new Error('there is no contract')
  const some = { ...first, clauses: { 'its reply': ['publish-version/success-is-201'] as const } }
  const [reply, besides] = clausesOf(some)
  expect(reply).toEqual(['its reply', ['publish-version/success-is-201']])
  expect(besides?.[0]).toBe('besides')
  expect(besides?.[1]).toContain('publish-version/success-body')
})
