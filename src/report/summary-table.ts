import type { Level } from '../../spec/rules/rule.ts'
import { percent } from './percent.ts'
import type { LevelSummary, Report } from './report.ts'

const columns: readonly (readonly [keyof LevelSummary, string])[] = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['unsupported', 'unsupported'],
  ['unexercised', 'unexercised'],
  ['blocked', 'blocked'],
  ['undecided', 'undecided'],
  ['harnessError', 'error'],
]

const conformance = ({ summary }: Report, level: Level): string => {
  // A `may` rule never fails: it tells which behaviour there is.
  if (level === 'may') return 'surveyed'
  const share = summary.conformance[level]
  return share === null ? '–' : percent(share)
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Conformance and verdicts per level. Only figures: nothing of a subject may stand in a table. */
export const summaryTable = (report: Report): string => {
  const levels: readonly Level[] = ['must', 'should', 'may']
  return [
    row(['level', 'conformance', ...columns.map(([, title]) => title)]),
    row(['---', ...columns.map(() => '--:'), '--:']),
    ...levels.map((level) =>
      row([
        level,
        conformance(report, level),
        ...columns.map(([verdict]) => String(report.summary[level][verdict])),
      ]),
    ),
  ].join('\n')
}
