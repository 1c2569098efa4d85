/** All text of one answer that is kept for whoever looks for secrets in it, in UTF-16 units. */
export const keptLength = 256 * 1024

/** Text of any length, of which the beginning and the end are kept. */
export type KeptText = {
  readonly add: (text: string) => void
  readonly text: () => string
  /** The same, and starts anew. */
  readonly take: () => string
}

export const keptText = (limit: number): KeptText => {
  const half = Math.floor(limit / 2)
  let head = ''
  let tail = ''
  const text = (): string => head + tail.slice(-half)
  return {
    add: (added) => {
      const room = half - head.length
      head += added.slice(0, room)
      tail += added.slice(room)
      // Not at each addition: a program that writes single bytes would have all of it copied for each of them.
      if (tail.length > 2 * half) tail = tail.slice(-half)
    },
    text,
    take: () => {
      const taken = text()
      head = tail = ''
      return taken
    },
  }
}

/** Several texts as one, none of which can crowd out another. */
export const said = (...texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .map((text) => {
      const kept = keptText(Math.floor(keptLength / texts.length) - 1)
      kept.add(text)
      return kept.text()
    })
    .join('\n')
