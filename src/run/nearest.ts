/** Edits between two words: insert, delete, replace, or swap neighbours. */
const distance = (left: string, right: string): number => {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity
  for (let row = 1; row <= left.length; row += 1) {
    rows.push([row])
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      )
    }
  }
  return at(left.length, right.length)
}

const longestWord = 100

/** The candidate that was most likely meant, if any was: a third of the word may be wrong, or its end may be missing. */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
  const wanted = word.toLowerCase()
  if (wanted.length === 0 || wanted.length > longestWord) return undefined
  const scored = candidates
    .map((candidate) => {
      const have = candidate.toLowerCase()
      const part = wanted.length >= 4 && (have.startsWith(wanted) || have.endsWith(`/${wanted}`))
      return { candidate, score: part ? 0 : distance(wanted, have) }
    })
    .filter(({ candidate, score }) => score <= Math.max(2, Math.floor(candidate.length / 3)))
  return scored.toSorted((left, right) => left.score - right.score)[0]?.candidate
}

/** ` Did you mean "x"?`, or nothing. */
export const didYouMean = (word: string, candidates: readonly string[]): string => {
  const found = nearest(word, candidates)
  return found === undefined ? '' : ` Did you mean "${found}"?`
}
