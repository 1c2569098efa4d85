import { subjectOperations, type OperationName } from '../../spec/operations.ts'
import { cutShort } from './cut-short.ts'
import { notPermitted } from './denied.ts'
import type { BaselineProblem, FailOn, Report, RuleReport } from './report.ts'

/** What a whole run comes to. `untested` must never look like success: nothing was judged, or what it is about never worked. */
export type RunVerdict =
  | { readonly kind: 'conforms' }
  | {
      readonly kind: 'violates'
      /** Those that no baseline lists. */
      readonly rules: readonly RuleReport[]
      readonly problems: readonly BaselineProblem[]
    }
  | { readonly kind: 'untested'; readonly because: string }
  | { readonly kind: 'harness-error'; readonly rules: readonly RuleReport[] }

const counts = (rule: RuleReport, failOn: FailOn): boolean =>
  rule.level === 'must' || (rule.level === 'should' && failOn === 'should')

/** What a failure run again comes to; of which level it is makes no difference. */
const replayVerdictOf = (
  rules: readonly RuleReport[],
  { outcome, reason }: NonNullable<Report['replay']>,
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
      return { kind: 'untested', because: reason }
    default:
      return outcome satisfies never
  }
}

/** Everything that was judged is beside the point. Who has said so beforehand knows. */
const noneImplemented = ({ subject }: Report): string | undefined =>
  subjectOperations.every(
    (operation) =>
      subject.operations[operation] === 'unsupported' &&
      subject.without?.includes(operation) !== true,
  )
    ? `none of ${subjectOperations.join(', ')} is implemented`
    : undefined

/**
 * One of the operations that the contract is about was called, and never succeeded. A PublishVersion that answers 500 to
 * everything proves no rule broken, and leaves nothing of the contract kept.
 */
const neverSucceeded = ({ run, subject }: Report): string | undefined => {
  const calls = (operation: OperationName): number => run.requestsByOperation[operation] ?? 0
  const silent = subjectOperations.find(
    (operation) => calls(operation) > 0 && subject.operations[operation] === undefined,
  )
  if (silent === undefined) return undefined
  const denied = subject.denied?.find(({ operation }) => operation === silent)
  if (denied !== undefined) {
    return `${notPermitted(denied.action)}; lambda-conformance iam-policy prints what a run needs (--without ${silent} leaves it out)`
  }
  const count = calls(silent)
  return `${silent} was called ${count === 1 ? 'once' : `${count} times`} and never succeeded (--without ${silent} leaves it out)`
}

/** What kept its rules is no longer known to be all of them. */
const noLongerAuthorized = (report: Report): string | undefined => {
  if (cutShort(report) !== 'no longer authorized') return undefined
  const open = report.rules.filter(({ verdict }) => verdict === 'undecided').length
  const cost = open === 0 ? '' : `, and ${open} ${open === 1 ? 'rule is' : 'rules are'} undecided`
  return `the credentials were no longer taken (they may have expired)${cost}; renew them and run again`
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
  const refused = noLongerAuthorized(report)
  if (refused !== undefined) return { kind: 'untested', because: refused }
  if (report.shard !== undefined) return { kind: 'conforms' }
  const judged = report.rules.some((rule) => rule.verdict === 'pass' || rule.verdict === 'fail')
  const because = !judged
    ? 'no rule could be judged'
    : cutShort(report) === 'interrupted'
      ? 'the run was interrupted'
      : (noneImplemented(report) ?? neverSucceeded(report))
  return because === undefined ? { kind: 'conforms' } : { kind: 'untested', because }
}

/** The report with what its gate made of it, for whoever reads report.json alone. */
export const gated = (report: Report, failOn: FailOn): Report => {
  const verdict = verdictOf(report, failOn)
  const rules = verdict.kind === 'violates' ? verdict.rules : []
  const newFailures = rules.map(({ id }) => id)
  const { rules: judged, ...rest } = report
  return { ...rest, gate: { failOn, verdict: verdict.kind, newFailures }, rules: judged }
}
