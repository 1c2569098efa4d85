import * as fc from 'fast-check'
import type { Json } from '../call.ts'
import { anyJson, hostileText } from './values.fixture.ts'

type Edit = { readonly at: number; readonly cut: number; readonly insert: string }

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(400)),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      "'",
      '\n',
      ' ',
      '\t',
      'null',
      '1e999',
      '-0',
    ),
    fc.constantFrom(
      '- ',
      '&a ',
      '*a',
      '!!js/function ',
      '!!binary ',
      '%YAML 9\n',
      '---\n',
      '...',
      '<<: ',
      '? ',
      '| ',
      '>',
    ),
    fc.constantFrom('"__proto__":1,', '\ufeff', '\0', '#', '@', '`', '2026-02-30', '1', 'true'),
    hostileText,
  ),
})

/** A valid text with a few pieces of it taken out, or others put in. */
export const mutated = (valid: string): fc.Arbitrary<string> =>
  fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce((text, { at, cut, insert }) => {
      const index = Math.floor(at * text.length)
      return text.slice(0, index) + insert + text.slice(index + cut)
    }, valid),
  )

/** Calls back for each value in a value, the value itself first, and puts what it gives in its place. */
export const mapped = (value: Json, change: (value: Json) => Json): Json => {
  const changed = change(value)
  if (changed !== value || typeof value !== 'object' || value === null) return changed
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => mapped(each, change))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each, change)]))
}

/** A value with one of the values in it, at any depth, replaced by anything. */
export const replacedIn = (valid: Json): fc.Arbitrary<Json> => {
  let count = 0
  mapped(valid, (value) => {
    count += 1
    return value
  })
  return fc.tuple(fc.nat(count - 1), anyJson).map(([nth, other]) => {
    let index = -1
    return mapped(valid, (value) => {
      index += 1
      return index === nth ? other : value
    })
  })
}
