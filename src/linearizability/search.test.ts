import { expect, test } from 'vitest'
import { casHistory, casModel } from '../bench/cas-history.ts'
import { search } from './search.ts'

const seeds = Array.from({ length: 20 }, (_, seed) => seed)

test('eight clients with 25 calls each are decided within some thousand states', () => {
  for (const seed of seeds) {
    const right = search(casModel, casHistory(8, 25, { seed, lostUpdate: false }))
    expect(right.linearization.kind).toBe('linearizable')
    expect(right.visited).toBeLessThan(5_000)
    const wrong = search(casModel, casHistory(8, 25, { seed, lostUpdate: true }))
    expect(wrong.linearization.kind).toBe('not linearizable')
    expect(wrong.visited).toBeLessThan(20_000)
  }
})

const statesOf = (callsEach: number): number =>
  Math.max(
    ...seeds.map(
      (seed) => search(casModel, casHistory(4, callsEach, { seed, lostUpdate: true })).visited,
    ),
  )

test('the states visited grow with the length of the history, not with its orders', () => {
  expect(statesOf(40)).toBeLessThan(8 * statesOf(10))
})
