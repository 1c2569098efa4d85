import { ruleIds, type RuleId } from '../generated/rule-ids.ts'
import type { Area } from '../spec/rules/catalogue.ts'
import { isSeenOf, type Kind } from '../src/run/selection.ts'

/** One subject of the contract, as a reader wants it: what it is about, and its rules clause by clause. */
export type Contract = {
  readonly title: string
  readonly area: Area
  readonly clauses: Readonly<Record<string, readonly RuleId[]>>
}

/** The clauses with a last one for the rules of the area that stand in none yet: no rule is left out for want of a place. */
export const clausesOf = ({
  area,
  clauses,
}: Contract): readonly (readonly [string, readonly RuleId[]])[] => {
  const placed = new Set(Object.values(clauses).flat())
  const rest = ruleIds.filter((id) => id.startsWith(`${area}/`) && !placed.has(id))
  return [...Object.entries(clauses), ...(rest.length === 0 ? [] : [['besides', rest] as const])]
}

/** The clauses with the rules that a subject of this kind shows anything of; what is left without any is left out. */
export const clausesFor = (
  kind: Kind,
  contract: Contract,
): readonly (readonly [string, readonly RuleId[]])[] =>
  clausesOf(contract)
    .map(([clause, ids]) => [clause, ids.filter((id) => isSeenOf(kind, id))] as const)
    .filter(([, ids]) => ids.length > 0)
