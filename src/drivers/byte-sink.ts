export type ByteSink = {
  /** False once the limit is passed: the bytes are then not kept. */
  readonly add: (chunk: Uint8Array) => boolean
  readonly bytes: () => Uint8Array
}

/**
 * Copies into one growing buffer. To keep the chunks themselves would let a subject that sends single bytes spend a
 * hundred times the limit, each chunk holding on to the network buffer it was cut from.
 */
export const byteSink = (limit: number): ByteSink => {
  let buffer = Buffer.alloc(0)
  let length = 0
  return {
    add: (chunk) => {
      const needed = length + chunk.length
      if (needed > limit) return false
      if (needed > buffer.length) {
        const grown = Buffer.allocUnsafeSlow(
          Math.min(limit, Math.max(4096, needed, 2 * buffer.length)),
        )
        buffer.copy(grown, 0, 0, length)
        buffer = grown
      }
      buffer.set(chunk, length)
      length = needed
      return true
    },
    bytes: () => buffer.subarray(0, length),
  }
}
