import type { RuleId } from '../../generated/rule-ids.ts'
import type { ReplayReport, RuleReport } from '../report/report.ts'
import { errorMessage, errorName, fateOf } from '../model/reply.ts'
import type { Step } from '../model/trace.ts'
import type { Action } from '../programs/action.ts'
import type { Attempt } from './attempt.ts'
import { confirmationsOf } from './confirmations.ts'
import { decideDoubts, exploreProgram, type Exploration } from './explore.ts'
import { isRace } from '../programs/races.ts'
import { actionsOf, tokenOf, type Origin } from './replay-token.ts'
import type { Session } from './session.ts'
import { standingOf } from './tally.ts'

/** A token being replayed: where its sequence comes from, and what came of it each time. */
export type Replay = {
  readonly origin: Origin
  readonly actions: readonly Action[]
  readonly attempts: Attempt[]
}

/** Throws `UsageError` for a token that names nothing in this release. */
export const replayOf = (origin: Origin): Replay => ({
  origin,
  actions: actionsOf(origin),
  attempts: [],
})

/** Until a rule is broken, and as often as a failure is confirmed: one that came now and then may stay away once. */
export async function* replayAll(
  session: Session,
  exploration: Exploration,
  rules: readonly RuleId[],
  { origin, actions, attempts }: Replay,
): AsyncGenerator<void> {
  const isBroken = (): boolean =>
    rules.some((rule) => standingOf(exploration.tally, rule).breach !== undefined)
  for (let time = 0; time <= confirmationsOf(session.settings, actions); time += 1) {
    if (isBroken() || session.stop() !== undefined) break
    const program = { name: origin.program, actions }
    attempts.push(await exploreProgram(session, exploration, rules, program, origin))
    yield
  }
  await decideDoubts(session, exploration)
}

const told = ({ exchange: { outcome } }: Step): string =>
  outcome.kind === 'lost'
    ? outcome.message
    : [outcome.status, errorName(outcome), errorMessage(outcome)]
        .filter((part) => part !== undefined)
        .join(' ')

const isInVain = ({ exchange }: Step): boolean => fateOf(exchange.outcome) !== 'accepted'

/** Why the sequence did not come to its last call, or undefined where that was made and answered. */
const shortfall = ({ actions, attempts }: Replay): string | undefined => {
  const last = actions.at(-1)
  const attempt = attempts.at(-1)
  if (last === undefined || attempt === undefined) return 'nothing was sent'
  if (attempt.stopped !== undefined) return `the replay was ${attempt.stopped}`
  const { stepsAfter } = attempt
  // Calls made at the same moment are all answered before the next action.
  const before =
    (last.lane === undefined
      ? stepsAfter.at(-2)
      : stepsAfter.findLast((steps) => steps < (stepsAfter.at(-1) ?? 0))) ?? 0
  const made = attempt.trace
    .slice(before)
    .find(({ exchange }) => exchange.call.operation === last.operation)
  if (attempt.stepsAfter.length < actions.length || made === undefined) {
    return `the subject did not come to the state in which its last call, ${last.operation}, can be made`
  }
  const creations = attempt.trace.filter(
    ({ exchange }) => exchange.call.operation === 'CreateFunction',
  )
  const [first] = creations
  if (last.operation !== 'CreateFunction' && first !== undefined && creations.every(isInVain)) {
    return `no function could be created (${told(first)})`
  }
  const { outcome, call } = made.exchange
  // What was done to a call on purpose is no fault of the subject.
  if (call.fault !== undefined) return undefined
  const isNoAnswer =
    outcome.kind === 'lost' ||
    outcome.status === 429 ||
    (outcome.status >= 500 && outcome.status !== 501)
  return isNoAnswer ? `its last call, ${last.operation}, had no answer (${told(made)})` : undefined
}

/** `k of n` where the failure did not come every time, else undefined. */
const nowAndThen = (seen: string | undefined): string | undefined => {
  const [, came, tried] = /^(\d+) of (\d+)$/.exec(seen ?? '') ?? []
  return came === tried ? undefined : seen
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** What a replay shows. `seen`: how often the failure came when it was found, `k of n`. */
export const replayReport = (
  replay: Replay,
  rules: readonly RuleReport[],
  seen: string | undefined,
): ReplayReport => {
  const token = tokenOf(replay.origin)
  const tried = replay.attempts.length
  const failed = rules.filter(({ verdict }) => verdict === 'fail')
  if (failed.length > 0) {
    const reason = `${failed.length === 1 ? (failed[0]?.id ?? '') : `${failed.length} rules`} violated`
    return { token, outcome: 'still-failing', reason }
  }
  const cannot = (reason: string): ReplayReport => ({ token, outcome: 'cannot-reproduce', reason })
  const short = shortfall(replay)
  if (short !== undefined) return cannot(short)
  const [only] = rules
  if (!rules.some(({ verdict }) => verdict === 'pass')) {
    return cannot(rules.length === 1 && only?.reason ? only.reason : 'it shows nothing of any rule')
  }
  const rare = nowAndThen(seen)
  if (rare !== undefined) {
    return cannot(`the failure came ${rare} times when it was found, and not in ${tried} now`)
  }
  const held = rules.length === 1 ? `${only?.id} holds` : 'no rule is violated'
  // A token does not tell how often it came, and of what several do at once some come by luck.
  if (seen === undefined && isRace(replay.actions)) {
    return cannot(
      `${held}; carried out ${times(tried)}, but a race may come now and then: replay its file in failures/, which tells how often it came`,
    )
  }
  return { token, outcome: 'fixed', reason: `${held}; carried out ${times(tried)}` }
}
