import { expect, test } from 'vitest'

import type { Json } from '../call.ts'
import { bounded, shown } from './bounded.ts'

test('an ordinary value stays as it is', () => {
  const value = { a: [1, 'two', null, { b: true }], c: {} }

  expect(bounded(value)).toEqual(value)
})

test('a member named __proto__ stays a member', () => {
  const value: Json = JSON.parse('{"__proto__":{"a":1}}')

  expect(JSON.stringify(bounded(value))).toBe('{"__proto__":{"a":1}}')
})

test('what is too deep becomes null, and what is too long is cut', () => {
  let deep: Json = 'bottom'
  for (let depth = 0; depth < 70; depth += 1) deep = [deep]
  expect(JSON.stringify(bounded(deep))).toBe(`${'['.repeat(64)}null${']'.repeat(64)}`)

  expect(bounded(Array<Json>(3_000).fill(0))).toHaveLength(2_000)
  expect(bounded('x'.repeat(200_000))).toHaveLength(100_000)
})

test('a value that is wide at every level ends too', () => {
  const row = Array.from({ length: 2_000 }, () => 0)
  const square = bounded(Array.from({ length: 2_000 }, () => row))

  expect(square).toHaveLength(2_000)
  expect(square).toHaveProperty('0', row)
  expect(square).toHaveProperty('1999', null)
})

test('a value is shown on one line of at most 200 characters', () => {
  expect(shown({ a: 'line\nbreak' })).toBe(String.raw`{"a":"line\nbreak"}`)
  expect(shown('x'.repeat(500))).toHaveLength(200)
  expect(shown(undefined)).toBe('absent')
})
