import { expect, test } from 'vitest'
import { ruleIds } from '../../generated/rule-ids.ts'
import { rules } from '../../spec/rules/catalogue.ts'
import { judges } from './registry.ts'

test('every rule has its judge, and every judge its rule', () => {
  expect(Object.keys(judges).toSorted()).toEqual([...ruleIds].toSorted())
  expect([...ruleIds]).toEqual(Object.keys(rules))
})

test('no two rules share a judge', () => {
  const shared = Object.entries(judges).filter(
    ([id, judge]) => Object.entries(judges).find(([, other]) => other === judge)?.[0] !== id,
  )
  expect(shared.map(([id]) => id)).toEqual([])
})

test('of an empty trace no judge says anything', () => {
  for (const id of ruleIds) {
    expect([id, judges[id]([], { edition: '2024-08', unsupported: new Set() })]).toEqual([
      id,
      { kind: 'silent' },
    ])
  }
})
