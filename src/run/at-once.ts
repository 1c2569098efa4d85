import { setTimeout as sleep } from 'node:timers/promises'
import type { Exchange } from '../drivers/driver.ts'
import type { State } from '../model/state.ts'
import { step } from '../model/step.ts'
import type { Action } from '../programs/action.ts'
import type { Bindings } from '../programs/bindings.ts'
import { resolve } from '../programs/resolve.ts'
import type { Session, Stop } from './session.ts'

/** The actions one by one, and together those that several clients carry out at once. */
export const sections = (actions: readonly Action[]): readonly (readonly Action[])[] =>
  actions.reduce<Action[][]>((found, action, index) => {
    const isNext = action.lane !== undefined && actions[index - 1]?.lane !== undefined
    if (isNext) found.at(-1)?.push(action)
    else found.push([action])
    return found
  }, [])

type Turn = { readonly action: Action; readonly nth: number }

const lanesIn = (section: readonly Action[]): readonly (readonly Turn[])[] => {
  const lanes = new Map<number, Turn[]>()
  for (const [nth, action] of section.entries()) {
    const lane = action.lane ?? 0
    lanes.set(lane, [...(lanes.get(lane) ?? []), { action, nth }])
  }
  return [...lanes.values()]
}

/**
 * Carries out the actions of several clients at the same moment and answers with their calls in the order of the replies.
 * Every client begins with what was known to all, `known`, and learns from its own replies only: a RevisionId is current
 * for as long as the client that gives it has seen no other. `bindingsFor`: by position in the section. All sendings go to
 * `all`, those that were told to come again (429) too.
 */
export const atOnce = async (
  session: Session,
  section: readonly Action[],
  known: State,
  bindingsFor: (nth: number) => Bindings,
  all: Exchange[],
  stop: () => Stop | undefined,
): Promise<readonly Exchange[]> => {
  const { settings, operations } = session
  const answered: Exchange[] = []

  const carryOut = async (turns: readonly Turn[]): Promise<void> => {
    let view = known
    for (const { action, nth } of turns) {
      if (action.afterMs !== undefined) {
        await sleep(action.afterMs, undefined, { signal: settings.signal }).catch(() => undefined)
      }
      if (stop() !== undefined) return
      if (operations.isUnsupported(action.operation)) continue
      const call = resolve(action, view, bindingsFor(nth))
      if (call === undefined) continue
      const sent: Exchange[] = []
      await session.send(call, sent)
      const ofLane = sent.map((exchange) => ({ ...exchange, lane: action.lane ?? 0 }))
      all.push(...ofLane)
      const last = ofLane.at(-1)
      if (last === undefined) continue
      answered.push(last)
      view = step(view, call, last.outcome)
    }
  }

  const lanes = lanesIn(section)
  await session.gather(lanes.length)
  await Promise.all(lanes.map(carryOut))
  return answered.toSorted((a, b) => a.endedAtMs - b.endedAtMs)
}
