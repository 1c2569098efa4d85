import { bitSet } from './bit-set.ts'
import type { Operation } from './history.ts'
import { linksOf } from './links.ts'

/** Which calls of a history may come next, given those that are placed. */
export type Timeline = {
  /** Completed calls that are not placed yet. */
  readonly left: () => number
  /** The next call that may be placed now, after `cursor` in the order of trying; undefined where there is no more. */
  readonly candidateAfter: (cursor: number | undefined) => number | undefined
  readonly isPending: (call: number) => boolean
  readonly place: (call: number) => void
  /** Undoes the last `place`. */
  readonly takeBack: (call: number) => void
  /** The same for the same calls placed. */
  readonly key: () => string
}

/**
 * For every call, the calls of its client that ended at the very moment it was made. A client does one thing after the
 * other, however coarse the clock; for calls of others such a moment proves no order.
 */
const predecessorsIn = <Event>(
  history: readonly Operation<Event>[],
): readonly (readonly number[])[] => {
  const ended = new Map<number, Map<number, readonly number[]>>()
  return history.map(({ client, invokedAt, returnedAt }, index) => {
    const byMoment = ended.get(client) ?? new Map<number, readonly number[]>()
    ended.set(client, byMoment)
    const before = byMoment.get(invokedAt) ?? []
    // A call of no length stands for all that come before it: 1,000 calls in one millisecond are a chain, not a web.
    const others = invokedAt === returnedAt ? [] : (byMoment.get(returnedAt) ?? [])
    byMoment.set(returnedAt, [...others, index])
    return before
  })
}

export const timelineOf = <Event>(history: readonly Operation<Event>[]): Timeline => {
  const size = history.length
  const at = (call: number): Operation<Event> => history[call] as Operation<Event>
  const isPending = (call: number): boolean => at(call).returnedAt === Infinity
  // A clock that was set back is no proof of anything.
  const endOf = (call: number): number => Math.max(at(call).invokedAt, at(call).returnedAt)
  const byInvocation = history
    .map((_, call) => call)
    .toSorted((a, b) => at(a).invokedAt - at(b).invokedAt || a - b)
  const completed = byInvocation.filter((call) => !isPending(call))
  const pending = byInvocation.filter(isPending)
  // Numbered in the order they were made, so that what is placed is a full beginning and little more.
  const rank = new Int32Array(size)
  for (const list of [completed, pending])
    for (const [place, call] of list.entries()) rank[call] = place
  const rankOf = (call: number): number => rank[call] ?? 0
  const calls = linksOf(completed, size)
  const returns = linksOf(
    completed.toSorted((a, b) => endOf(a) - endOf(b) || rankOf(a) - rankOf(b)),
    size,
  )
  const unanswered = linksOf(pending, size)
  const placed = { completed: bitSet(completed.length), pending: bitSet(pending.length) }
  const placedOf = (call: number) => (isPending(call) ? placed.pending : placed.completed)
  const predecessors = predecessorsIn(history)
  const isFree = (call: number): boolean =>
    (predecessors[call] ?? []).every((before) => placed.completed.has(rankOf(before)))
  let left = completed.length

  return {
    left: () => left,
    isPending,
    candidateAfter: (cursor) => {
      const earliest = returns.first()
      // A call made before the first of the others has returned is concurrent with all of them.
      const deadline = earliest === returns.end ? Infinity : endOf(earliest)
      const search = (list: typeof calls, from: number): number | undefined => {
        let call = from
        while (call !== list.end && at(call).invokedAt <= deadline) {
          if (isFree(call)) return call
          call = list.after(call)
        }
        return undefined
      }
      if (cursor !== undefined && isPending(cursor)) {
        return search(unanswered, unanswered.after(cursor))
      }
      // What nobody knows the end of comes last: most histories are explained without.
      return (
        search(calls, cursor === undefined ? calls.first() : calls.after(cursor)) ??
        search(unanswered, unanswered.first())
      )
    },
    place: (call) => {
      placedOf(call).add(rankOf(call))
      if (isPending(call)) return unanswered.takeOut(call)
      calls.takeOut(call)
      returns.takeOut(call)
      left -= 1
    },
    takeBack: (call) => {
      placedOf(call).remove(rankOf(call))
      if (isPending(call)) return unanswered.putBack(call)
      returns.putBack(call)
      calls.putBack(call)
      left += 1
    },
    key: () => `${placed.completed.key()}/${placed.pending.key()}`,
  }
}
