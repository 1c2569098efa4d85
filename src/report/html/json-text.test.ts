import { assert, json, pre, property } from 'fast-check'
import { expect, test } from 'vitest'
import { jsonForReading } from './json-text.ts'

test('short parts stay on a line, long ones are indented', () => {
  const long = 'x'.repeat(40)
  expect(jsonForReading(`{"a":{"b":[1,2]},"c":"${long}","d":"${long}","e":{}}`)).toBe(
    `{\n  "a": {"b": [1, 2]},\n  "c": "${long}",\n  "d": "${long}",\n  "e": {}\n}`,
  )
})

test.each(['', 'null,', '<html>', '{"a":1', "{'a':1}"])('%j is no JSON', (text) => {
  expect(jsonForReading(text)).toBeUndefined()
})

test('what a parser would lose is shown', () => {
  expect(jsonForReading(String.raw`{"a":1.0,"a":1e2,"b":"\u003c\""}`)).toBe(
    String.raw`{"a": 1.0, "a": 1e2, "b": "\u003c\""}`,
  )
})

test('of a package only the beginning is shown', () => {
  expect(jsonForReading(`"${'A'.repeat(1_000)}"`)).toMatch(/^"A{99}…" \(902 more characters\)$/)
})

test('depth is no danger', () => {
  const depth = 20_000
  expect(jsonForReading('['.repeat(depth) + ']'.repeat(depth))).toContain('[')
})

test('JSON made readable means the same', () => {
  assert(
    property(json(), (text) => {
      pre(!/"(?:[^"\\]|\\.){100,}"/.test(text))
      expect(JSON.parse(jsonForReading(text) ?? '')).toEqual(JSON.parse(text))
    }),
  )
})
