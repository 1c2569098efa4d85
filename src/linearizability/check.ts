import type { Operation } from './history.ts'
import type { SequentialModel } from './model.ts'
import { search, type Budget, type Linearization } from './search.ts'

/** Whether there is an order of the calls that explains every reply. Never throws for a history; see `search` for how. */
export const linearize = <State, Event>(
  model: SequentialModel<State, Event>,
  history: readonly Operation<Event>[],
  budget?: Budget,
): Linearization => search(model, history, budget).linearization

/** Calls of a part, with the moment in which each can be said to have happened. */
const momentsIn = <Event>(
  history: readonly Operation<Event>[],
  order: readonly number[],
): readonly { readonly call: number; readonly moment: number }[] => {
  let moment = -Infinity
  return order.map((call) => {
    moment = Math.max(moment, history[call]?.invokedAt ?? moment)
    return { call, moment }
  })
}

/**
 * Checks the calls on each object by themselves: a history is linearizable if those of its objects are (Herlihy & Wing,
 * "Linearizability: a correctness condition for concurrent objects", ACM TOPLAS 12, 1990, theorem 1), and small searches cost
 * less than a great one. The indices of the answer are those of the whole history; what is not linearizable is the first
 * part that is not.
 */
export const partitioned = <Event>(
  history: readonly Operation<Event>[],
  partOf: (event: Event) => string,
  check: (history: readonly Operation<Event>[], part: string) => Linearization,
): Linearization => {
  const parts = new Map<string, number[]>()
  for (const [call, { event }] of history.entries()) {
    const part = partOf(event)
    const calls = parts.get(part)
    if (calls === undefined) parts.set(part, [call])
    else calls.push(call)
  }
  const orders: (readonly number[])[] = []
  let undecided: Linearization | undefined
  for (const [part, calls] of parts) {
    const whole = (order: readonly number[]): readonly number[] =>
      order.map((call) => calls[call] ?? -1)
    const found = check(
      calls.flatMap((call) => history[call] ?? []),
      part,
    )
    switch (found.kind) {
      case 'linearizable':
        orders.push(whole(found.order))
        break
      case 'not linearizable':
        return {
          kind: 'not linearizable',
          longest: found.longest.map(whole),
          unplaced: whole(found.unplaced),
        }
      case 'undecided':
        undecided ??= found
        break
      default:
        return found satisfies never
    }
  }
  if (undecided !== undefined) return undecided
  const order = orders
    .flatMap((calls) => momentsIn(history, calls))
    .toSorted((a, b) => a.moment - b.moment)
    .map(({ call }) => call)
  return { kind: 'linearizable', order }
}
