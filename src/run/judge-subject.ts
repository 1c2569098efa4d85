import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import type { Driver } from '../drivers/driver.ts'
import { contextOf, exploreAll, newExploration } from './explore.ts'
import type { RunOptions } from './options.ts'
import { openSession } from './session.ts'
import { settingsOf, withoutRaces } from './settings.ts'
import { isSeenOf, selectRules } from './selection.ts'
import { findingFor, standingOf } from './tally.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** What a run concludes of every rule, and how soon. */
export type Judged = {
  readonly verdicts: ReadonlyMap<RuleId, Verdict>
  /** How many requests it took to see the first breach of each rule that was broken. */
  readonly requestsUntil: ReadonlyMap<RuleId, number>
  readonly requests: number
  /** Programs in which several clients called at once. */
  readonly races: number
}

/** All rules that subjects of this kind show anything of, or those chosen by the globs of the options. */
const rulesFor = (driver: Driver, options: RunOptions): readonly RuleId[] => {
  const kind = driver.client ?? 'endpoint'
  return options.rules === undefined
    ? ruleIds.filter((id) => isSeenOf(kind, id))
    : selectRules(settingsOf(options).edition, options.rules, undefined, kind)
}

/** A run without the shrinking that makes a failure readable and dear: what it takes to judge subjects by the thousand. */
export const judgeSubject = async (driver: Driver, options: RunOptions): Promise<Judged> => {
  const session = openSession(driver, settingsOf(options))
  const exploration = newExploration()
  const rules = rulesFor(driver, options)
  const requestsUntil = new Map<RuleId, number>()
  // Not what the session has spent by then: a client has several programs under way at once.
  let before = 0
  let races = 0
  for await (const { attempt, phase } of exploreAll(session, exploration, rules)) {
    if (phase === 'concurrent') races += 1
    for (const rule of rules) {
      if (standingOf(exploration.tally, rule).breach === undefined || requestsUntil.has(rule))
        continue
      const finding = findingFor(rule, attempt, contextOf(session))
      if (finding.kind === 'violated') requestsUntil.set(rule, before + finding.at + 1)
    }
    before += attempt.exchanges.length
  }
  const obstacles = {
    judged: new Set(rules),
    unsupported: session.operations.unsupported(),
    denied: session.operations.denied(),
    unsettled: exploration.unsettled,
    ...withoutRaces(session.settings),
    lostReplies: exploration.lostReplies,
  }
  return {
    verdicts: new Map(rules.map((rule) => [rule, verdictOf(exploration.tally, rule, obstacles)])),
    requestsUntil,
    requests: session.spent().requests,
    races,
  }
}

/** The rules with a verdict of this kind, in the order of the catalogue. */
export const rulesWith = (
  verdicts: ReadonlyMap<RuleId, Verdict>,
  kind: Verdict['kind'],
): readonly RuleId[] =>
  [...verdicts].filter(([, verdict]) => verdict.kind === kind).map(([id]) => id)
