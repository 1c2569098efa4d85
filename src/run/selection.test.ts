import { expect, test } from 'vitest'
import { ruleIds } from '../../generated/rule-ids.ts'
import { editions } from '../../spec/editions.ts'
import { holdsIn, ruleOf, selectRules } from './selection.ts'

test('without a choice every rule of the edition is judged', () => {
  for (const edition of editions) {
    expect(selectRules(edition, undefined, undefined)).toEqual(
      ruleIds.filter((id) => holdsIn(ruleOf(id), edition)),
    )
  }
  expect(selectRules('2024-08', [], [])).toEqual(selectRules('2024-08', undefined, undefined))
})

const chosenBy = (globs: readonly string[]) => selectRules('2024-08', globs, undefined)

test('globs choose, by area, by part of a name, several at once', () => {
  expect(chosenBy(['layers/*'])).toEqual([])
  expect(chosenBy(['preconditions/*']).every((id) => id.startsWith('preconditions/'))).toBe(true)
  expect(chosenBy(['preconditions/*']).length).toBeGreaterThan(3)
  expect(chosenBy(['*/update-in-progress-is-409'])).toEqual([
    'publish-version/update-in-progress-is-409',
    'update-function-code/update-in-progress-is-409',
  ])
  expect(chosenBy(['versions/is-listed', 'errors/body'])).toEqual([
    'versions/is-listed',
    'errors/body',
  ])
  expect(chosenBy(['*'])).toEqual([])
  expect(chosenBy(['**'])).toEqual(selectRules('2024-08', undefined, undefined))
})

test('what is skipped is left out of what is chosen', () => {
  expect(selectRules('2024-08', ['versions/is-*'], ['versions/is-readable'])).toEqual([
    'versions/is-listed',
  ])
  expect(selectRules('2024-08', undefined, ['**'])).toEqual([])
})

test('a rule of later editions is not judged in an earlier one', () => {
  const id = 'no-change/logging-config-change-makes-version'
  expect(selectRules('2019-06', [id], undefined)).toEqual([])
  expect(selectRules('2024-08', [id], undefined)).toEqual([id])
})

const held = (edition: Parameters<typeof holdsIn>[0]['edition']) =>
  editions.filter((asked) => holdsIn(edition === undefined ? {} : { edition }, asked))

test('an edition lies between from and to, both included', () => {
  expect(held(undefined)).toEqual(editions)
  expect(held({ from: '2019-06', to: '2024-08' })).toEqual(['2019-06', '2024-08'])
  expect(held({ to: '2018-11' })).toEqual(['2018-11'])
})

test('an id of before still chooses its rule', () => {
  for (const id of ruleIds) {
    for (const alias of ruleOf(id).aliases ?? []) {
      expect(selectRules('2024-08', [alias], undefined)).toContain(id)
    }
  }
})
