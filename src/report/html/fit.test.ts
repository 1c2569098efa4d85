import { expect, test } from 'vitest'
import { fit, type Forms } from './fit.ts'
import { raw } from './markup.ts'

const sized =
  (...sizes: readonly number[]) =>
  (mark: string): Forms => [
    () => raw(mark.repeat(sizes[0] ?? 0)),
    ...sizes.slice(1).map((size) => () => raw(mark.repeat(size))),
  ]
const lengths = (shown: readonly { markup: string }[]) => shown.map(({ markup }) => markup.length)

test('with room for all, all is told at length', () => {
  const { shown, left } = fit(['a', 'b'].map(sized(5_000, 50)), 20_000)
  expect([lengths(shown), left]).toEqual([[5_000, 5_000], 0])
})

test('the first get what room there is, the last keep their short form', () => {
  const { shown } = fit(['a', 'b', 'c'].map(sized(5_000, 2_000, 50)), 8_000)
  expect(lengths(shown)).toEqual([5_000, 2_000, 50])
})

test('where even the short forms do not fit, those left out are counted', () => {
  const { shown, left } = fit(['a', 'b', 'c'].map(sized(5_000, 50)), 120)
  expect([lengths(shown), left]).toEqual([[50, 50], 1])
})

test('room is counted in bytes', () => {
  expect(fit([sized(50)('→')], 60).left).toBe(1)
})
