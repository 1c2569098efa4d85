import { expect, test } from 'vitest'
import { didYouMean, nearest } from './nearest.ts'

const ids = [
  'no-change/repeat-publish-returns-same-version',
  'no-change/repeat-publish-is-201',
  'revision-id/stale-is-refused',
]

test.each([
  ['no-change/repeat-publish-is-20', 'no-change/repeat-publish-is-201'],
  ['no-chnage/repeat-publish-is-201', 'no-change/repeat-publish-is-201'],
  ['revision-id/stale-is-refusd', 'revision-id/stale-is-refused'],
  ['stale-is-refused', 'revision-id/stale-is-refused'],
  ['revision-id/stale', 'revision-id/stale-is-refused'],
  ['Revision-ID/Stale-Is-Refused', 'revision-id/stale-is-refused'],
])('%s was meant as %s', (word, id) => {
  expect(nearest(word, ids)).toBe(id)
})

test.each(['', 'zzz', 'x'.repeat(100_000)])('nothing is near to %.10j', (word) => {
  expect(nearest(word, ids)).toBeUndefined()
  expect(didYouMean(word, ids)).toBe('')
})

test('short words are near by two edits', () => {
  expect(nearest('qiuck', ['quick', 'standard', 'deep'])).toBe('quick')
})
