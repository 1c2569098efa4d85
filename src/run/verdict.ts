import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import type { OperationName } from '../../spec/operations.ts'
import { programsOf, programsOfDearClients } from '../programs/programs-of.ts'
import { isRaceName } from '../programs/races.ts'
import { areaOf, ruleOf } from './selection.ts'
import { standingOf, type Breach, type Tally } from './tally.ts'

/** What a run concludes of one rule; of a failure with the evidence that its traces, or the reports of its shards, hold. */
export type Verdict<Evidence = Breach> =
  | { readonly kind: 'pass'; readonly held: number; readonly observed?: readonly string[] }
  | { readonly kind: 'fail'; readonly held: number; readonly breach: Evidence }
  | { readonly kind: 'unsupported'; readonly operation: OperationName }
  /** `on`: a rule, a client's rule, or the action that the caller has no right to. */
  | { readonly kind: 'blocked'; readonly on: string; readonly denied?: true }
  | { readonly kind: 'undecided'; readonly reason: string }
  | { readonly kind: 'unexercised'; readonly reason: string }
  | { readonly kind: 'harness-error'; readonly message: string }

/** What kept the run from showing more. */
export type Obstacles = {
  readonly unsupported: ReadonlySet<OperationName>
  /** What the caller has no right to, and the actions it lacks. */
  readonly denied?: ReadonlyMap<OperationName, string>
  /** Why programs were left out or cut short, if they were. */
  readonly stopped?: string
  /** The rules that were chosen. */
  readonly judged: ReadonlySet<string>
  readonly unsettled: boolean
  /** Only few programs were carried out, by the profile. */
  readonly few?: boolean
  /** Why no calls were made at the same moment, if none were. */
  readonly withoutRaces?: string
  /** Only a part of the programs was carried out: the rest is for other shards. */
  readonly isShard?: boolean
  /** How many replies each program lacks. */
  readonly lostReplies: ReadonlyMap<string, number>
}

const isBroken = (tally: Tally<unknown>, id: RuleId): boolean =>
  ruleOf(id).level !== 'may' && standingOf(tally, id).breach !== undefined

/** The broken rule at the root of what this one depends on: the red one, not another that waits for it. */
const blockerOf = (tally: Tally<unknown>, id: RuleId): RuleId | undefined => {
  for (const other of ruleIds.filter((known) => ruleOf(id).dependsOn?.includes(known))) {
    const root = blockerOf(tally, other) ?? (isBroken(tally, other) ? other : undefined)
    if (root !== undefined) return root
  }
  return undefined
}

/** Replies lost in the programs that are there for the rule. */
const lostFor = (id: RuleId, { lostReplies }: Obstacles): number =>
  areaOf(id) === 'concurrency'
    ? [...lostReplies].reduce((sum, [name, lost]) => sum + (isRaceName(name) ? lost : 0), 0)
    : programsOf[areaOf(id)].reduce((sum, name) => sum + (lostReplies.get(name) ?? 0), 0)

const unexercised = (id: RuleId, obstacles: Obstacles): Verdict<never> => {
  if (areaOf(id) === 'concurrency' && obstacles.withoutRaces !== undefined) {
    return { kind: 'unexercised', reason: obstacles.withoutRaces }
  }
  if (obstacles.stopped !== undefined) {
    return { kind: 'undecided', reason: `the run was ${obstacles.stopped} before it came to this` }
  }
  if (obstacles.unsettled) {
    return { kind: 'undecided', reason: 'a function did not settle within the time allowed' }
  }
  if (
    obstacles.few === true &&
    !programsOf[areaOf(id)].some((name) => programsOfDearClients.includes(name))
  ) {
    return {
      kind: 'undecided',
      reason:
        'every call starts a process, and the profile quick makes few of them; standard comes to this',
    }
  }
  if (obstacles.isShard === true) {
    return { kind: 'undecided', reason: 'this shard did not come to it, another one may' }
  }
  const lost = lostFor(id, obstacles)
  if (lost > 0) {
    return {
      kind: 'undecided',
      reason: `${lost} ${lost === 1 ? 'reply' : 'replies'} that it needs never came or said that the service failed`,
    }
  }
  const [leftOut] = (ruleOf(id).dependsOn ?? []).filter((other) => !obstacles.judged.has(other))
  const hint = leftOut === undefined ? '' : `; it may wait for ${leftOut}, which was left out`
  const [action] = obstacles.denied?.values() ?? []
  const want = action === undefined ? '' : `; it may need ${action}, which is not permitted`
  return {
    kind: 'unexercised',
    reason: `no program came to a state in which this rule says anything${hint}${want}`,
  }
}

/** An operation without which the rule cannot be judged. Of those that a rule about clients names any will do. */
const missingFor = (id: RuleId, { unsupported }: Obstacles): OperationName | undefined => {
  const { needs } = ruleOf(id)
  const missing = needs.filter((operation) => unsupported.has(operation))
  return areaOf(id) === 'client' && missing.length < needs.length ? undefined : missing[0]
}

/** What the caller would have to be allowed, so that the rule could be judged. */
const lackingFor = (id: RuleId, { denied, unsettled }: Obstacles): string | undefined => {
  if (denied === undefined) return undefined
  const reads = (['GetFunctionConfiguration', 'GetFunction'] as const).filter(() => unsettled)
  return [...ruleOf(id).needs, ...reads].map((operation) => denied.get(operation)).find(Boolean)
}

export const verdictOf = <Evidence>(
  tally: Tally<Evidence>,
  id: RuleId,
  obstacles: Obstacles,
): Verdict<Evidence> => {
  const { held, behaviours, breach, excusedBy, unproven, crash } = standingOf(tally, id)
  if (crash !== undefined) return { kind: 'harness-error', message: crash }
  const missing = missingFor(id, obstacles)
  const judged = breach !== undefined || held > 0 || behaviours.size > 0
  const lacking = lackingFor(id, obstacles)
  if (missing !== undefined && !judged) return { kind: 'unsupported', operation: missing }
  if (lacking !== undefined && !judged) return { kind: 'blocked', on: lacking, denied: true }
  if (ruleOf(id).level !== 'may' && breach !== undefined) {
    const blocker = blockerOf(tally, id)
    return blocker === undefined ? { kind: 'fail', held, breach } : { kind: 'blocked', on: blocker }
  }
  if (ruleOf(id).level !== 'may' && excusedBy !== undefined)
    return { kind: 'blocked', on: excusedBy }
  if (behaviours.size > 0) return { kind: 'pass', held, observed: [...behaviours] }
  if (held > 0) return { kind: 'pass', held }
  const blocker = blockerOf(tally, id)
  if (blocker !== undefined) return { kind: 'blocked', on: blocker }
  return unproven === undefined
    ? unexercised(id, obstacles)
    : { kind: 'undecided', reason: unproven }
}
