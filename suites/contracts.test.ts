import { expect, test } from 'vitest'
import { ruleIds } from '../generated/rule-ids.ts'
import { areas } from '../spec/rules/catalogue.ts'
import { isSeenOf, ruleOf } from '../src/run/selection.ts'
import { clausesFor, clausesOf } from './contract.ts'
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

const shownTo = (kind: Parameters<typeof clausesFor>[0]) =>
  contracts.flatMap((contract) => clausesFor(kind, contract).flatMap(([, ids]) => ids))

test('the contract of an endpoint has all rules but those about clients, and no clause without any', () => {
  const ofEndpoints = ruleIds.filter((id) => !id.startsWith('client/'))
  expect(shownTo('endpoint').toSorted()).toEqual(ofEndpoints.toSorted())
  const areasShown = contracts
    .filter((contract) => clausesFor('endpoint', contract).length > 0)
    .map(({ area }) => area)
  expect(areasShown).toEqual(Object.keys(areas).filter((area) => area !== 'client'))
})

test('the contract of a client has the rules about clients, and none that only a wire shows', () => {
  const kind = {
    operations: ['PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion'],
  } as const
  const shown = shownTo(kind)
  expect(shown.filter((id) => id.startsWith('client/')).length).toBeGreaterThan(40)
  expect(shown.filter((id) => ruleOf(id).wire === true)).toEqual([])
  expect(shown.toSorted()).toEqual(ruleIds.filter((id) => isSeenOf(kind, id)).toSorted())
})
