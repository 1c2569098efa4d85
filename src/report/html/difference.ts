import { html, join, type Markup } from './markup.ts'

const words = /[\p{L}\p{N}_$.-]+|\s+|[^]/gu
/** The table below grows with the product; longer texts are told apart by eye. */
const mostWords = 240

/** Lengths of the longest common subsequence of what follows `i` in one and `j` in the other. */
const commonLengths = (a: readonly string[], b: readonly string[]): readonly Uint16Array[] => {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, next] = [table[i], table[i + 1]]
      if (row === undefined || next === undefined) continue
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

/** A stretch that both have, or what one has in place of the other's. */
type Stretch = { readonly same: boolean; readonly old: string; readonly now: string }

const stretchesOf = (a: readonly string[], b: readonly string[]): readonly Stretch[] => {
  const table = commonLengths(a, b)
  const found: Stretch[] = []
  const add = (same: boolean, old: string, now: string): void => {
    const last = found.at(-1)
    if (last?.same !== same) found.push({ same, old, now })
    else found[found.length - 1] = { same, old: last.old + old, now: last.now + now }
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      add(true, left, left)
      i += 1
      j += 1
    } else if (
      right === undefined ||
      (left !== undefined && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      add(false, left ?? '', '')
      i += 1
    } else {
      add(false, '', right)
      j += 1
    }
  }
  return found
}

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const isReplaced = (stretch: Stretch | undefined): boolean =>
  stretch !== undefined && !stretch.same && isWord(stretch.old) && isWord(stretch.now)

/** A space or a slash that both happen to have joins what differs on either side of it. */
const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const found: Stretch[] = []
  for (const [index, stretch] of stretches.entries()) {
    const [last, next] = [found.at(-1), stretches[index + 1]]
    const joins = !isWord(stretch.old) && isReplaced(last) && isReplaced(next)
    const same = stretch.same && !joins
    if (last?.same !== same) found.push({ ...stretch, same })
    else
      found[found.length - 1] = { same, old: last.old + stretch.old, now: last.now + stretch.now }
  }
  return found
}

/** Two sentences that share but a "the" are two sentences; marks all over them would hide that. */
const leastShared = 0.3

const sharedPart = (stretches: readonly Stretch[]): number => {
  const length = (pick: (stretch: Stretch) => string): number =>
    stretches
      .map(pick)
      .join('')
      .replace(/[^\p{L}\p{N}]/gu, '').length
  const shorter = Math.min(
    length(({ old }) => old),
    length(({ now }) => now),
  )
  return shorter === 0 ? 0 : length(({ same, old }) => (same ? old : '')) / shorter
}

type Difference = { readonly expected: Markup; readonly actual: Markup }

/** What one has and the other does not, marked in both, where they have enough in common to be compared. */
export const difference = (expected: string, actual: string): Difference => {
  const plain = { expected: html`${expected}`, actual: html`${actual}` }
  const [a, b] = [expected.match(words) ?? [], actual.match(words) ?? []]
  if (a.length > mostWords || b.length > mostWords) return plain
  const stretches = joined(stretchesOf(a, b))
  if (sharedPart(stretches) < leastShared) return plain
  // `Version "1", already made` against `Version "2"`: the numbers are the point, the clause behind them only explains.
  const replaced = stretches.some(isReplaced)
  const isMarked = (stretch: Stretch): boolean => (replaced ? isReplaced(stretch) : !stretch.same)
  return {
    expected: join(
      stretches.map((each) =>
        isMarked(each) && each.old !== '' ? html`<del>${each.old}</del>` : html`${each.old}`,
      ),
      '',
    ),
    actual: join(
      stretches.map((each) =>
        isMarked(each) && each.now !== '' ? html`<ins>${each.now}</ins>` : html`${each.now}`,
      ),
      '',
    ),
  }
}
