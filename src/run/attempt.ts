import { setTimeout as sleep } from 'node:timers/promises'
import { operations } from '../../generated/operations.ts'
import type { Call } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { fateOf } from '../model/reply.ts'
import { nothingKnown, type FunctionState, type State } from '../model/state.ts'
import { functionNameOf } from '../model/step.ts'
import { appendStep, type Step, type Trace } from '../model/trace.ts'
import type { Action } from '../programs/action.ts'
import { otherRuntimeOf, type Bindings } from '../programs/bindings.ts'
import { resolve } from '../programs/resolve.ts'
import { atOnce, sections } from './at-once.ts'
import { cleanUp } from './clean-up.ts'
import { maxAttemptCharacters, sizeOf } from './keep.ts'
import { maxInVain, type Session, type Stop } from './session.ts'

/** A program carried out once, on functions and layers of its own. */
export type Attempt = {
  readonly trace: Trace
  /** How many steps there were after each action. */
  readonly stepsAfter: readonly number[]
  /** Everything sent, repetitions and clean-up included. */
  readonly exchanges: readonly Exchange[]
  /** Set where the program was not carried out to its end. */
  readonly stopped?: Stop
  /** Set where a function did not settle in time, so that what followed could not be judged. */
  readonly unsettled: boolean
}

const bindingsFor = ({ settings, runId }: Session, attempt: number): Omit<Bindings, 'ordinal'> => ({
  functionName: (slot) => `lambda-conformance-${runId}-${attempt}-${slot}`,
  layerName: (slot) => `lambda-conformance-${runId}-${attempt}-${slot}`,
  role: settings.role,
  runtime: settings.runtime,
  otherRuntime: otherRuntimeOf(settings.runtime),
  madeUpRevision: `00000000-0000-4000-8000-${settings.seed.toString(16).padStart(12, '0')}`,
  takes: (operation, member) =>
    Object.hasOwn(operations[settings.edition][operation].members, member),
})

/**
 * Whether an action speaks of $LATEST as it is now and that is in doubt, so that it has to be read first. A function that
 * was read and showed no RevisionId would show none again.
 */
const isInDoubt = (
  action: Action,
  { latest, revisions, notes, notesAt }: FunctionState,
): boolean => {
  const shown = latest.configuration !== undefined
  if ('hash' in action && action.hash !== undefined && !shown) return true
  if (!('revision' in action) || action.revision === undefined) return false
  const givesNone = shown && revisions.length === 0 && notesAt.read === notes.length
  return latest.revisionId === undefined && !givesNone
}

/** `isHopeless` tells the step after which nothing that follows is worth its requests. */
export const attemptProgram = async (
  session: Session,
  actions: readonly Action[],
  isHopeless: (step: Step) => boolean = () => false,
): Promise<Attempt> => {
  const bindings = bindingsFor(session, session.nextAttempt())
  const steps: Step[] = []
  const exchanges: Exchange[] = []
  let unsettled = false
  let hopeless = false
  let characters = 0

  const stop = (): Stop | undefined => {
    const why = session.stop()
    // A program goes to its end: its clean-up may yet show that the credentials are taken after all.
    if (why !== undefined && why !== 'no longer authorized') return why
    return characters > maxAttemptCharacters ? 'flooded with large replies' : undefined
  }
  const state = (): State => steps.at(-1)?.after ?? nothingKnown
  const make = async (call: Call): Promise<Step> => {
    const step = appendStep(steps, await session.send(call, exchanges))
    steps.push(step)
    characters += sizeOf(step.exchange.outcome)
    hopeless ||= isHopeless(step)
    return step
  }
  const readOperation = (): 'GetFunctionConfiguration' | 'GetFunction' | undefined =>
    (['GetFunctionConfiguration', 'GetFunction'] as const).find(
      (operation) => !session.operations.isUnsupported(operation),
    )
  const readLatest = async (name: string): Promise<void> => {
    const operation = readOperation()
    if (operation !== undefined) await make({ operation, input: { FunctionName: name } })
  }

  /** Reads until neither creation nor update is in progress: nothing can be said of a function before. */
  const settle = async (name: string): Promise<void> => {
    const { settings, inVain } = session
    const patienceMs = inVain.settling < maxInVain ? settings.settleTimeoutMs : 0
    const until = session.elapsedMs() + patienceMs
    for (let delay = 0; ; delay = Math.min(1_000, delay === 0 ? 4 : delay * 2)) {
      const fn = state().functions.get(name)
      if (fn === undefined || fn.existence !== 'exists' || stop() !== undefined) return
      if (session.authorization.refusals() > 1) return
      if (fn.latest.settled) {
        if (delay > 0) inVain.settling = 0
        return
      }
      if (readOperation() === undefined || (delay > 0 && session.elapsedMs() > until)) {
        unsettled = true
        inVain.settling += 1
        return
      }
      if (delay > 0) {
        await sleep(delay, undefined, { signal: settings.signal }).catch(() => undefined)
      }
      await readLatest(name)
      // A deletion without a reply has taken place after all: there is nothing to wait for.
      const read = steps.at(-1)?.exchange.outcome
      if (fn.unclear && read?.kind === 'reply' && read.status === 404) return
    }
  }

  const perform = async (action: Action, ordinal: number): Promise<void> => {
    if (session.operations.isUnsupported(action.operation)) return
    for (const name of [bindings.functionName('f0'), bindings.functionName('f1')]) {
      const fn = state().functions.get(name)
      if (fn?.existence === 'exists' && isInDoubt(action, fn)) await readLatest(name)
    }
    const call = resolve(action, state(), { ...bindings, ordinal })
    if (call === undefined) return
    const step = await make(call)
    if (hopeless) return
    const hurry = 'hurry' in action && action.hurry
    const changes = ['CreateFunction', 'UpdateFunctionCode', 'UpdateFunctionConfiguration']
    if (
      changes.includes(call.operation) &&
      fateOf(step.exchange.outcome) === 'accepted' &&
      !hurry
    ) {
      await settle(functionNameOf(call))
    }
  }

  /** Several clients at once, and then what they have left: nobody knows it without looking. */
  const performAtOnce = async (section: readonly Action[], first: number): Promise<void> => {
    const from = exchanges.length
    const answered = await atOnce(
      session,
      section,
      state(),
      (nth) => ({
        ...bindings,
        ordinal: first + nth,
      }),
      exchanges,
      stop,
    )
    for (const exchange of answered) steps.push(appendStep(steps, exchange))
    for (const { outcome } of exchanges.slice(from)) characters += sizeOf(outcome)
    for (const name of [bindings.functionName('f0'), bindings.functionName('f1')]) {
      if (!state().functions.has(name) || stop() !== undefined) continue
      // Also one that was deleted: what another client wrote may have brought it back.
      await readLatest(name)
      const fn = state().functions.get(name)
      // One that nobody was shown has nothing to wait for.
      if (fn?.existence === 'exists' && fn.latest.configuration !== undefined) await settle(name)
    }
  }

  let stopped: Stop | undefined
  const stepsAfter: number[] = []
  try {
    let done = 0
    for (const section of sections(actions)) {
      stopped = stop()
      if (stopped !== undefined || hopeless) break
      const [first] = section
      if (first?.lane !== undefined) await performAtOnce(section, done + 1)
      else if (first !== undefined) await perform(first, done + 1)
      done += section.length
      for (const _ of section) stepsAfter.push(steps.length)
    }
  } finally {
    // Also where a fault of ours ended the program.
    await cleanUp(session, steps, exchanges)
  }
  return {
    trace: steps,
    stepsAfter,
    exchanges,
    unsettled,
    ...(stopped === undefined ? {} : { stopped }),
  }
}
