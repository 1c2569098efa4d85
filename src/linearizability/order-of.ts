import type { Exchange } from '../drivers/driver.ts'
import { linearize, partitioned } from './check.ts'
import { functionModel } from './function-model.ts'
import { historyOf, isLayerCall, mayChange, subjectOf, type Recorded } from './history-of.ts'
import { layerModel } from './layer-model.ts'
import type { Budget, Linearization } from './search.ts'

export type OrderOptions = {
  /**
   * `quiet`: a read counts only where nothing that may change its subject was under way; that a read beside a change is
   * current nobody promises. `all` where not given.
   */
  readonly reads?: 'all' | 'quiet'
  /**
   * `nothing`, where not given: each function and layer was new, and all that happened to it is among the exchanges.
   * `anything`: it may have had a life before the first of them.
   */
  readonly beginning?: 'nothing' | 'anything'
  /** For each function and layer. */
  readonly budget?: Budget
}

/** Without the reads during which something that may change their subject was under way. */
const quiet = (calls: readonly Recorded[], exchanges: readonly Exchange[]): readonly Recorded[] => {
  // Not until Infinity: of a lost call the model knows itself that it may take effect later.
  const endOf = ({ at }: Recorded): number => exchanges[at]?.endedAtMs ?? Infinity
  const changes = new Map<string, Recorded[]>()
  for (const call of calls) {
    if (!mayChange(call.event.call)) continue
    const subject = subjectOf(call.event.call)
    const others = changes.get(subject)
    if (others === undefined) changes.set(subject, [call])
    else others.push(call)
  }
  const isBeside = (read: Recorded, change: Recorded): boolean =>
    change.client === read.client
      ? change.invokedAt < endOf(read) && read.invokedAt < endOf(change)
      : change.invokedAt <= endOf(read) && read.invokedAt <= endOf(change)
  return calls.filter(
    (call) =>
      mayChange(call.event.call) ||
      changes.get(subjectOf(call.event.call))?.some((change) => isBeside(call, change)) !== true,
  )
}

/**
 * Whether the calls on each function and each layer have an order that explains every reply. The answer names exchanges by
 * their indices; where there is no order, those of one function or layer alone.
 */
export const orderOf = (
  exchanges: readonly Exchange[],
  { reads = 'all', beginning = 'nothing', budget }: OrderOptions = {},
): Linearization => {
  const all = historyOf(exchanges)
  const history = reads === 'all' ? all : quiet(all, exchanges)
  const found = partitioned(
    history,
    ({ call }) => subjectOf(call),
    (part) => {
      const [first] = part
      return first !== undefined && isLayerCall(first.event.call)
        ? linearize(layerModel(beginning), part, budget)
        : linearize(functionModel(beginning), part, budget)
    },
  )
  const placesOf = (calls: readonly number[]): readonly number[] =>
    calls.flatMap((call) => history[call]?.at ?? [])
  switch (found.kind) {
    case 'linearizable':
      return { kind: found.kind, order: placesOf(found.order) }
    case 'not linearizable':
      return {
        kind: found.kind,
        longest: found.longest.map(placesOf),
        unplaced: placesOf(found.unplaced),
      }
    case 'undecided':
      return found
    default:
      return found satisfies never
  }
}
