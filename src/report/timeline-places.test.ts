import { expect, test } from 'vitest'
import { clientsIn, isRace, placesOf, whenIn, whoIn } from './timeline-places.ts'

const at = (lane: number, startedAtMs: number, endedAtMs: number) => ({
  timing: { lane, startedAtMs, endedAtMs },
})
const untimed = {}

test('calls are a race as soon as one of them was made by one of several clients', () => {
  expect(isRace([untimed, at(0, 0, 1)])).toBe(false)
  expect(isRace([at(0, 0, 1), at(2, 1, 2)])).toBe(true)
})

test('the first call of a client is time 0, whatever came before it and in whatever order the replies came', () => {
  const places = placesOf([at(0, 90, 95), at(2, 101, 110), at(1, 100, 120), at(0, 130, 131)])
  expect(places).toEqual([
    { phase: 'before', client: 0, from: -10, to: -5 },
    { phase: 'client', client: 2, from: 1, to: 10 },
    { phase: 'client', client: 1, from: 0, to: 20 },
    { phase: 'after', client: 0, from: 30, to: 31 },
  ])
  expect(clientsIn(places)).toEqual([1, 2])
  expect(places.map(whoIn)).toEqual(['before', 'client 2', 'client 1', 'after'])
})

test('a call that no client made stands alone between two races, and after a race it ends with', () => {
  const steps = [at(1, 0, 10), at(0, 10, 12), at(1, 12, 20), at(0, 20, 21)]
  expect(placesOf(steps).map(({ phase }) => phase)).toEqual(['client', 'alone', 'client', 'after'])
})

test('calls without times stand where their order puts them', () => {
  const steps = [untimed, at(1, 5, 6), untimed, at(2, 5, 9), untimed]
  expect(placesOf(steps).map(({ phase }) => phase)).toEqual([
    'before',
    'client',
    'alone',
    'client',
    'after',
  ])
})

test.each([
  [at(1, 10, 5), { from: 5, to: 5 }],
  [at(1, 1e308, -1e308), { from: 1e9 - 5, to: 1e9 - 5 }],
  [at(1, Number.NaN, Number.POSITIVE_INFINITY), { from: 0, to: 0 }],
])('times that cannot be are brought into bounds: %j', (odd, place) => {
  // Not a number comes from no JSON, but from who builds a report by hand.
  const begin = Number.isNaN(odd.timing.startedAtMs) ? 0 : 5
  expect(placesOf([at(2, begin, begin), odd])[1]).toMatchObject(place)
})

test('a hundred thousand calls have their places', () => {
  const steps = Array.from({ length: 100_000 }, (_, index) => at(1 + (index % 8), index, index + 1))
  expect(placesOf(steps).at(-1)).toMatchObject({ client: 8, to: 100_000 })
})

test('a time has one decimal', () => {
  expect(whenIn({ from: 0, to: 1234.56 })).toBe('0.0–1,234.6')
})
