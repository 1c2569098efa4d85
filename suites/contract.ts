import type { RuleId } from '../generated/rule-ids.ts'

/** One subject of the contract, as a reader wants it: what it is about, and its rules clause by clause. */
export type Contract = {
  readonly title: string
  readonly clauses: Readonly<Record<string, readonly RuleId[]>>
}
