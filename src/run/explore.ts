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
import { count, type Tally } from './tally.ts'

/** Everything a run has learnt so far. */
export type Exploration = {
  tally: Tally
  readonly traces: ProgramTrace[]
  readonly keep: Keeper
  unsettled: boolean
  lostReplies: number
  /** Why programs were left out or cut short. */
  stopped: string | undefined
}

export const newExploration = (): Exploration => ({
  tally: new Map(),
  traces: [],
  keep: newKeeper(),
  unsettled: false,
  lostReplies: 0,
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
export const isCreationInVain = ({ exchange: { call, outcome } }: Step): boolean =>
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
  exploration.lostReplies += attempt.trace.filter(
    ({ exchange }) => exchange.outcome.kind === 'lost',
  ).length
  exploration.tally = count(
    exploration.tally,
    rules,
    { origin, actions },
    attempt,
    contextOf(session),
  )
  return attempt
}

export const randomProgramAt = (session: Session, index: number): Program => ({
  name: String(index),
  actions: randomActions(session.settings.seed, index),
})
