import type { Edition } from '../editions.ts'
import type { OperationName } from '../operations.ts'
import type { Citation } from '../sources.ts'

/** `must`: documented and not contradicted by a recording. `should`: recorded only, or advice. `may`: surveyed, never fails. */
export type Level = 'must' | 'should' | 'may'
export type Basis = 'documented' | 'recorded' | 'reported' | 'inferred'

export type Rule = {
  /** A fact in the present tense. */
  readonly title: string
  readonly level: Level
  readonly basis: Basis
  readonly cites: readonly [Citation, ...Citation[]]
  /** What the subject must implement for the rule to be judged at all. */
  readonly needs: readonly [OperationName, ...OperationName[]]
  /** Rules whose failure explains this one's: while one of them fails, this rule is blocked by it. */
  readonly dependsOn?: readonly string[]
  /** Speaks of what stands on the wire: no caller of a client sees or writes it. */
  readonly wire?: true
  /** The editions the rule holds for; all of them when absent. */
  readonly edition?: { readonly from?: Edition; readonly to?: Edition }
  /** What the statement is for, where the title alone leaves a reader asking. */
  readonly why?: string
  /** Ids this rule had before. */
  readonly aliases?: readonly string[]
}

type OfArea<Area extends string, Rules> = {
  readonly [Id in keyof Rules]: Id extends `${Area}/${string}` ? Rule : `not an id of area ${Area}`
}

/** The rules of one area. An id of another area does not compile. */
export const rulesOf = <const Area extends string, const Rules extends OfArea<Area, Rules>>(
  _area: Area,
  rules: Rules,
): Rules => rules
