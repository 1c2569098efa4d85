import { cutShort } from '../report/cut-short.ts'
import type { BaselineMark, Report, RuleReport } from '../report/report.ts'
import { gated } from '../report/verdict.ts'
import type { Baseline, ExpectedFailure, KnownFlaky } from './baseline.ts'
import { isFailing, lookUp, tolerates } from './look-up.ts'
import { problemsOf } from './problems.ts'

const markOf = (entry: ExpectedFailure | KnownFlaky, kind: BaselineMark['kind']): BaselineMark => ({
  kind,
  reason: entry.reason,
  ...('issue' in entry && entry.issue !== undefined ? { issue: entry.issue } : {}),
  ...(entry.expires === undefined ? {} : { expires: entry.expires }),
})

/** A shard saw a part of the programs, a replay a single one, and who was interrupted what came before. */
export const isPartial = (report: Report): boolean =>
  report.shard !== undefined || report.replay !== undefined || cutShort(report) !== undefined

/**
 * The report with what the baseline tolerates, what is wrong with the baseline, and its gate seen anew if it has one. The
 * first entry that tolerates a failure is named; marks of another baseline are taken away.
 */
export const applyBaseline = (report: Report, baseline: Baseline): Report => {
  const { expected, flaky } = lookUp(report, baseline)
  const mark = (rule: RuleReport): BaselineMark | undefined => {
    if (!isFailing(rule) || rule.level === 'may') return undefined
    const known = expected.find((each) => tolerates(each, rule))
    if (known !== undefined) return markOf(known.entry, 'expected')
    const sometimes = flaky.find((each) => tolerates(each, rule))
    return sometimes === undefined ? undefined : markOf(sometimes.entry, 'flaky')
  }
  const rules = report.rules.map((rule) => {
    const { baseline: _, ...bare } = rule
    const found = mark(rule)
    return found === undefined ? bare : { ...bare, baseline: found }
  })
  const { baseline: _, rules: __, ...rest } = report
  const marked: Report = {
    ...rest,
    baseline: {
      file: baseline.file,
      tolerated: rules.filter((rule) => 'baseline' in rule).length,
      problems: isPartial(report) ? [] : problemsOf(report, baseline),
    },
    rules,
  }
  return report.gate === undefined ? marked : gated(marked, report.gate.failOn)
}
