import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, scaleOf, tickInWords, ticksOf } from './timeline-axis.ts'

const span = (from: number, to: number) => ({ from, to })

test('calls that are all under way at once are drawn true to their times', () => {
  expect(axisOf([span(0, 20.2), span(0.1, 20)])).toEqual({ to: 20.2, folds: [] })
})

test('a pause longer than all the rest is folded', () => {
  expect(axisOf([span(0, 5), span(1, 6), span(500, 504)]).folds).toEqual([span(6, 500)])
  expect(axisOf([span(0, 5), span(8, 12)]).folds).toEqual([])
})

test('a wait within one call is folded where the others would be nothing beside it', () => {
  expect(axisOf([span(0, 5_000), span(1, 6), span(2, 9)]).folds).toEqual([span(9, 5_000)])
  expect(axisOf([span(0, 40), span(1, 6), span(2, 9)]).folds).toEqual([])
})

test('a fold takes its width and what is left is shared by the rest', () => {
  const axis = { to: 110, folds: [span(5, 105)] }
  const scale = scaleOf(axis, 120, 20)
  expect([0, 5, 55, 105, 110, 999, -1].map(scale)).toEqual([0, 50, 60, 70, 120, 120, 0])
})

test('ticks are round, leave folds out and keep their distance', () => {
  const axis = { to: 110, folds: [span(5, 105)] }
  expect(ticksOf(axis, { width: 120, foldWidth: 20, gap: 15 })).toEqual([0, 2, 4, 106, 108, 110])
  expect(ticksOf({ to: 0, folds: [] }, { width: 80, foldWidth: 3, gap: 7 })).toEqual([0])
})

test('a tick of a fraction is told without what the machine adds to it', () => {
  expect(
    ticksOf({ to: 0.7, folds: [] }, { width: 70, foldWidth: 3, gap: 10 }).map(tickInWords),
  ).toEqual(['0', '0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7'])
})

const time = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1e9 }))
const calls = fc.array(
  fc.tuple(time, time, time).map(([from, length, part]) => span(from, from + length + part / 1e9)),
  { minLength: 1, maxLength: 30 },
)

test('whatever the times: a later moment never stands before an earlier one, and nothing out of bounds', () => {
  fc.assert(
    fc.property(calls, fc.integer({ min: 20, max: 900 }), (spans, width) => {
      const axis = axisOf(spans)
      const scale = scaleOf(axis, width, 3)
      const moments = spans.flatMap(({ from, to }) => [from, to]).toSorted((a, b) => a - b)
      const places = moments.map(scale)
      for (const [index, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual((places[index - 1] ?? 0) - 0.1)
        expect(place).toBeLessThanOrEqual(width)
      }
      expect(ticksOf(axis, { width, foldWidth: 3, gap: 7 }).length).toBeLessThanOrEqual(
        width / 7 + 1,
      )
    }),
  )
})
