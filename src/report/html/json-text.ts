/** A string, a run of anything that is neither space nor a mark, or a mark. */
const tokens = /"(?:[^"\\]|\\.)*"|[^\s"{}[\],:]+|[{}[\],:]/g

/** A list or object that fits into this many characters stays on one line. */
const longestLine = 72
/** A package in base64 says nothing past its beginning. */
const longestString = 100

const isOpening = (token: string): boolean => token === '{' || token === '['
const isClosing = (token: string): boolean => token === '}' || token === ']'

const shorten = (token: string): string => {
  const rest = token.length - longestString
  return token.startsWith('"') && rest > 40
    ? `${token.slice(0, longestString)}…" (${rest.toLocaleString('en-US')} more characters)`
    : token
}

/** For each opening mark, the index of what closes it. */
const pairs = (all: readonly string[]): ReadonlyMap<number, number> => {
  const open: number[] = []
  const found = new Map<number, number>()
  for (const [index, token] of all.entries()) {
    if (isOpening(token)) open.push(index)
    if (isClosing(token)) found.set(open.pop() ?? 0, index)
  }
  return found
}

const inline = (part: readonly string[]): string =>
  part.map((token) => (token === ',' || token === ':' ? `${token} ` : token)).join('')

/** Where a list closes that is short enough to stay on its line. */
const shortEnd = (all: readonly string[], from: number, end: number): number | undefined => {
  let length = 0
  for (let at = from; at <= end; at += 1) {
    length += (all[at]?.length ?? 0) + 1
    if (length > longestLine) return undefined
  }
  return end
}

/**
 * JSON indented for reading, or undefined where the text is none. Tokens stay as they were written: a member given twice
 * or a number as `1.0` is evidence, and a parser would lose both.
 */
export const jsonForReading = (text: string): string | undefined => {
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  const all = text.match(tokens)?.map(shorten) ?? []
  const closedBy = pairs(all)
  let [written, depth] = ['', 0]
  // Past some depth indentation is longer than what it indents.
  const line = () => `\n${'  '.repeat(Math.min(depth, 20))}`
  for (let at = 0; at < all.length; at += 1) {
    const token = all[at] ?? ''
    if (isOpening(token)) {
      const end = shortEnd(all, at, closedBy.get(at) ?? at)
      if (end !== undefined) {
        written += inline(all.slice(at, end + 1))
        at = end
        continue
      }
      depth += 1
      written += `${token}${line()}`
    } else if (isClosing(token)) {
      depth -= 1
      written += `${line()}${token}`
    } else written += token === ',' ? `,${line()}` : token === ':' ? ': ' : token
  }
  return written
}
