import type { BaselineProblem, Report } from '../report/report.ts'
import type { Baseline } from './baseline.ts'
import { changedProblem, deadProblem, staleProblem } from './entry-problems.ts'
import { changedIn, dayOf, isFailing, lookUp, passingIn, tolerates } from './look-up.ts'
import { operationProblems } from './operation-problems.ts'

const present = (problem: BaselineProblem | undefined): readonly BaselineProblem[] =>
  problem === undefined ? [] : [problem]

/** All that is wrong with a baseline in the light of a whole run: entry by entry, then rule by rule, then operations. */
export const problemsOf = (report: Report, baseline: Baseline): readonly BaselineProblem[] => {
  const { file } = baseline
  const { expected, flaky } = lookUp(report, baseline)
  const today = dayOf(report)
  const ofExpected = expected.flatMap((each) => {
    const dead = deadProblem(each, file, today)
    const passing = passingIn(each, flaky)
    return present(dead ?? (passing.length === 0 ? undefined : staleProblem(each, file, passing)))
  })
  // One entry is told to change for a rule, however many name it.
  // Below the gate nothing fails it, listed or not.
  const counted = report.rules
    .filter(isFailing)
    .filter(({ level }) => level === 'must' || report.gate?.failOn === 'should')
  const changed = counted.flatMap((rule) => {
    if ([...expected, ...flaky].some((each) => tolerates(each, rule))) return []
    const [first] = changedIn(expected, rule)
    return first === undefined ? [] : [changedProblem(rule, first.entry, file)]
  })
  return [
    ...ofExpected,
    ...flaky.flatMap((each) => present(deadProblem(each, file, today))),
    ...changed,
    ...operationProblems(report, baseline),
  ]
}
