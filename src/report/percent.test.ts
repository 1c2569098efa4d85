import { expect, test } from 'vitest'
import { percent } from './percent.ts'

test.each([
  [1, '100 %'],
  [0.9999, '99.9 %'],
  [0.57, '57 %'],
  [2 / 3, '66.6 %'],
  [0, '0 %'],
])('%d is %s', (share, shown) => {
  expect(percent(share)).toBe(shown)
})
