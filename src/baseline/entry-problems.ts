import { rules } from '../../spec/rules/catalogue.ts'
import { didYouMean } from '../run/nearest.ts'
import type { BaselineProblem, RuleReport } from '../report/report.ts'
import { sanitize } from '../report/sanitize.ts'
import type { ExpectedFailure, KnownFlaky } from './baseline.ts'
import type { Failing, LookedUp } from './look-up.ts'
import { place } from './place.ts'

const problem = (
  kind: BaselineProblem['kind'],
  { rule, line }: { readonly rule: string; readonly line: number },
  message: string,
): BaselineProblem => ({ kind, entry: sanitize(rule, 200), line, message })

const shownIds = 3

/** `a, b, c and 2 more` */
const someOf = (found: readonly RuleReport[]): string => {
  const ids = found.slice(0, shownIds).map(({ id }) => id)
  const more = found.length - ids.length
  return more === 0 ? ids.join(', ') : `${ids.join(', ')} and ${more} more`
}

const idHint = (glob: string): string => {
  const ids = Object.keys(rules)
  const areas = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))]
  return didYouMean(glob, glob.includes('/') ? ids : [...areas, ...ids])
}

/** What is wrong with an entry whatever the run showed. */
export const deadProblem = (
  { entry, named, breakable, expired }: LookedUp<ExpectedFailure | KnownFlaky>,
  file: string,
  today: string,
): BaselineProblem | undefined => {
  const { rule, line, expires = '' } = entry
  const shown = sanitize(rule, 120)
  const at = place(file, line)
  if (named === 0) {
    const advice = 'Correct it or delete the entry; "lambda-conformance rules" lists them'
    return problem('unmatched', entry, `${shown} matches no rule (${at}).${idHint(rule)} ${advice}`)
  }
  if (breakable === 0) {
    const because = 'because its level is may'
    return problem(
      'unmatched',
      entry,
      `${shown} can never fail (${at}), ${because}; delete the entry`,
    )
  }
  if (!expired) return undefined
  return problem(
    'expired',
    entry,
    `${shown} was tolerated until ${expires} (${at}), and the run is of ${today}; mend it and delete the entry, or agree on a later day`,
  )
}

/** An entry lists rules as failing, and these pass. */
export const staleProblem = (
  { entry, named }: LookedUp<ExpectedFailure>,
  file: string,
  passing: readonly RuleReport[],
): BaselineProblem => {
  const listed = `${sanitize(entry.rule, 120)} is listed as failing (${place(file, entry.line)})`
  const pass = passing.length === 1 ? 'passes' : 'pass'
  return problem(
    'stale',
    entry,
    named === 1
      ? `${listed}, and it passes; delete the entry`
      : `${listed}, and of its rules ${someOf(passing)} ${pass}; name only those that fail`,
  )
}

/** A rule fails, and the entry that lists it tolerates another breach of it. */
export const changedProblem = (
  rule: Failing,
  { line, signature = '' }: ExpectedFailure,
  file: string,
): BaselineProblem =>
  problem(
    'changed',
    { rule: rule.id, line },
    `${rule.id} fails in another way than listed (${place(file, line)}): listed as ${sanitize(signature, 120)}; now ${sanitize(rule.failure.signature, 120)}; mend it, or change the signature`,
  )
