import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { operationNames } from '../../spec/operations.ts'
import { anyActions } from './any-action.ts'
import { randomProgram } from './arbitrary.ts'

const sample = fc.sample(randomProgram, { seed: 1, numRuns: 2_000 })

test('every random program can be shrunk', () => {
  const stuck = sample.find((actions) => !anyActions.canShrinkWithoutContext([...actions]))
  expect(stuck).toBeUndefined()
})

test('a random program begins with a function and ends with a look at it', () => {
  for (const actions of sample) {
    expect(actions[0]).toEqual({ operation: 'CreateFunction', fn: 'f0' })
    expect(actions.slice(-2).map(({ operation }) => operation)).toEqual([
      'GetFunctionConfiguration',
      'ListVersionsByFunction',
    ])
  }
})

test('random programs come to every operation', () => {
  const called = new Set(sample.flat().map(({ operation }) => operation))
  expect(operationNames.filter((name) => !called.has(name))).toEqual([])
})

test('the same seed gives the same programs', () => {
  expect(fc.sample(randomProgram, { seed: 1, numRuns: 2_000 })).toEqual(sample)
})

test('shrinking goes down to nothing at all', () => {
  const result = fc.check(
    fc.property(anyActions, () => false),
    { examples: [[[...(sample[7] ?? [])]]], numRuns: 1 },
  )
  expect(result.counterexample).toEqual([[]])
})
