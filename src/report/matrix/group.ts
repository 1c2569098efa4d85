import type { Level } from '../../../spec/rules/rule.ts'
import type { RuleReport } from '../report.ts'

/** What one report says of a rule; nothing where it lacks the rule. */
export type Cell = RuleReport | undefined

/** One rule on all subjects. */
export type Row = {
  readonly id: string
  readonly area: string
  /** As the first report with this rule has it. */
  readonly title: string
  readonly level: Level
  /** In the order of the subjects. */
  readonly cells: readonly Cell[]
}

/** In the order in which they are shown: what the subjects differ on comes first. */
export const groupNames = ['contradicted', 'differing', 'failing', 'surveyed', 'alike'] as const
export type GroupName = (typeof groupNames)[number]

export const groupTitles: Readonly<Record<GroupName, string>> = {
  contradicted: 'Pass on one, fail on another',
  differing: 'Not judged on every subject',
  failing: 'Fail on all',
  surveyed: 'Surveyed, where AWS may do either',
  alike: 'The same on all',
}

export const present = (cells: readonly Cell[]): readonly RuleReport[] =>
  cells.filter((cell) => cell !== undefined)

/** The behaviours seen, in an order of their own: two runs may come upon them in different ones. */
export const behaviours = ({ observed = [] }: RuleReport): readonly string[] =>
  [...new Set(observed)].toSorted()

const areSurveyedApart = (rules: readonly RuleReport[]): boolean => {
  const seen = rules
    .filter(({ level, observed = [] }) => level === 'may' && observed.length > 0)
    .map((rule) => JSON.stringify(behaviours(rule)))
  return new Set(seen).size > 1
}

/** A rule that a report lacks differs from nothing: nobody asked there. */
export const groupOf = (cells: readonly Cell[]): GroupName => {
  const rules = present(cells)
  const verdicts = new Set(rules.map(({ verdict }) => verdict))
  if (verdicts.has('pass') && verdicts.has('fail')) return 'contradicted'
  if (areSurveyedApart(rules)) return 'surveyed'
  if (verdicts.size > 1) return 'differing'
  return verdicts.has('fail') ? 'failing' : 'alike'
}

const apart = (one: RuleReport, other: RuleReport): number => {
  if (one.verdict === other.verdict) return 0
  const judged = [one, other].every(({ verdict }) => verdict === 'pass' || verdict === 'fail')
  return judged ? 3 : 1
}

/** How much the subjects differ: over all pairs, the most for a pass beside a fail. */
export const distance = (cells: readonly Cell[]): number => {
  const rules = present(cells)
  let sum = 0
  for (const [index, one] of rules.entries()) {
    for (const other of rules.slice(index + 1)) sum += apart(one, other)
  }
  return sum
}
