import { expect, test } from 'vitest'
import { ruleIds } from '../../generated/rule-ids.ts'
import { editions } from '../../spec/editions.ts'
import { operationNames, type OperationName } from '../../spec/operations.ts'
import { areaOf, holdsIn, ruleOf, selectRules } from './selection.ts'

test('without a choice every rule of the edition is judged, of an endpoint but those about clients', () => {
  for (const edition of editions) {
    expect(selectRules(edition, undefined, undefined)).toEqual(
      ruleIds.filter((id) => areaOf(id) !== 'client' && holdsIn(ruleOf(id), edition)),
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

test('of an endpoint no rule about clients is judged, not even where one is asked for', () => {
  expect(chosenBy(['client/*'])).toEqual([])
})

const clientWith = (...operations: readonly OperationName[]) =>
  selectRules('2024-08', undefined, undefined, { operations })

test('of a client the rules about clients are judged, and those that name what it can do', () => {
  const all = clientWith('PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion')
  expect(all.filter((id) => areaOf(id) === 'client')).toEqual(
    ruleIds.filter((id) => areaOf(id) === 'client'),
  )
  expect(all).toContain('no-change/repeat-publish-returns-same-version')
  // An update of the configuration goes past it: what that does shows nothing of the client.
  expect(all).not.toContain('supporting/configuration-update-takes-effect')
})

test('a client that only publishes is judged by no rule that it has no part in', () => {
  const rules = clientWith('PublishVersion')
  expect(rules.filter((id) => !ruleOf(id).needs.includes('PublishVersion'))).toEqual([])
  expect(rules).toContain('client/keeps-revision-id')
  expect(rules).toContain('publish-version/snapshots-code')
  expect(rules).not.toContain('client/keeps-dry-run')
  expect(rules).not.toContain('update-function-code/takes-effect')
  expect(rules).not.toContain('publish-layer-version/always-a-new-version')
})

test('what only a wire shows is judged of an endpoint, and of no client', () => {
  const ofWires = ruleIds.filter((id) => ruleOf(id).wire === true && holdsIn(ruleOf(id), '2024-08'))
  expect(ofWires).toContain('errors/name-is-in-the-header')
  expect(selectRules('2024-08', undefined, undefined)).toEqual(expect.arrayContaining(ofWires))
  const seen = clientWith(...operationNames)
  expect(seen.filter((id) => ofWires.includes(id))).toEqual([])
})

test('an id of before still chooses its rule', () => {
  for (const id of ruleIds) {
    for (const alias of ruleOf(id).aliases ?? []) {
      expect(selectRules('2024-08', [alias], undefined)).toContain(id)
    }
  }
})
