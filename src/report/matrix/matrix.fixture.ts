import { reportOf } from '../report.fixture.ts'
import type { Report, RuleReport } from '../report.ts'
import { gated } from '../verdict.ts'
import { matrixOf, type Matrix } from './matrix.ts'

/** A report of an endpoint of its own, as it comes from its gate. */
export const runOn = (
  host: string,
  rules: readonly RuleReport[],
  over: Partial<Report> = {},
): Report => {
  const report = reportOf(rules, over)
  return gated({ ...report, subject: { ...report.subject, endpoint: `http://${host}` } }, 'must')
}

export const matrixFrom = (...reports: readonly Report[]): Matrix =>
  matrixOf(reports.map((report, index) => ({ file: `run-${index}/report.json`, report })))
