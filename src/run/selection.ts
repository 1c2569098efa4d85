import picomatch from 'picomatch'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { editions, type Edition } from '../../spec/editions.ts'
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

/** The rules a run judges: those of the edition, as chosen by the globs. */
export const selectRules = (
  edition: Edition,
  include: readonly string[] | undefined,
  exclude: readonly string[] | undefined,
): readonly RuleId[] =>
  ruleIds.filter(
    (id) =>
      holdsIn(ruleOf(id), edition) &&
      (include === undefined || include.length === 0 || matches(include, id)) &&
      !(exclude !== undefined && exclude.length > 0 && matches(exclude, id)),
  )
