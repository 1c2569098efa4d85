import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linearize, partitioned } from './check.ts'
import type { Operation } from './history.ts'
import type { SequentialModel } from './model.ts'
import type { Linearization } from './search.ts'
import { register, uncertainCounter, type RegisterEvent } from './models.fixture.ts'
import { isLinearizable, proofOf } from './naive.fixture.ts'
import { counterHistories, registerHistories } from './random-histories.fixture.ts'

const runs = 3_000

/** Compares with the naive checker; how often each verdict came. */
const compare = <State, Event>(
  model: SequentialModel<State, Event>,
  histories: fc.Arbitrary<readonly Operation<Event>[]>,
): { readonly yes: number; readonly no: number } => {
  let yes = 0
  fc.assert(
    fc.property(histories, (history) => {
      const expected = isLinearizable(model, history)
      yes += expected ? 1 : 0
      expect(proofOf(model, history, linearize(model, history))).toEqual({
        kind: expected ? 'linearizable' : 'not linearizable',
        isProven: true,
      })
    }),
    { numRuns: runs, seed: 7 },
  )
  return { yes, no: runs - yes }
}

test('a register is judged as by trying out every order', () => {
  const { yes, no } = compare(register, registerHistories)
  expect(Math.min(yes, no)).toBeGreaterThan(runs / 4)
})

test('a service with several outcomes is judged as by trying out every order', () => {
  const { yes, no } = compare(uncertainCounter, counterHistories)
  expect(Math.min(yes, no)).toBeGreaterThan(runs / 4)
})

type Named = { readonly name: string; readonly event: RegisterEvent }

/** Two registers as one model. */
const pair: SequentialModel<Readonly<Record<string, number>>, Named> = {
  initial: [{ x: 0, y: 0 }],
  step: (state, { name, event }) =>
    register.step(state[name] ?? 0, event).map((next) => ({ ...state, [name]: next })),
  keyOf: (state) => `${state['x']} ${state['y']}`,
}

/** A client is idle between its calls: where they touch, what each object shows by itself is less than all of it together. */
const apart = (history: readonly Operation<Named>[]): boolean =>
  history.every(({ client, invokedAt }, call) =>
    history
      .slice(0, call)
      .every((other) => other.client !== client || other.returnedAt !== invokedAt),
  )

/** Of what objects the calls are that an answer names as wrong. */
const namesIn = (
  history: readonly Operation<Named>[],
  found: Linearization,
): ReadonlySet<string | undefined> =>
  found.kind === 'not linearizable'
    ? new Set([...found.longest.flat(), ...found.unplaced].map((call) => history[call]?.event.name))
    : new Set()

test('independent registers are judged one by one as all together', () => {
  let yes = 0
  const named = fc
    .tuple(registerHistories, registerHistories)
    .map(([x, y]) =>
      [
        ...x.map((call) => ({ ...call, event: { name: 'x', event: call.event } })),
        ...y.map((call) => ({ ...call, event: { name: 'y', event: call.event } })),
      ].toSorted((a, b) => a.invokedAt - b.invokedAt),
    )
    .filter(apart)
  fc.assert(
    fc.property(named, (history) => {
      const whole = linearize(pair, history)
      const parts = partitioned(
        history,
        ({ name }) => name,
        (part) =>
          linearize(
            register,
            part.map((call) => ({ ...call, event: call.event.event })),
          ),
      )
      if (whole.kind === 'linearizable') yes += 1
      expect(proofOf(pair, history, parts)).toEqual({ kind: whole.kind, isProven: true })
      expect(namesIn(history, parts).size).toBeLessThan(2)
    }),
    { numRuns: runs, seed: 7 },
  )
  expect(Math.min(yes, runs - yes)).toBeGreaterThan(runs / 5)
})

const readAt = (name: string, client: number, value: number) => ({
  client,
  event: { name, event: { kind: 'read', value } as const },
  invokedAt: 0,
  returnedAt: 10,
})
const onlyTheOther = (history: readonly Operation<Named>[], part: string) =>
  part === 'x'
    ? ({ kind: 'undecided', because: 'out of time' } as const)
    : linearize(
        register,
        history.map((call) => ({ ...call, event: call.event.event })),
      )
const nameOf = ({ name }: Named) => name

test('of parts one of which cannot be decided, one that is wrong decides', () => {
  expect(partitioned([readAt('x', 1, 0), readAt('y', 2, 0)], nameOf, onlyTheOther)).toEqual({
    kind: 'undecided',
    because: 'out of time',
  })
  expect(partitioned([readAt('x', 1, 0), readAt('y', 2, 7)], nameOf, onlyTheOther)).toEqual({
    kind: 'not linearizable',
    longest: [[]],
    unplaced: [1],
  })
})
