import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { operationNames } from '../../spec/operations.ts'
import type { Call, Json, JsonObject } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { exchangeOf, lost, reply, shown, type Told } from './model.fixture.ts'
import { situationOf } from './situation.ts'
import { nothingKnown, type State } from './state.ts'
import { step } from './step.ts'
import { traceOf } from './trace.ts'

const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Version', 'Versions'),
  fc.constantFrom('Configuration', 'RevisionId', 'CodeSha256', 'State', 'Layers', 'Environment'),
  fc.string(),
)

const anyJson = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('1', '2', '$LATEST', 'Pending', 'InProgress'),
    ),
    fc.array(tie('json'), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie('json')), { maxLength: 6 })
      // As JSON.parse makes it: a key __proto__ becomes a member like others.
      .map((entries): JsonObject => Object.fromEntries(entries)),
  ),
})).json

const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc
    .tuple(fc.constantFrom(200, 201, 204, 302, 400, 404, 412, 429, 500, 501), anyJson)
    .map(([status, body]) => reply(status, body)),
  fc.constantFrom(reply(200), lost('timeout'), lost('unreachable')),
)

const anyCall: fc.Arbitrary<Call> = fc
  .record({
    operation: fc.constantFrom(...operationNames),
    input: fc.record(
      {
        FunctionName: fc.constantFrom('f', 'g', '', 'f:1', '__proto__', 'arn:x:function:f:live'),
        LayerName: fc.constantFrom('l', 'constructor'),
        VersionNumber: fc.constantFrom(1, '1', -1, null),
        Qualifier: fc.constantFrom('1', '2', '$LATEST', 'live', ''),
        Name: fc.constantFrom('live', '__proto__'),
        Publish: fc.boolean(),
        DryRun: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ operation, input }) => ({ operation, input: input as JsonObject }))

const deepFreeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const inner of Object.values(value)) deepFreeze(inner)
}

const collections = (state: State): string =>
  JSON.stringify(state, (_, value: unknown) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
  )

const exchanges = fc.array(fc.tuple(anyCall, anyOutcome), { maxLength: 12 })

test('a step never throws, whatever a subject answers', () => {
  fc.assert(
    fc.property(exchanges, (told) => {
      const state = told.reduce(
        (before, [call, outcome]) => step(before, call, outcome),
        nothingKnown,
      )
      expect(state.steps).toBe(told.length)
      for (const fn of state.functions.values()) situationOf(fn)
    }),
    { numRuns: 300 },
  )
})

test('a step leaves the state before it, and the reply, as they were', () => {
  fc.assert(
    fc.property(exchanges, (told) => {
      deepFreeze(told)
      let state = nothingKnown
      for (const [call, outcome] of told) {
        const before = collections(state)
        deepFreeze(state)
        const next = step(state, call, outcome)
        expect(collections(state)).toBe(before)
        state = next
      }
    }),
    { numRuns: 100 },
  )
})

test('a trace is a fold over its exchanges: each step begins where the one before ended', () => {
  fc.assert(
    fc.property(exchanges, (told) => {
      const trace = traceOf(told.map(exchangeOf))
      trace.forEach((now, index) => {
        expect(now.index).toBe(index)
        expect(now.before).toBe(trace[index - 1]?.after ?? nothingKnown)
      })
    }),
    { numRuns: 50 },
  )
})

test('members named like those of every object have no effect', () => {
  const body = JSON.parse(
    '{"__proto__":{"Version":"9","RevisionId":"evil"},"constructor":{"prototype":{"x":1}},"RevisionId":"r"}',
  ) as JsonObject
  const state = step(
    nothingKnown,
    { operation: 'CreateFunction', input: { FunctionName: '__proto__' } },
    reply(201, body),
  )
  expect(state.functions.get('__proto__')?.latest.revisionId).toBe('r')
  expect(({} as { Version?: string }).Version).toBeUndefined()
})

const call = (operation: Call['operation']): Call => ({
  operation,
  input: { FunctionName: 'f' },
})

test.each([
  ['deep lists', JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as Json],
  ['deep objects', JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`) as Json],
  ['a long list', Array.from({ length: 100_000 }, (_, n) => ({ Version: `${n + 1}` }))],
  ['a long text', 'x'.repeat(5_000_000)],
])('%s in a reply do not matter', (_, value) => {
  const members = { Environment: { Variables: value }, Layers: value, LoggingConfig: value }
  const told: readonly Told[] = [
    [call('CreateFunction'), reply(201, shown(members), {})],
    [
      call('UpdateFunctionCode'),
      { ...reply(200), body: { kind: 'json', value: { ...shown(members) } } },
    ],
    [
      call('ListVersionsByFunction'),
      { ...reply(200), body: { kind: 'json', value: { Versions: [value] } } },
    ],
  ].map(([made, outcome]) => [made, outcome] as Told)
  const state = told.reduce((before, [made, outcome]) => step(before, made, outcome), nothingKnown)
  expect(state.functions.get('f')?.existence).toBe('exists')
})
