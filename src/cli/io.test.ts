import { expect, test } from 'vitest'
import { widthOf } from './io.ts'

const write = (): void => {}

test.each([
  [undefined, 100],
  [0, 100],
  [20, 60],
  [90, 90],
  [500, 120],
])('a terminal of %s columns is filled to %i', (columns, width) => {
  expect(widthOf(columns === undefined ? { write } : { write, columns })).toBe(width)
})
