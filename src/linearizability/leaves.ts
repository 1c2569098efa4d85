import type { Operation } from './history.ts'

const most = 5

/** The orders that a search got furthest with before it had to turn back. */
export type Leaves = {
  /** `depth`: how many completed calls are placed, up to a constant. */
  readonly see: (depth: number, order: () => readonly number[]) => void
  readonly found: () => {
    readonly longest: readonly (readonly number[])[]
    readonly unplaced: readonly number[]
  }
}

export const leavesOf = <Event>(history: readonly Operation<Event>[]): Leaves => {
  const completed = history.flatMap(({ returnedAt }, call) =>
    returnedAt === Infinity ? [] : [call],
  )
  /** By the completed calls left out: other orders of the same calls tell nothing more. */
  const longest = new Map<string, { order: readonly number[]; left: readonly number[] }>()
  let deepest = -1
  return {
    see: (depth, order) => {
      if (depth < deepest || (depth === deepest && longest.size === most)) return
      if (depth > deepest) longest.clear()
      deepest = depth
      const calls = order()
      const placed = new Set(calls)
      const left = completed.filter((call) => !placed.has(call))
      const key = left.join()
      if (!longest.has(key)) longest.set(key, { order: calls, left })
    },
    found: () => {
      const all = [...longest.values()]
      const [first, ...others] = all.map(({ left }) => left)
      const inEach = first?.filter((call) => others.every((left) => left.includes(call))) ?? []
      return {
        longest: all.map(({ order }) => order),
        unplaced: inEach.length > 0 ? inEach : (first ?? []),
      }
    },
  }
}
