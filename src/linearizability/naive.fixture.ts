import type { Operation } from './history.ts'
import type { SequentialModel } from './model.ts'
import type { Linearization } from './search.ts'

const precedes = <Event>(a: Operation<Event>, b: Operation<Event>, isEarlier: boolean): boolean =>
  Math.max(a.invokedAt, a.returnedAt) < b.invokedAt ||
  (a.client === b.client && isEarlier && a.returnedAt === b.invokedAt)

const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) =>
        permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
      )

const subsets = (items: readonly number[]): readonly (readonly number[])[] =>
  items.reduce<readonly (readonly number[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  )

const respectsTime = <Event>(
  history: readonly Operation<Event>[],
  order: readonly number[],
): boolean =>
  order.every((later, place) =>
    order
      .slice(0, place)
      .every((earlier) => !precedes(history[later]!, history[earlier]!, later < earlier)),
  )

/** Whether the model explains the calls in this very order, by some choice of outcomes. */
const explains = <State, Event>(
  model: SequentialModel<State, Event>,
  history: readonly Operation<Event>[],
  order: readonly number[],
): boolean => {
  const ends = order.reduce<readonly State[]>(
    (states, call) => states.flatMap((state) => model.step(state, history[call]!.event)),
    model.initial,
  )
  return respectsTime(history, order) && ends.length > 0
}

/** Every order of the completed calls and of any of the others, tried out: slow, and hard to get wrong. */
export const isLinearizable = <State, Event>(
  model: SequentialModel<State, Event>,
  history: readonly Operation<Event>[],
): boolean => {
  const calls = history.map((_, call) => call)
  const completed = calls.filter((call) => history[call]?.returnedAt !== Infinity)
  const pending = calls.filter((call) => history[call]?.returnedAt === Infinity)
  return subsets(pending).some((chosen) =>
    permutations([...completed, ...chosen]).some((order) => explains(model, history, order)),
  )
}

/** What an answer claims, looked at one by one: each of its orders is one, and what has no place is not placed. */
export const proofOf = <State, Event>(
  model: SequentialModel<State, Event>,
  history: readonly Operation<Event>[],
  found: Linearization,
): { readonly kind: Linearization['kind']; readonly isProven: boolean } => {
  const { kind } = found
  switch (kind) {
    case 'linearizable': {
      const placed = new Set(found.order)
      const isWhole = history.every(
        (call, index) => call.returnedAt === Infinity || placed.has(index),
      )
      return { kind, isProven: isWhole && explains(model, history, found.order) }
    }
    case 'not linearizable':
      return {
        kind,
        isProven:
          found.unplaced.length > 0 &&
          found.unplaced.every((call) => found.longest[0]?.includes(call) === false) &&
          found.longest.every((order) => explains(model, history, order)),
      }
    case 'undecided':
      return { kind, isProven: false }
    default:
      return found satisfies never
  }
}
