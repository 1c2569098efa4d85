import type { RuleId } from '../../generated/rule-ids.ts'
import type { LostReply, Outcome, Reply } from '../drivers/driver.ts'
import type { Context } from '../judges/judge.ts'
import { errorMessage, errorName, fateOf } from '../model/reply.ts'
import type { Program } from '../programs/action.ts'
import { create } from '../programs/directed/actions.ts'
import type { Step } from '../model/trace.ts'
import { notPermitted } from '../report/denied.ts'
import { attemptProgram, type Attempt } from './attempt.ts'
import { refusedFrom } from './authorization.ts'
import { deniedAction } from './denials.ts'
import { SubjectUnavailable } from './errors.ts'
import { inOrder } from './in-order.ts'
import { programList } from './program-list.ts'
import { newRecorder, type Recorder } from './recorder.ts'
import { randomActions, tokenOf, type Origin } from './replay-token.ts'
import type { Session } from './session.ts'
import { count, standingOf, type Tally } from './tally.ts'

/** Everything a run has learnt so far. */
export type Exploration = {
  tally: Tally
  readonly recorder: Recorder
  unsettled: boolean
  /** How many replies each program lacks: they never came, or said only that the service failed. */
  readonly lostReplies: Map<string, number>
  /** Why programs were left out or cut short. */
  stopped: string | undefined
  /** Programs at whose end the caller was refused: what that means the next answers tell. */
  inDoubt: (() => void)[]
}

export const newExploration = (): Exploration => ({
  tally: new Map(),
  recorder: newRecorder(),
  unsettled: false,
  lostReplies: new Map(),
  stopped: undefined,
  inDoubt: [],
})

export const contextOf = ({ settings, operations }: Session): Context => ({
  edition: settings.edition,
  unsupported: operations.unsupported(),
  denied: new Set(operations.denied().keys()),
})

/** What a web server answers to anything: every rule would be broken, and nothing ever made. */
const isPage = (outcome: Outcome): boolean =>
  outcome.kind === 'reply' &&
  outcome.body.kind === 'not-json' &&
  /^\s*<(?:!doctype|html)/i.test(outcome.text)

/** Without a function there is nothing to ask: the rest of the first program would tell no more. */
const isCreationInVain = ({ exchange: { call, outcome } }: Step): boolean =>
  call.operation === 'CreateFunction' && (fateOf(outcome) !== 'accepted' || isPage(outcome))

const policyAdvice = 'lambda-conformance iam-policy prints what a run needs'

const adviceOnLost: Readonly<Record<LostReply['reason'], string>> = {
  unreachable: 'start it, check --endpoint, or allow more time with --timeout-ms',
  'not-sent': 'check --endpoint',
  timeout: 'check --endpoint, or allow more time with --timeout-ms',
  'connection-lost': 'check --endpoint',
  'too-large': 'check --endpoint, or allow more with --max-reply-bytes',
  'not-http': 'check --endpoint',
}

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
    const advice = adviceOnLost[outcome.reason]
    throw new SubjectUnavailable(
      `Failed to create a function, because there was no reply (${outcome.message}); ${advice}`,
    )
  }
  if (isPage(outcome)) {
    throw new SubjectUnavailable(
      `Failed to create a function, because the subject answered ${outcome.status} with a page of HTML; check --endpoint`,
    )
  }
  const action = deniedAction('CreateFunction', outcome)
  if (action !== undefined) {
    throw new SubjectUnavailable(
      `Failed to create a function, because ${notPermitted(action)}; ${policyAdvice}`,
    )
  }
  const said = [errorName(outcome), errorMessage(outcome)].filter((part) => part !== undefined)
  const advice = adviceOn(outcome)
  throw new SubjectUnavailable(
    `Failed to create a function, because the subject answered ${outcome.status}${said.length > 0 ? ` ${said.join(': ')}` : ''}; ${advice}`,
  )
}

/** Where functions may be made and not deleted, one that stays is enough. */
export const requireDeletion = ({ settings, operations }: Session): void => {
  const action = operations.denied().get('DeleteFunction')
  if (action === undefined || settings.keep) return
  throw new SubjectUnavailable(
    `Failed to delete the function that was made first, because ${notPermitted(action)}; ${policyAdvice}, and lambda-conformance sweep deletes it then`,
  )
}

/** A client that cannot be started is nothing to judge. */
export const requireClient = ({ trace }: Attempt): void => {
  for (const { exchange } of trace) {
    const answer = exchange.client?.answer
    if (answer?.kind === 'none' && answer.reason === 'not-started') {
      throw new SubjectUnavailable(
        `Failed to judge the wrapper, because ${answer.because}; check how it is called`,
      )
    }
  }
}

/** A call of which nobody knows what became of it, and not on purpose. */
const isLost = ({ exchange: { call, outcome } }: Step): boolean =>
  call.fault === undefined &&
  (outcome.kind === 'lost'
    ? outcome.reason !== 'not-sent'
    : outcome.status >= 500 && outcome.status !== 501)

/** A program as it was carried out. */
type Carried = { readonly program: Program; readonly attempt: Attempt; readonly before: number }

const carryOut = async (
  session: Session,
  program: Program,
  isHopeless?: (step: Step) => boolean,
): Promise<Carried> => {
  const before = session.spent().requests
  return { program, attempt: await attemptProgram(session, program.actions, isHopeless), before }
}

const originOfWhole = ({ settings: { seed } }: Session, { name, actions }: Program): Origin => ({
  seed,
  program: name,
  length: actions.length,
  paths: [],
})

const record = (
  { recorder }: Exploration,
  { program, attempt: { exchanges } }: Carried,
  origin: Origin,
): void => recorder.record({ program: program.name, replay: tokenOf(origin), exchanges })

/** Lets every judge read the trace of a program. `origin` tells how to come to it again. */
const takeIn = (
  session: Session,
  exploration: Exploration,
  rules: readonly RuleId[],
  carried: Carried,
  origin = originOfWhole(session, carried.program),
): void => {
  const {
    program: { name, actions },
    attempt,
  } = carried
  record(exploration, carried, origin)
  exploration.stopped ??= attempt.stopped
  exploration.unsettled ||= attempt.unsettled
  // Of a program that is repeated the last time counts.
  exploration.lostReplies.set(name, attempt.trace.filter(isLost).length)
  const judge = (): void => {
    const judged = session.authorization.refusals() > 0 ? beforeRefusals(attempt) : attempt
    const source = { origin, actions }
    exploration.tally = count(exploration.tally, rules, source, judged, contextOf(session))
  }
  if (session.authorization.refusals() === 0) judgeInDoubt(exploration)
  else if (refusedFrom(attempt.trace) !== undefined) {
    exploration.inDoubt.push(judge)
    return
  }
  judge()
}

/** What came before the caller was refused, to the end. */
const beforeRefusals = (attempt: Attempt): Attempt => ({
  ...attempt,
  trace: attempt.trace.slice(0, refusedFrom(attempt.trace)),
})

const judgeInDoubt = ({ inDoubt }: Exploration): void => {
  for (const judge of inDoubt.splice(0)) judge()
}

/**
 * Judges what is still in doubt at the end of a run, where the last answers were about who asks: one function more tells
 * whether the credentials are still taken. If they are not, nothing that came of it counts.
 */
export const decideDoubts = async (session: Session, exploration: Exploration): Promise<void> => {
  if (exploration.inDoubt.length === 0) return
  if (session.authorization.refusals() > 0 && session.stop() === undefined) {
    const { exchanges } = await attemptProgram(session, [create()])
    exploration.recorder.record({ program: 'credentials', exchanges })
  }
  judgeInDoubt(exploration)
}

/** Carries out one program and judges it. */
export const exploreProgram = async (
  session: Session,
  exploration: Exploration,
  rules: readonly RuleId[],
  program: Program,
  origin: Origin,
): Promise<Attempt> => {
  const carried = await carryOut(session, program)
  takeIn(session, exploration, rules, carried, origin)
  return carried.attempt
}

const randomProgram = ({ client, settings }: Session, index: number): Program => {
  const name = client === undefined ? `${index}` : `c${index}`
  return { name, actions: randomActions(settings.seed, name) }
}

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, nth) =>
    items.slice(nth * size, (nth + 1) * size),
  )

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
  readonly phase: 'probe' | 'directed' | 'random' | 'concurrent'
  readonly attempt: Attempt
  /** Requests sent before. */
  readonly before: number
}

async function* exploring(
  session: Session,
  exploration: Exploration,
  rules: readonly RuleId[],
): AsyncGenerator<Explored> {
  const atOnce = session.client?.atOnce ?? 1
  const { probe: first, directed, random, races } = programList(session.settings, rules)
  let repeats = 0

  /** Every time it was carried out: once more where a reply was lost. On functions of its own it is no repetition to the subject. */
  const twiceAtMost = async (program: Program): Promise<readonly Carried[]> => {
    if (session.stop() !== undefined) return []
    const carried = await carryOut(session, program)
    if (repeats >= maxRepeats || !carried.attempt.trace.some(isUnlucky)) return [carried]
    repeats += 1
    return session.stop() === undefined ? [carried, await carryOut(session, program)] : [carried]
  }

  /** Every shard carries it out, and one of them counts it. */
  const isCounted = (session.settings.shard?.index ?? 1) === 1
  const takeInProbe = (carried: Carried): void => {
    if (isCounted) takeIn(session, exploration, rules, carried)
    else record(exploration, carried, originOfWhole(session, carried.program))
  }

  /** The first program tells whether there is anything to judge: of it only the creation is worth a second time. */
  const probe = async (program: Program): Promise<readonly Carried[]> => {
    const carried = await carryOut(session, program, isCreationInVain)
    const { trace } = carried.attempt
    const again = trace.some(isCreationInVain) && trace.some(isUnlucky)
    if (!again || session.stop() !== undefined) return [carried]
    repeats += 1
    takeInProbe(carried)
    return [await carryOut(session, program, isCreationInVain)]
  }

  if (first === undefined || session.stop() !== undefined) return
  for (const carried of await probe(first)) {
    takeInProbe(carried)
    yield { phase: 'probe', ...carried }
  }
  for await (const carriedOnes of inOrder(directed, atOnce, twiceAtMost)) {
    for (const carried of carriedOnes) {
      takeIn(session, exploration, rules, carried)
      yield { phase: 'directed', ...carried }
    }
  }
  let idle = 0
  for (const group of chunks(random, atOnce)) {
    // What is broken stays broken: nothing that is left could change a verdict.
    const isDone = rules.every((rule) => standingOf(exploration.tally, rule).breach !== undefined)
    if (isDone || idle > maxIdle || session.stop() !== undefined) break
    const before = session.spent().requests
    const programs = group.map((index) => randomProgram(session, index))
    for (const carried of await Promise.all(programs.map((each) => carryOut(session, each)))) {
      takeIn(session, exploration, rules, carried)
      yield { phase: 'random', ...carried }
    }
    idle = session.spent().requests > before ? 0 : idle + 1
  }
  for (const race of races) {
    if (session.stop() !== undefined) return
    const carried = await carryOut(session, race)
    takeIn(session, exploration, rules, carried)
    yield { phase: 'concurrent', ...carried }
  }
}

/**
 * The directed programs, then random ones; each of them judged when it comes out. Where a client makes the calls several
 * programs are under way at once: most of the time it waits before it tries again.
 */
export async function* exploreAll(
  session: Session,
  exploration: Exploration,
  rules: readonly RuleId[],
): AsyncGenerator<Explored> {
  yield* exploring(session, exploration, rules)
  await decideDoubts(session, exploration)
}
