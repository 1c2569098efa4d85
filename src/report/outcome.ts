import type { Report, RuleReport } from './report.ts'
import { sanitize } from './sanitize.ts'
import { verdictOf, type RunVerdict } from './verdict.ts'

/** What a rule comes to at the gate, and one line that says so. */
export type Outcome =
  | { readonly kind: 'passed' }
  | {
      /**
       * `failed` and `broken` (by the harness) make a run red. A failure is `tolerated` by a baseline or lies `below-gate`;
       * `unjudged` is neither passed nor failed.
       */
      readonly kind: 'failed' | 'broken' | 'tolerated' | 'below-gate' | 'unjudged'
      readonly message: string
    }

export type RuleOutcome = { readonly rule: RuleReport; readonly outcome: Outcome }

export const areaOf = (id: string): string => id.split('/', 1)[0] ?? id

const because = ({ reason }: RuleReport): string => sanitize(reason ?? 'no reason given', 300)

/** `expected Version "1", got Version "2"` */
export const breachInWords = ({ title, failure }: RuleReport): string =>
  failure === undefined
    ? sanitize(title)
    : `expected ${sanitize(failure.expected)}, got ${sanitize(failure.actual)}`

/** Why a baseline tolerates a failure: `known flaky, the port is shared; https://…; until 2027-01-31`. */
export const markInWords = ({
  kind,
  reason,
  issue,
  expires,
}: NonNullable<RuleReport['baseline']>) =>
  [
    `${kind === 'flaky' ? 'known flaky' : 'expected to fail'}, ${sanitize(reason, 300)}`,
    ...(issue === undefined ? [] : [sanitize(issue, 200)]),
    ...(expires === undefined ? [] : [`until ${sanitize(expires, 20)}`]),
  ].join('; ')

const failed = (rule: RuleReport, counted: ReadonlySet<RuleReport>): Outcome => {
  const breach = breachInWords(rule)
  if (counted.has(rule)) return { kind: 'failed', message: breach }
  return rule.baseline === undefined
    ? { kind: 'below-gate', message: `${rule.level}, does not fail the gate: ${breach}` }
    : {
        kind: 'tolerated',
        message: `tolerated by the baseline (${markInWords(rule.baseline)}): ${breach}`,
      }
}

const outcomeOf = (rule: RuleReport, counted: ReadonlySet<RuleReport>): Outcome => {
  const { verdict } = rule
  switch (verdict) {
    case 'pass':
      return { kind: 'passed' }
    case 'fail':
      return failed(rule, counted)
    case 'harness-error':
      return { kind: 'broken', message: `the harness failed: ${because(rule)}` }
    case 'unsupported':
    case 'unexercised':
    case 'blocked':
    case 'undecided':
      return { kind: 'unjudged', message: `${verdict}: ${because(rule)}` }
    default:
      return verdict satisfies never
  }
}

/** How the run ended at its gate, and every rule of it, in the order of the report. */
export const outcomesOf = (
  report: Report,
): { readonly verdict: RunVerdict; readonly rules: readonly RuleOutcome[] } => {
  const verdict = verdictOf(report, report.gate?.failOn ?? 'must')
  const counted = new Set(verdict.kind === 'violates' ? verdict.rules : [])
  return {
    verdict,
    rules: report.rules.map((rule) => ({ rule, outcome: outcomeOf(rule, counted) })),
  }
}

/** Those of one kind, with their one line. */
export const ofKind = (
  rules: readonly RuleOutcome[],
  kind: Exclude<Outcome['kind'], 'passed'>,
): readonly { readonly rule: RuleReport; readonly message: string }[] =>
  rules.flatMap(({ rule, outcome }) =>
    outcome.kind === kind ? [{ rule, message: outcome.message }] : [],
  )
