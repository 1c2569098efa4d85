/** A doubly linked list of numbers below `size`, out of which any can be taken and put back in constant time. */
export type Links = {
  /** `end` where the list is empty. */
  readonly first: () => number
  readonly after: (item: number) => number
  readonly takeOut: (item: number) => void
  /** Undoes the last `takeOut` that has not been undone yet: in reverse order only. */
  readonly putBack: (item: number) => void
  readonly end: number
}

export const linksOf = (items: readonly number[], size: number): Links => {
  const end = size
  const next = new Int32Array(size + 1).fill(end)
  const previous = new Int32Array(size + 1).fill(end)
  const at = (links: Int32Array, item: number): number => links[item] ?? end
  let last = end
  for (const item of items) {
    next[last] = item
    previous[item] = last
    last = item
  }
  next[last] = end
  previous[end] = last
  return {
    end,
    first: () => at(next, end),
    after: (item) => at(next, item),
    takeOut: (item) => {
      next[at(previous, item)] = at(next, item)
      previous[at(next, item)] = at(previous, item)
    },
    putBack: (item) => {
      next[at(previous, item)] = item
      previous[at(next, item)] = item
    },
  }
}
