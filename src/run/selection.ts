import picomatch from 'picomatch'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { editions, type Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import { rules, type Area } from '../../spec/rules/catalogue.ts'
import type { Rule } from '../../spec/rules/rule.ts'

export const ruleOf = (id: RuleId): Rule => rules[id] as Rule

export const areaOf = (id: RuleId): Area => id.slice(0, id.indexOf('/')) as Area

export const holdsIn = ({ edition }: Pick<Rule, 'edition'>, asked: Edition): boolean => {
  const at = editions.indexOf(asked)
  const from = edition?.from === undefined ? 0 : editions.indexOf(edition.from)
  const to = edition?.to === undefined ? editions.length : editions.indexOf(edition.to)
  return from <= at && at <= to
}

const matches = (globs: readonly string[], id: RuleId): boolean => {
  const names = [id, ...(ruleOf(id).aliases ?? [])]
  return names.some((name) => picomatch.isMatch(name, [...globs]))
}

/** What is judged: an endpoint, or a client with these operations. */
export type Kind = 'endpoint' | { readonly operations: readonly OperationName[] }

/** Whether subjects of this kind show anything of a rule: a caller of a client sees replies, and no wire. */
export const isSeenOf = (kind: Kind, id: RuleId): boolean => {
  if (kind === 'endpoint') return areaOf(id) !== 'client'
  // One client alone makes no calls at the same moment.
  if (areaOf(id) === 'concurrency') return false
  const { needs, wire } = ruleOf(id)
  return wire !== true && needs.some((operation) => kind.operations.includes(operation))
}

/** The rules a run judges: those of the edition and the kind of subject, as chosen by the globs. */
export const selectRules = (
  edition: Edition,
  include: readonly string[] | undefined,
  exclude: readonly string[] | undefined,
  kind: Kind = 'endpoint',
): readonly RuleId[] =>
  ruleIds.filter(
    (id) =>
      isSeenOf(kind, id) &&
      holdsIn(ruleOf(id), edition) &&
      (include === undefined || include.length === 0 || matches(include, id)) &&
      !(exclude !== undefined && exclude.length > 0 && matches(exclude, id)),
  )
