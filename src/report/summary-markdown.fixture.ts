/** Markdown without its fenced blocks and code spans, read as CommonMark reads them; a block left open throws. */
export const withoutCode = (markdown: string): string => {
  const prose: string[] = []
  let fence: string | undefined
  for (const line of markdown.split('\n')) {
    const run = /^ {0,3}(`{3,})([^`]*)$/.exec(line)
    if (fence === undefined) {
      if (run === null) prose.push(withoutSpans(line))
      else fence = run[1]
    } else if (run?.[1] !== undefined && run[1].length >= fence.length && run[2]?.trim() === '') {
      fence = undefined
    }
  }
  if (fence !== undefined) throw new Error(`a block fenced by ${fence} is never closed`)
  return prose.join('\n')
}

/** A span ends at the next run of exactly as many backticks; a run without such an end is text. */
const withoutSpans = (line: string): string => {
  const start = /`+/.exec(line)
  if (start === null) return line
  const [run] = start
  const behind = line.slice(start.index + run.length)
  const end = [...behind.matchAll(/`+/g)].find(([each]) => each.length === run.length)
  const before = line.slice(0, start.index)
  return end === undefined
    ? `${before}${run}${withoutSpans(behind)}`
    : `${before}${withoutSpans(behind.slice(end.index + run.length))}`
}
