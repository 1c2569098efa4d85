import { expect, test } from 'vitest'
import { operationNames } from '../../spec/operations.ts'
import { anyActions } from './any-action.ts'
import { directedPrograms } from './directed.ts'
import { programsOf } from './programs-of.ts'

test('every directed program can be shrunk: its actions are values of the arbitrary', () => {
  for (const { name, actions } of directedPrograms) {
    const foreign = actions.filter((action) => !anyActions.canShrinkWithoutContext([action]))
    expect({ name, foreign }).toEqual({ name, foreign: [] })
    expect({ name, whole: anyActions.canShrinkWithoutContext([...actions]) }).toEqual({
      name,
      whole: true,
    })
  }
})

test('the first program calls every operation', () => {
  const called = new Set(directedPrograms[0]?.actions.map(({ operation }) => operation))
  // A function is deleted by the clean-up.
  expect(operationNames.filter((name) => !called.has(name))).toEqual(['DeleteFunction'])
})

test('every program is there for an area', () => {
  const used = new Set<string>(Object.values(programsOf).flat())
  expect(directedPrograms.filter(({ name }) => !used.has(name)).map(({ name }) => name)).toEqual([])
})

test('names of programs are words, which a token can tell from the number of a random one', () => {
  for (const { name } of directedPrograms) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
})
