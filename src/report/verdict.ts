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

/** What a failure run again comes to; of which level it is makes no difference. */
const replayVerdictOf = (
  rules: readonly RuleReport[],
  { outcome }: NonNullable<Report['replay']>,
): RunVerdict => {
  switch (outcome) {
    case 'fixed':
      return { kind: 'conforms' }
    case 'still-failing':
      return {
        kind: 'violates',
        rules: rules.filter(({ verdict }) => verdict === 'fail'),
        problems: [],
      }
    case 'cannot-reproduce':
      return { kind: 'untested' }
    default:
      return outcome satisfies never
  }
}

/**
 * A violation is proven by its trace, so it stands whatever else went wrong. A shard to which no rule fell has still done its
 * part: whether anything was judged, merge tells.
 */
export const verdictOf = (report: Report, failOn: FailOn): RunVerdict => {
  if (report.replay !== undefined) return replayVerdictOf(report.rules, report.replay)
  const rules = report.rules.filter(
    (rule) => rule.verdict === 'fail' && rule.baseline === undefined && counts(rule, failOn),
  )
  const problems = report.baseline?.problems ?? []
  if (rules.length > 0 || problems.length > 0) return { kind: 'violates', rules, problems }
  const broken = report.rules.filter((rule) => rule.verdict === 'harness-error')
  if (broken.length > 0) return { kind: 'harness-error', rules: broken }
  const judged = report.rules.some((rule) => rule.verdict === 'pass' || rule.verdict === 'fail')
  return judged || report.shard !== undefined ? { kind: 'conforms' } : { kind: 'untested' }
}

/** The report with what its gate made of it, for whoever reads report.json alone. */
export const gated = (report: Report, failOn: FailOn): Report => {
  const verdict = verdictOf(report, failOn)
  const rules = verdict.kind === 'violates' ? verdict.rules : []
  const newFailures = rules.map(({ id }) => id)
  const { rules: judged, ...rest } = report
  return { ...rest, gate: { failOn, verdict: verdict.kind, newFailures }, rules: judged }
}
