import type { Level } from '../../spec/rules/rule.ts'
import type { LevelSummary, Report, RuleReport, VerdictName } from './report.ts'

const count = (rules: readonly RuleReport[], verdict: VerdictName): number =>
  rules.filter((rule) => rule.verdict === verdict).length

const summariseLevel = (rules: readonly RuleReport[]): LevelSummary => ({
  pass: count(rules, 'pass'),
  fail: count(rules, 'fail'),
  unsupported: count(rules, 'unsupported'),
  unexercised: count(rules, 'unexercised'),
  blocked: count(rules, 'blocked'),
  undecided: count(rules, 'undecided'),
  harnessError: count(rules, 'harness-error'),
})

const judged = ({ pass, fail }: LevelSummary): number => pass + fail

const conformance = (level: LevelSummary): number | null =>
  judged(level) === 0 ? null : level.pass / judged(level)

/** The one reduction of verdicts to figures: every writer shows these. Nothing judged is null, never full marks. */
export const summarise = (rules: readonly RuleReport[]): Report['summary'] => {
  const of = (level: Level) => summariseLevel(rules.filter((rule) => rule.level === level))
  const [must, should, may] = [of('must'), of('should'), of('may')]
  return {
    must,
    should,
    may,
    conformance: { must: conformance(must), should: conformance(should), may: conformance(may) },
    coverage: rules.length === 0 ? 0 : (judged(must) + judged(should) + judged(may)) / rules.length,
  }
}
