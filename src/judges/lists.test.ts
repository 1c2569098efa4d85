import { expect, test } from 'vitest'
import type { JsonObject } from '../call.ts'
import { call, configuration, created, judge } from './trace.fixture.ts'

const rule = 'listing/pages-make-up-the-list'

const published = (Version: string) =>
  call('PublishVersion', {}, 201, configuration({ Version, RevisionId: `v${Version}` }))
const page = (input: JsonObject, versions: readonly string[], NextMarker?: string) =>
  call('ListVersionsByFunction', { MaxItems: 2, ...input }, 200, {
    Versions: versions.map((Version) => configuration({ Version })),
    ...(NextMarker === undefined ? {} : { NextMarker }),
  })
const listOf = (...numbers: readonly string[]) =>
  call('ListVersionsByFunction', {}, 200, {
    Versions: ['$LATEST', ...numbers].map((Version) => configuration({ Version })),
  })
const made = [created(), published('1'), published('2')]
const first = page({}, ['$LATEST', '1'], 'm')

test('the pages of a list show each version once', () => {
  expect(judge(rule, [...made, first, page({ Marker: 'm' }, ['2'])])).toBe('held')
  expect(judge(rule, [...made, first, page({ Marker: 'm' }, ['1', '2'])])).toBe('violated')
  expect(judge(rule, [...made, first, page({ Marker: 'm' }, [])])).toBe('violated')
  expect(judge(rule, [...made, first, page({ Marker: 'm' }, ['2'], 'm')])).toBe('violated')
})

test('an empty last page is legal', () => {
  const pages = [first, page({ Marker: 'm' }, ['2'], 'n'), page({ Marker: 'n' }, [])]
  expect(judge(rule, [...made, ...pages])).toBe('held')
})

test('pages that were not all asked for say nothing', () => {
  expect(judge(rule, [...made, first])).toBe('silent')
  expect(judge(rule, [...made, page({ Marker: 'm' }, ['2'])])).toBe('silent')
})

test('a version made between two pages may be on either or on none', () => {
  const last = page({ Marker: 'm' }, ['2'])
  expect(judge(rule, [...made, first, published('3'), last])).toBe('silent')
  expect(judge(rule, [...made, first, published('3'), page({ Marker: 'm' }, ['1', '2'])])).toBe(
    'silent',
  )
})

test('a next page that the service has no time for is no refusal of the marker', () => {
  const busy = call('ListVersionsByFunction', { MaxItems: 2, Marker: 'm' }, 429, {})
  const refused = call('ListVersionsByFunction', { MaxItems: 2, Marker: 'm' }, 400, {})
  expect(judge(rule, [...made, first, busy])).toBe('silent')
  expect(judge(rule, [...made, first, refused])).toBe('violated')
})

test('the order of ten versions and more is one rule, of fewer another', () => {
  expect(judge('listing/ten-comes-after-nine', [created(), listOf('9', '10')])).toBe('held')
  expect(judge('listing/ten-comes-after-nine', [created(), listOf('10', '9')])).toBe('violated')
  expect(judge('listing/ten-comes-after-nine', [created(), listOf('2', '1')])).toBe('silent')
  expect(judge('versions/latest-is-listed-first', [created(), listOf('2', '1')])).toBe('violated')
  expect(judge('versions/latest-is-listed-first', [created(), listOf('10', '9')])).toBe('held')
})
