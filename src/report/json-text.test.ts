import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonText, shownValue } from './json-text.ts'

test('what a terminal would obey is written in the escapes of JSON', () => {
  const text = jsonText({ 'a\u009b': 'b\u202ec\u2028\u007f\u{e0041}' })
  expect(text).toBe(String.raw`{"a\u009b":"b\u202ec\u2028\u007f\udb40\udc41"}` + '\n')
})

test('the value stays what it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(JSON.parse(jsonText(value, 2))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('a value that holds itself is shown all the same', () => {
  const round: unknown[] = []
  round.push(round)
  expect(shownValue(round)).toBe('what cannot be shown')
  expect(shownValue(undefined)).toBe('nothing')
  expect(shownValue({ a: 1 })).toBe('{"a":1}')
})
