import type { Report, RuleReport } from './report.ts'

/** The lowest level whose failures count. */
export type FailOn = 'must' | 'should'

/** What a whole run comes to. `untested`: nothing was judged, which must never look like success. */
export type RunVerdict =
  | { readonly kind: 'conforms' }
  | { readonly kind: 'violates'; readonly rules: readonly RuleReport[] }
  | { readonly kind: 'untested' }
  | { readonly kind: 'harness-error'; readonly rules: readonly RuleReport[] }

const counts = (rule: RuleReport, failOn: FailOn): boolean =>
  rule.level === 'must' || (rule.level === 'should' && failOn === 'should')

/** A violation is proven by its trace, so it stands whatever else went wrong. */
export const verdictOf = (report: Report, failOn: FailOn): RunVerdict => {
  const violated = report.rules.filter((rule) => rule.verdict === 'fail' && counts(rule, failOn))
  if (violated.length > 0) return { kind: 'violates', rules: violated }
  const broken = report.rules.filter((rule) => rule.verdict === 'harness-error')
  if (broken.length > 0) return { kind: 'harness-error', rules: broken }
  const judged = report.rules.some((rule) => rule.verdict === 'pass' || rule.verdict === 'fail')
  return judged ? { kind: 'conforms' } : { kind: 'untested' }
}
