/** A set of small numbers that knows a short text for what it holds. */
export type BitSet = {
  readonly has: (item: number) => boolean
  readonly add: (item: number) => void
  readonly remove: (item: number) => void
  /** The same for the same members. A full beginning costs nothing: calls are placed about in the order they were made. */
  readonly key: () => string
}

const full = 0xffff_ffff

export const bitSet = (size: number): BitSet => {
  const words = new Uint32Array((size >>> 5) + 1)
  const word = (index: number): number => words[index] ?? 0
  // All words below `low` are full, all above `high` are empty.
  let low = 0
  let high = 0
  return {
    has: (item) => (word(item >>> 5) & (1 << (item & 31))) !== 0,
    add: (item) => {
      const index = item >>> 5
      words[index] = word(index) | (1 << (item & 31))
      high = Math.max(high, index)
      while (word(low) === full) low += 1
    },
    remove: (item) => {
      const index = item >>> 5
      words[index] = word(index) & ~(1 << (item & 31))
      low = Math.min(low, index)
      while (high > 0 && word(high) === 0) high -= 1
    },
    key: () => {
      let key = low.toString(36)
      for (let index = low; index <= high; index += 1) key += `.${word(index).toString(36)}`
      return key
    },
  }
}
