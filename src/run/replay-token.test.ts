import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyActions } from '../programs/any-action.ts'
import { randomProgram } from '../programs/arbitrary.ts'
import { directedPrograms } from '../programs/directed.ts'
import { UsageError } from './errors.ts'
import { actionsOf, originOf, randomActions, tokenOf } from './replay-token.ts'
import { maxSeed } from './settings.ts'

const path = fc.array(fc.nat(500), { minLength: 1, maxLength: 6 }).map((steps) => steps.join(':'))
const origin = fc.record({
  seed: fc.integer({ min: 0, max: maxSeed }),
  program: fc.oneof(
    fc.constantFrom(...directedPrograms.map(({ name }) => name)),
    fc.nat(999_999).map(String),
  ),
  length: fc.nat(80),
  paths: fc.array(path, { maxLength: 3 }),
})

test('a token reads back as what it was made of', () => {
  fc.assert(
    fc.property(origin, (given) => {
      expect(originOf(tokenOf(given))).toEqual(given)
    }),
  )
})

test('a token is short and needs no quoting in a shell', () => {
  fc.assert(
    fc.property(origin, (given) => {
      expect(tokenOf(given)).toMatch(/^[a-z0-9:.-]+$/)
    }),
  )
  expect(tokenOf({ seed: 18, program: 'layers', length: 3, paths: [] })).toBe('18:layers:3')
  expect(tokenOf({ seed: 18, program: '4', length: 3, paths: ['0:1', '2'] })).toBe('18:4:3:0:1.2')
})

test('a token without a path stands for the first actions of its program', () => {
  const [program] = directedPrograms
  expect(actionsOf(originOf(`1:${program?.name}:3`))).toEqual(program?.actions.slice(0, 3))
  expect(actionsOf(originOf('5:2:4'))).toEqual(randomActions(5, '2').slice(0, 4))
})

test('a random program is the same however it is come by', () => {
  const sampled = fc.sample(randomProgram, { seed: 77, numRuns: 30 })
  for (const index of [0, 1, 13, 29])
    expect(randomActions(77, String(index))).toEqual(sampled[index])
})

const publishes = (actions: readonly { operation: string }[]): number =>
  actions.filter(({ operation }) => operation === 'PublishVersion').length

test('a path leads to the actions to which shrinking led', () => {
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const actions = randomActions(3, String(index))
    if (publishes(actions) < 2) continue
    // As shrinking goes about it: down from the actions given, to the shortest that still publishes twice.
    const result = fc.check(
      fc.property(anyActions, (candidate) => publishes(candidate) < 2),
      { examples: [[[...actions]]], numRuns: 1 },
    )
    const [found] = result.counterexample ?? []
    const shrunk = result.counterexamplePath?.split(':').slice(1).join(':') ?? ''
    const token = tokenOf({
      seed: 3,
      program: `${index}`,
      length: actions.length,
      paths: shrunk === '' ? [] : [shrunk],
    })
    expect(publishes(found ?? [])).toBe(2)
    expect(actionsOf(originOf(token))).toEqual(found)
  }
})

test.each([
  '',
  ' ',
  '1823',
  '1823:layers',
  '1823:layers:',
  '1823:layers:x',
  '1823:layers:3:',
  '1823:layers:3:x',
  '1823:layers:3:1:',
  '1823:layers:3:.',
  '1823:layers:3:1..2',
  '-1:layers:3',
  '1:Layers:3',
  '1:layers:3\n',
  '1:layers:3:0:0\n',
  'http://127.0.0.1',
])('%j is no token', (token) => {
  expect(() => originOf(token)).toThrow(UsageError)
  expect(() => originOf(token)).toThrow(/replay token/)
})

test.each([
  '1:no-such-program:3',
  '1:layers:3:99999',
  '1:layers:3:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0',
  '1:1000000:3',
  '1:99999999999999999999:3',
])('%j names nothing in this release', (token) => {
  expect(() => actionsOf(originOf(token))).toThrow(UsageError)
  expect(() => actionsOf(originOf(token))).toThrow(/in this release/)
})

test('a token for more actions than its program has is wrong usage', () => {
  const [program] = directedPrograms
  const length = (program?.actions.length ?? 0) + 1
  expect(() => actionsOf(originOf(`1:${program?.name}:${length}`))).toThrow(UsageError)
})
