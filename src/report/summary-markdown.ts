import { reveal, sanitize } from './sanitize.ts'

/** Longer than every run of backticks within, so that none of them ends it. */
const fenceFor = (text: string, least: number): string => {
  const runs = text.match(/`+/g) ?? []
  return '`'.repeat(Math.max(least, ...runs.map(({ length }) => length + 1)))
}

/**
 * Text of a report, for within a line. A code span is the one place where GitHub looks for nothing: elsewhere
 * `@user`, `#1` and `https://…` become links even when their marks are escaped. Not for tables: there a `|` ends it.
 */
export const code = (text: string, limit = 300): string => {
  const shown = sanitize(text, limit)
  if (shown.trim() === '') return '(empty)'
  const fence = fenceFor(shown, 1)
  // One blank on either side is taken off again; without it a backtick at an end would join the fence.
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

export const codeBlock = (language: 'text' | 'sh', lines: readonly string[]): string => {
  const shown = lines.map(reveal).join('\n')
  const fence = fenceFor(shown, 3)
  return `${fence}${language}\n${shown}\n${fence}`
}

/** Closed until it is clicked. The blank lines let what is within be Markdown again. */
export const details = (summary: string, blocks: readonly string[]): string =>
  [`<details><summary>${summary}</summary>`, ...blocks, '</details>'].join('\n\n')

/** As many as fit into so many bytes of UTF-8, and how many do not. */
export const fitting = (
  blocks: readonly string[],
  bytes: number,
): { readonly shown: readonly string[]; readonly left: number } => {
  let room = bytes
  const end = blocks.findIndex((block) => (room -= Buffer.byteLength(block) + 2) < 0)
  const shown = end === -1 ? blocks : blocks.slice(0, end)
  return { shown, left: blocks.length - shown.length }
}
