import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { inWords, resourceAskedFor, resourceOf, type Resource } from '../ledger/resource.ts'
import { text } from '../model/json.ts'
import { fateOf } from '../model/reply.ts'
import { appendStep, type Step } from '../model/trace.ts'
import {
  functionsMade,
  isGoneForGood,
  layerDeletion,
  layerVersionsMade,
  listedVersions,
  livesOf,
  unclearLayers,
} from './made.ts'
import { maxInVain, type Session } from './session.ts'

const isGone = ({ outcome }: Exchange): boolean =>
  fateOf(outcome) === 'accepted' || (outcome.kind === 'reply' && outcome.status === 404)

/** How often to try where it ended so: longer for an update under way or a busy service, once more after bad luck. */
const triesFor = ({ outcome }: Exchange, isInterrupted: boolean): number => {
  // Somebody waits for the end, and the ledger lists what is left.
  if (outcome.kind === 'lost') return isInterrupted ? 1 : 2
  if (outcome.status === 409 || outcome.status === 429) return 5
  return outcome.status >= 500 && outcome.status !== 501 ? 2 : 1
}

/** Everything that the calls asked for, each once. */
const askedFor = (exchanges: readonly Exchange[]): readonly Resource[] => [
  ...new Map(
    exchanges
      .map(({ call }) => resourceAskedFor(call))
      .filter((resource) => resource !== undefined)
      .map((resource) => [inWords(resource), resource]),
  ).values(),
]

/** Also where it was published by its ARN: the ledger has it by its name. */
const layerNamed = (LayerName: string): Resource =>
  resourceOf({ operation: 'ListLayerVersions', input: { LayerName } })

/** Tells the ledger what is gone, and the session what is not. */
const settle = (
  { ledger, left }: Session,
  exchanges: readonly Exchange[],
  remaining: readonly Resource[],
): void => {
  for (const resource of askedFor(exchanges)) {
    const count = remaining.filter((each) => inWords(each) === inWords(resource)).length
    if (count > 0) left.push({ ...resource, count })
    else ledger.settle(resource)
  }
}

/**
 * Deletes what an attempt made. The calls are part of its trace, so that their replies are judged too. A deletion that
 * fails for the time being is tried again; what remains counts as leaked.
 */
export const cleanUp = async (
  session: Session,
  steps: Step[],
  exchanges: Exchange[],
): Promise<void> => {
  const functions = functionsMade(steps)
  const layerVersions = layerVersionsMade(steps)
  const unclear = unclearLayers(steps)
  const state = steps.at(-1)?.after
  const lives = functions.map((name) => Math.max(1, livesOf(steps, name)))
  session.count.created += lives.reduce((sum, count) => sum + count, 0) + layerVersions.length
  if (session.settings.keep) {
    settle(session, exchanges, [
      ...functions.map((name) => ({ kind: 'function' as const, name })),
      ...layerVersions.map(resourceOf),
      ...unclear.map(layerNamed),
    ])
    return
  }
  const remaining: Resource[] = []

  const make = async (call: Call): Promise<Exchange> => {
    const exchange = await session.send(call, exchanges)
    steps.push(appendStep(steps, exchange))
    return exchange
  }
  /** Whether it is gone. */
  const remove = async (call: Call): Promise<boolean> => {
    if (session.operations.isUnsupported(call.operation)) return false
    for (let tries = 1; ; tries += 1) {
      const exchange = await make(call)
      if (isGone(exchange)) {
        session.count.deleted += 1
        session.inVain.deleting = 0
        return true
      }
      const isVain = session.inVain.deleting >= maxInVain || session.stop() === 'out of patience'
      if (isVain || tries >= triesFor(exchange, session.stop() === 'cancelled')) break
      const ms = 50 * 2 ** tries
      session.waste(ms)
      await sleep(ms)
    }
    session.inVain.deleting += 1
    return false
  }

  for (const [index, name] of functions.entries()) {
    // All lives but the last ended within the program.
    session.count.deleted += (lives[index] ?? 1) - 1
    const isDeleted = state?.functions.get(name)?.existence === 'absent'
    if (isDeleted && isGoneForGood(steps, name)) session.count.deleted += 1
    else if (!(await remove({ operation: 'DeleteFunction', input: { FunctionName: name } }))) {
      remaining.push({ kind: 'function', name })
    }
  }
  for (const call of layerVersions) {
    const layer = state?.layers.get(text(call.input, 'LayerName') ?? '')
    if (layer?.deleted.has(Number(call.input['VersionNumber']))) session.count.deleted += 1
    else if (!(await remove(call))) remaining.push(resourceOf(call))
  }
  for (const name of unclear) {
    const layer = layerNamed(name)
    if (session.operations.isUnsupported('ListLayerVersions')) {
      session.count.created += 1
      remaining.push(layer)
      continue
    }
    const list = await make({ operation: 'ListLayerVersions', input: { LayerName: name } })
    if (fateOf(list.outcome) === 'refused') continue
    const numbers = listedVersions(list)
    // Where nobody can tell, one version is taken to be left: better than to say that all is clean.
    const others = numbers?.filter(
      (number) =>
        !layerVersions.some(
          ({ input }) => input['LayerName'] === name && input['VersionNumber'] === number,
        ),
    )
    session.count.created += others?.length ?? 1
    if (others === undefined) remaining.push(layer)
    for (const number of others ?? []) {
      if (!(await remove(layerDeletion(name, number)))) remaining.push(layer)
    }
  }
  settle(session, exchanges, remaining)
}
