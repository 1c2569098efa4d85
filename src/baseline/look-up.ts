import type { Report, RuleReport } from '../report/report.ts'
import type { Baseline, ExpectedFailure, KnownFlaky } from './baseline.ts'
import { globMatcher, knownRules } from './rule-names.ts'

/** An entry of a baseline with all that it names. */
export type LookedUp<Entry> = {
  readonly entry: Entry
  readonly expired: boolean
  /** Number of rules of the catalogue that it names, and of those among them that can fail. */
  readonly named: number
  readonly breakable: number
  /** Those of the report that can fail. */
  readonly rules: readonly RuleReport[]
}

export type Failing = RuleReport & { readonly failure: NonNullable<RuleReport['failure']> }

export const isFailing = (rule: RuleReport): rule is Failing =>
  rule.verdict === 'fail' && rule.failure !== undefined

/** The day of the run, UTC: never today, so that a report comes to the same whenever it is looked at. */
export const dayOf = ({ run }: Report): string => {
  const day = new Date(run.startedAt)
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
}

/** What each entry of a baseline means in a report. */
export const lookUp = (
  report: Report,
  { expectedFailures, knownFlaky }: Baseline,
): {
  readonly expected: readonly LookedUp<ExpectedFailure>[]
  readonly flaky: readonly LookedUp<KnownFlaky>[]
} => {
  const known = knownRules(report)
  const today = dayOf(report)
  const look = <Entry extends ExpectedFailure | KnownFlaky>(entry: Entry): LookedUp<Entry> => {
    const isNamed = globMatcher(entry.rule)
    const ids = new Map([...known].filter(([, { names }]) => isNamed(names)))
    return {
      entry,
      expired: entry.expires !== undefined && entry.expires < today,
      named: ids.size,
      breakable: [...ids.values()].filter(({ level }) => level !== 'may').length,
      rules: report.rules.filter(({ id, level }) => ids.has(id) && level !== 'may'),
    }
  }
  return { expected: expectedFailures.map(look), flaky: knownFlaky.map(look) }
}

/** An entry with a signature tolerates that breach of the rule, and no other. */
export const tolerates = (
  { entry, expired, rules }: LookedUp<ExpectedFailure | KnownFlaky>,
  rule: Failing,
): boolean =>
  !expired &&
  rules.includes(rule) &&
  (!('signature' in entry) || entry.signature === rule.failure.signature)

/** Those that name the rule, and tolerate only another breach of it. */
export const changedIn = (
  expected: readonly LookedUp<ExpectedFailure>[],
  rule: Failing,
): readonly LookedUp<ExpectedFailure>[] =>
  expected.filter((each) => !each.expired && each.rules.includes(rule) && !tolerates(each, rule))

/**
 * Passing rules that an entry lists as failing. A rule that is known to be flaky may pass; one that was not judged, or is not
 * in the report, shows nothing.
 */
export const passingIn = (
  { rules }: LookedUp<ExpectedFailure>,
  flaky: readonly LookedUp<KnownFlaky>[],
): readonly RuleReport[] =>
  rules.filter(
    (rule) =>
      rule.verdict === 'pass' && !flaky.some((each) => !each.expired && each.rules.includes(rule)),
  )
