import type { BaselineMark, BaselineProblem, Report, RuleReport } from './report.ts'
import { reveal, sanitize } from './sanitize.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

const markInWords = ({ kind, reason, issue, expires }: BaselineMark): string =>
  [
    `${kind === 'flaky' ? 'flaky: ' : ''}${sanitize(reason, 200)}`,
    ...(issue === undefined ? [] : [sanitize(issue, 200)]),
    ...(expires === undefined ? [] : [`until ${sanitize(expires, 20)}`]),
  ].join(', ')

type Tolerated = { readonly mark: BaselineMark; readonly ids: readonly string[] }

/** Rules under the words that tolerate them: an entry for an area says the same of each. */
const byMark = (rules: readonly RuleReport[]): readonly Tolerated[] => {
  const found = new Map<string, Tolerated>()
  for (const { id, baseline: mark } of rules) {
    if (mark === undefined) continue
    const words = markInWords(mark)
    found.set(words, { mark, ids: [...(found.get(words)?.ids ?? []), id] })
  }
  return [...found.values()]
}

const shownIds = 5

const toleratedLines = ({ mark, ids }: Tolerated, { width }: TextOptions): readonly string[] => {
  const more = ids.length - shownIds
  const names = ids.slice(0, shownIds).map((id) => sanitize(id, 200))
  const all = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
  return wrap(`${all}: ${markInWords(mark)}`, width - 4).map(
    (line, index) => `${index === 0 ? '  ~ ' : '    '}${line}`,
  )
}

const problemLines = (
  { kind, message }: BaselineProblem,
  { width, paint }: TextOptions,
): readonly string[] =>
  wrap(`${kind}: ${reveal(message)}`, width - 4).map((line, index) =>
    paint('red', `${index === 0 ? '  ! ' : '    '}${line}`),
  )

const failuresInWords = (count: number): string =>
  `${count} ${count === 1 ? 'failure' : 'failures'}`

/** What a baseline tolerates, then what is wrong with it; nothing where there is none. */
export const baselineText = (
  { baseline, rules }: Report,
  options: TextOptions,
): readonly string[] => {
  if (baseline === undefined) return []
  const { tolerated, problems } = baseline
  const file = sanitize(baseline.file, 120)
  const marks = byMark(rules.filter(({ verdict }) => verdict === 'fail'))
  return [
    options.paint('bold', `baseline  ${file} tolerates ${failuresInWords(tolerated)}`),
    ...marks.flatMap((mark) => toleratedLines(mark, options)),
    ...problems.flatMap((problem) => problemLines(problem, options)),
  ]
}
