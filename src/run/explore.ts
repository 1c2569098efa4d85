import type { RuleId } from '../../generated/rule-ids.ts'
import type { Reply } from '../drivers/driver.ts'
import type { Context } from '../judges/judge.ts'
import { errorMessage, errorName, fateOf } from '../model/reply.ts'
import type { Program } from '../programs/action.ts'
import { directedPrograms } from '../programs/directed.ts'
import { programsOf } from '../programs/programs-of.ts'
import { areaOf } from './selection.ts'
import type { Step } from '../model/trace.ts'
import { attemptProgram, type Attempt } from './attempt.ts'
import { SubjectUnavailable } from './errors.ts'
import type { ProgramTrace } from '../drivers/driver.ts'
import { newKeeper, type Keeper } from './keep.ts'
import { randomActions, type Origin } from './replay-token.ts'
import type { Session } from './session.ts'
import { count, standingOf, type Tally } from './tally.ts'

/** Everything a run has learnt so far. */
export type Exploration = {
  tally: Tally
  readonly traces: ProgramTrace[]
  readonly keep: Keeper
  unsettled: boolean
  /** How many replies each program lacks: they never came, or said only that the service failed. */
  readonly lostReplies: Map<string, number>
  /** Why programs were left out or cut short. */
  stopped: string | undefined
}

export const newExploration = (): Exploration => ({
  tally: new Map(),
  traces: [],
  keep: newKeeper(),
  unsettled: false,
  lostReplies: new Map(),
  stopped: undefined,
})

export const contextOf = ({ settings, operations }: Session): Context => ({
  edition: settings.edition,
  unsupported: operations.unsupported(),
})

/** The directed programs that exercise the areas of the chosen rules; always the first one, which tells what the subject implements. */
export const programsFor = (rules: readonly RuleId[]): readonly Program[] => {
  const wanted = new Set<string>(rules.flatMap((rule) => programsOf[areaOf(rule)]))
  return directedPrograms.filter(({ name }, index) => index === 0 || wanted.has(name))
}

/** Without a function there is nothing to ask: the rest of the first program would tell no more. */
const isCreationInVain = ({ exchange: { call, outcome } }: Step): boolean =>
  call.operation === 'CreateFunction' && fateOf(outcome) !== 'accepted'

const adviceOn = (refusal: Reply): string => {
  if (refusal.status === 429) return 'it is too busy: ask less of it with --max-rps, or later'
  return /role/i.test(errorMessage(refusal) ?? '')
    ? 'pass one that exists with --role'
    : 'see CreateFunction'
}

/** The first creation decides whether there is anything to judge. */
export const requireCreation = ({ trace }: Attempt): void => {
  const creation = trace.find(({ exchange }) => exchange.call.operation === 'CreateFunction')
  if (creation === undefined || !isCreationInVain(creation)) return
  const { outcome } = creation.exchange
  if (outcome.kind === 'lost') {
    const advice =
      outcome.reason === 'unreachable' ? 'start it, or check --endpoint' : 'check --endpoint'
    throw new SubjectUnavailable(
      `Failed to create a function, because there was no reply (${outcome.message}); ${advice}`,
    )
  }
  const said = [errorName(outcome), errorMessage(outcome)].filter((part) => part !== undefined)
  const advice = adviceOn(outcome)
  throw new SubjectUnavailable(
    `Failed to create a function, because the subject answered ${outcome.status}${said.length > 0 ? ` ${said.join(': ')}` : ''}; ${advice}`,
  )
}

/** A call of which nobody knows what became of it. */
const isLost = ({ exchange: { outcome } }: Step): boolean =>
  outcome.kind === 'lost' || (outcome.status >= 500 && outcome.status !== 501)

/** Carries out a program and lets every judge read its trace. `origin` tells how to come to it again. */
export const exploreProgram = async (
  session: Session,
  exploration: Exploration,
  rules: readonly RuleId[],
  { name, actions }: Program,
  {
    origin = { seed: session.settings.seed, program: name, length: actions.length, paths: [] },
    isHopeless,
  }: { readonly origin?: Origin; readonly isHopeless?: (step: Step) => boolean } = {},
): Promise<Attempt> => {
  const attempt = await attemptProgram(session, actions, isHopeless)
  exploration.traces.push({ program: name, exchanges: exploration.keep(attempt.exchanges) })
  exploration.stopped ??= attempt.stopped
  exploration.unsettled ||= attempt.unsettled
  // Of a program that is repeated the last time counts.
  exploration.lostReplies.set(name, attempt.trace.filter(isLost).length)
  exploration.tally = count(
    exploration.tally,
    rules,
    { origin, actions },
    attempt,
    contextOf(session),
  )
  return attempt
}

const randomProgramAt = (session: Session, index: number): Program => ({
  name: String(index),
  actions: randomActions(session.settings.seed, index),
})

/** Bad luck, that may be better another time; silence has cost its time, and a flood comes again. */
const isUnlucky = (step: Step): boolean => {
  const { outcome } = step.exchange
  return isLost(step) && (outcome.kind === 'reply' || outcome.reason === 'connection-lost')
}

/** How many programs of a run are carried out once more because a reply was lost: bad luck, not a habit. */
const maxRepeats = 10

/** Random programs in a row without a single call: there is no operation left to call. */
const maxIdle = 20

export type Explored = {
  readonly phase: 'probe' | 'directed' | 'random'
  readonly attempt: Attempt
  /** Requests sent before. */
  readonly before: number
}

/** The directed programs, then random ones until the profile's requests are spent; each of them judged when it comes out. */
export async function* exploreAll(
  session: Session,
  exploration: Exploration,
  rules: readonly RuleId[],
): AsyncGenerator<Explored> {
  const spent = (): number => session.spent().requests
  let repeats = 0
  for (const [index, program] of programsFor(rules).entries()) {
    const means = index === 0 ? { isHopeless: isCreationInVain } : {}
    for (let tries = 0; ; tries += 1) {
      if (session.stop() !== undefined) return
      const before = spent()
      const attempt = await exploreProgram(session, exploration, rules, program, means)
      // Of the first program it is the creation that matters: what came of it is not put at risk again.
      const mayRepeat = index > 0 || attempt.trace.some(isCreationInVain)
      const again =
        tries === 0 && repeats < maxRepeats && mayRepeat && attempt.trace.some(isUnlucky)
      if (!again || index > 0) {
        yield { phase: index === 0 ? 'probe' : 'directed', attempt, before }
      }
      if (!again) break
      // On functions of its own it is no repetition to the subject.
      repeats += 1
    }
  }
  for (let index = 0, idle = 0; spent() < session.settings.explore && idle <= maxIdle; index += 1) {
    // What is broken stays broken: nothing that is left could change a verdict.
    const isDone = rules.every((rule) => standingOf(exploration.tally, rule).breach !== undefined)
    if (isDone || session.stop() !== undefined) return
    const before = spent()
    const program = randomProgramAt(session, index)
    const attempt = await exploreProgram(session, exploration, rules, program)
    idle = spent() > before ? 0 : idle + 1
    yield { phase: 'random', attempt, before }
  }
}
