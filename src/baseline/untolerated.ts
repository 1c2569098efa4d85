import type { FailOn, Report } from '../report/report.ts'
import { gated } from '../report/verdict.ts'
import { applyBaseline } from './apply-baseline.ts'
import type { Baseline } from './baseline.ts'
import { isFailing, type Failing } from './look-up.ts'

/** What of a report a baseline has to list, and does not. */
type Untolerated = {
  readonly failures: readonly Failing[]
  readonly operations: readonly string[]
}

/** A listed rule that fails in another way counts at every level: the problem does. */
export const untoleratedIn = (report: Report, baseline: Baseline, failOn: FailOn): Untolerated => {
  const applied = gated(applyBaseline(report, baseline), failOn)
  const problems = applied.baseline?.problems ?? []
  const ids = new Set([
    ...(applied.gate?.newFailures ?? []),
    ...problems.filter(({ kind }) => kind === 'changed').map(({ entry }) => entry),
  ])
  return {
    failures: report.rules.filter(isFailing).filter(({ id }) => ids.has(id)),
    operations: problems.filter(({ kind }) => kind === 'unlisted').map(({ entry }) => entry),
  }
}
