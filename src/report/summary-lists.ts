import { breachInWords, markInWords, ofKind, type RuleOutcome } from './outcome.ts'
import type { Report } from './report.ts'
import { code, details, fitting } from './summary-markdown.ts'

/** Bytes for each list: five of them and the failures stay far below GitHub's limit. */
const room = 5_000

export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`

const list = (lines: readonly string[]): string => {
  const { shown, left } = fitting(
    lines.map((line) => `- ${line}`),
    room,
  )
  return [...shown, ...(left === 0 ? [] : [`- and ${left} more, in \`report.html\``])].join('\n')
}

export const faultsOfTheHarness = (rules: readonly RuleOutcome[]): readonly string[] => {
  const lines = ofKind(rules, 'broken').map(
    ({ rule, message }) => `${code(rule.id, 200)}: ${code(message, 400)}`,
  )
  return lines.length === 0 ? [] : ['### Faults of the harness', list(lines)]
}

export const baselineProblems = ({ baseline }: Report): readonly string[] => {
  if (baseline === undefined || baseline.problems.length === 0) return []
  const lines = baseline.problems.map(
    ({ kind, entry, line, message }) =>
      `${kind}, ${code(entry, 200)}${line === undefined ? '' : ` (line ${line})`}: ${code(message, 400)}`,
  )
  return [`### To change in the baseline ${code(baseline.file)}`, list(lines)]
}

/** Failures that do not fail the gate, one line each. */
export const breaches = (
  rules: readonly RuleOutcome[],
  kind: 'tolerated' | 'below-gate',
  words: string,
): readonly string[] => {
  const lines = ofKind(rules, kind).map(({ rule }) => {
    const why = rule.baseline === undefined ? '' : ` (${code(markInWords(rule.baseline), 600)})`
    return `${code(rule.id, 200)}${why}: ${code(breachInWords(rule), 900)}`
  })
  return lines.length === 0
    ? []
    : [details(`${plural(lines.length, 'failure')} ${words}`, [list(lines)])]
}

/** By verdict and reason, the most frequent first: one root cause is one line. */
export const notJudged = (rules: readonly RuleOutcome[]): readonly string[] => {
  const messages = ofKind(rules, 'unjudged').map(({ message }) => message)
  if (messages.length === 0) return []
  const counts = new Map<string, number>()
  for (const message of messages) counts.set(message, (counts.get(message) ?? 0) + 1)
  const lines = [...counts]
    .toSorted(([, first], [, second]) => second - first)
    .map(([message, count]) => `${plural(count, 'rule')} ${code(message, 400)}`)
  return [details(`${plural(messages.length, 'rule')} not judged`, [list(lines)])]
}

export const unsupportedOperations = ({ subject }: Report): readonly string[] => {
  const names = Object.entries(subject.operations).flatMap(([name, support]) =>
    support === 'unsupported' ? [code(name, 80)] : [],
  )
  return names.length === 0 ? [] : [`Not implemented: ${names.slice(0, 40).join(', ')}.`]
}
