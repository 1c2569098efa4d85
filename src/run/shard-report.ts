import type { RuleId } from '../../generated/rule-ids.ts'
import type { ShardReport, ShardStanding } from '../report/report.ts'
import type { Shard } from './program-list.ts'
import { standingOf, type Standing, type Tally } from './tally.ts'
import type { Obstacles } from './verdict.ts'

const standingReport = (standing: Standing): ShardStanding => {
  const { held, behaviours, breach, unproven, excusedBy, crash } = standing
  return {
    held,
    broken: breach !== undefined,
    ...(behaviours.size === 0 ? {} : { observed: [...behaviours] }),
    ...(unproven === undefined ? {} : { unproven }),
    ...(excusedBy === undefined ? {} : { excusedBy }),
    ...(crash === undefined ? {} : { crash }),
  }
}

/**
 * What a shard knows of every rule. Its verdicts do not add up: a rule it calls failed may be blocked by one that only another
 * shard saw broken.
 */
export const shardReport = (
  { index, of }: Shard,
  tally: Tally,
  rules: readonly RuleId[],
  { stopped, unsettled, few = false, withoutRaces, lostReplies }: Obstacles,
): ShardReport => ({
  index,
  of,
  ...(stopped === undefined ? {} : { stopped }),
  unsettled,
  few,
  ...(withoutRaces === undefined ? {} : { withoutRaces }),
  lostReplies: Object.fromEntries(lostReplies),
  standings: Object.fromEntries(
    rules.map((rule) => [rule, standingReport(standingOf(tally, rule))]),
  ),
})
