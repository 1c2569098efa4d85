import type { BaselineProblem, FailOn, Report, RuleReport } from './report.ts'

/** What a whole run comes to. `untested`: nothing was judged, which must never look like success. */
export type RunVerdict =
  | { readonly kind: 'conforms' }
  | {
      readonly kind: 'violates'
      /** Those that no baseline lists. */
      readonly rules: readonly RuleReport[]
      readonly problems: readonly BaselineProblem[]
    }
  | { readonly kind: 'untested' }
  | { readonly kind: 'harness-error'; readonly rules: readonly RuleReport[] }

const counts = (rule: RuleReport, failOn: FailOn): boolean =>
  rule.level === 'must' || (rule.level === 'should' && failOn === 'should')

/** A violation is proven by its trace, so it stands whatever else went wrong. */
export const verdictOf = (report: Report, failOn: FailOn): RunVerdict => {
  const rules = report.rules.filter(
    (rule) => rule.verdict === 'fail' && rule.baseline === undefined && counts(rule, failOn),
  )
  const problems = report.baseline?.problems ?? []
  if (rules.length > 0 || problems.length > 0) return { kind: 'violates', rules, problems }
  const broken = report.rules.filter((rule) => rule.verdict === 'harness-error')
  if (broken.length > 0) return { kind: 'harness-error', rules: broken }
  const judged = report.rules.some((rule) => rule.verdict === 'pass' || rule.verdict === 'fail')
  return judged ? { kind: 'conforms' } : { kind: 'untested' }
}

/** The report with what its gate made of it, for whoever reads report.json alone. */
export const gated = (report: Report, failOn: FailOn): Report => {
  const verdict = verdictOf(report, failOn)
  const rules = verdict.kind === 'violates' ? verdict.rules : []
  const newFailures = rules.map(({ id }) => id)
  const { rules: judged, ...rest } = report
  return { ...rest, gate: { failOn, verdict: verdict.kind, newFailures }, rules: judged }
}
