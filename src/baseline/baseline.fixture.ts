import { repeatPublishFailure, reportOf, ruleReport } from '../report/report.fixture.ts'
import type { Report, RuleReport } from '../report/report.ts'
import { applyBaseline } from './apply-baseline.ts'
import { parseBaseline } from './parse-baseline.ts'

export const failing = (
  id: string,
  signature = 'status 200',
  over: Partial<RuleReport> = {},
): RuleReport =>
  ruleReport(id, 'fail', { failure: { ...repeatPublishFailure, signature }, ...over })

export const passing = (id: string, over: Partial<RuleReport> = {}): RuleReport =>
  ruleReport(id, 'pass', over)

/** A report with its gate, of a day: 2026-11-21. */
export const runOf = (rules: readonly RuleReport[], over: Partial<Report> = {}): Report =>
  reportOf(rules, { gate: { failOn: 'must', verdict: 'conforms', newFailures: [] }, ...over })

/** A baseline of these lines. */
export const yaml = (...lines: readonly string[]): string => ['version: 1', ...lines, ''].join('\n')

export const applied = (report: Report, text: string): Report =>
  applyBaseline(report, parseBaseline(text, 'known.yaml').baseline)

/** The kinds of the problems with what each is about. */
export const problemsIn = ({ baseline }: Report): readonly string[] =>
  (baseline?.problems ?? []).map(({ kind, entry }) => `${kind} ${entry}`)

/** The comments `# c1`, `# c2` and so on, in the order of the text. */
export const commentsIn = (text: string): readonly string[] =>
  [...text.matchAll(/# (c\d+)$/gm)].map(([, comment = '']) => comment)
