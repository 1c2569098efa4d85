import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { isAbsent } from '../ledger/remove.ts'
import { inWords, isChange, resourceOf, type Resource } from '../ledger/resource.ts'
import { text } from '../model/json.ts'
import { fateOf } from '../model/reply.ts'
import { appendStep, type Step } from '../model/trace.ts'
import {
  functionsMade,
  functionsRefused,
  isCertain,
  isGoneForGood,
  isInDoubt,
  layerDeletion,
  layerVersionsMade,
  listedVersions,
  livesOf,
  unclearLayers,
} from './made.ts'
import { lateMs, maxInVain, type Session } from './session.ts'

/** How often to try where it ended so: longer for an update under way or a busy service, once more after bad luck. */
const triesFor = ({ outcome }: Exchange, isInterrupted: boolean): number => {
  // Somebody waits for the end, and the ledger lists what is left.
  if (outcome.kind === 'lost') return isInterrupted ? 1 : 2
  if (outcome.status === 409 || outcome.status === 429) return 5
  return outcome.status >= 500 && outcome.status !== 501 ? 2 : 1
}

/** Tells the ledger what is gone, and the session what is not. */
const settle = (
  { ledger, left, gone, elapsedMs }: Session,
  steps: readonly Step[],
  exchanges: readonly Exchange[],
  remaining: readonly Resource[],
): void => {
  const changed = exchanges.map(({ call }) => call).filter(isChange)
  const listed = new Map(changed.map(resourceOf).map((each) => [inWords(each), each]))
  for (const [words, resource] of listed) {
    const count = remaining.filter((each) => inWords(each) === words).length
    if (count === 0) {
      ledger.settle(resource)
      if (isCertain(steps, resource)) gone.push(resource)
      continue
    }
    const asked = changed.filter(
      (call) => call.operation === 'PublishLayerVersion' && inWords(resourceOf(call)) === words,
    ).length
    const until = isInDoubt(steps, resource) ? elapsedMs() + lateMs : 0
    const certain = isCertain(steps, resource)
    left.push({ ...resource, count, asked: Math.max(1, asked), until, certain })
  }
}

type Removed = 'deleted' | 'absent' | 'kept'

/**
 * Deletes what an attempt made. The calls are part of its trace, so that their replies are judged too. A deletion that
 * fails for the time being is tried again; what remains counts as leaked.
 */
export const cleanUp = async (
  session: Session,
  steps: Step[],
  exchanges: Exchange[],
): Promise<void> => {
  const { settings, count, inVain, operations } = session
  const functions = functionsMade(steps)
  const refused = functionsRefused(steps)
  const layerVersions = layerVersionsMade(steps)
  const unclear = unclearLayers(steps)
  const state = steps.at(-1)?.after
  const lives = functions.map((name) => Math.max(1, livesOf(steps, name)))
  count.created += lives.reduce((sum, each) => sum + each, 0) + layerVersions.length
  const remaining: Resource[] = []

  const make = async (call: Call): Promise<Exchange> => {
    const exchange = await session.send(call, exchanges)
    steps.push(appendStep(steps, exchange))
    return exchange
  }
  const remove = async (call: Call): Promise<Removed> => {
    if (settings.keep || operations.isUnsupported(call.operation)) return 'kept'
    for (let tries = 1; ; tries += 1) {
      const exchange = await make(call)
      if (fateOf(exchange.outcome) === 'accepted' || isAbsent(exchange.outcome)) {
        inVain.deleting = 0
        return isAbsent(exchange.outcome) ? 'absent' : 'deleted'
      }
      const isVain = inVain.deleting >= maxInVain || session.stop() === 'out of patience'
      if (isVain || tries >= triesFor(exchange, session.stop() === 'cancelled')) break
      const ms = 50 * 2 ** tries
      session.waste(ms)
      await sleep(ms)
    }
    inVain.deleting += 1
    return 'kept'
  }

  for (const [index, name] of functions.entries()) {
    // All lives but the last ended within the program.
    count.deleted += (lives[index] ?? 1) - 1
    const isDeleted = state?.functions.get(name)?.existence === 'absent'
    if (isDeleted && isGoneForGood(steps, name)) {
      count.deleted += 1
      continue
    }
    const doubt = isInDoubt(steps, { kind: 'function', name })
    const removed = await remove({ operation: 'DeleteFunction', input: { FunctionName: name } })
    // Where its creation was given up, that it is not there yet proves nothing.
    if (removed === 'deleted' || (removed === 'absent' && !doubt)) count.deleted += 1
    else remaining.push({ kind: 'function', name })
  }
  for (const { name, likely } of settings.keep ? [] : refused) {
    if (operations.isUnsupported('DeleteFunction')) break
    const { outcome } = await make({ operation: 'DeleteFunction', input: { FunctionName: name } })
    const isThere = fateOf(outcome) === 'accepted'
    const mayBe = likely && !isThere && !isAbsent(outcome)
    if (isThere || mayBe) count.created += 1
    if (isThere) count.deleted += 1
    if (mayBe) remaining.push({ kind: 'function', name })
  }
  for (const call of layerVersions) {
    const layer = state?.layers.get(text(call.input, 'LayerName') ?? '')
    const isDeleted = layer?.deleted.has(Number(call.input['VersionNumber'])) === true
    if (isDeleted || (await remove(call)) !== 'kept') count.deleted += 1
    else remaining.push(resourceOf(call))
  }
  for (const name of unclear) {
    const layer: Resource = { kind: 'layer', name }
    const list =
      settings.keep || operations.isUnsupported('ListLayerVersions')
        ? undefined
        : await make({ operation: 'ListLayerVersions', input: { LayerName: name } })
    const isNone = list !== undefined && isAbsent(list.outcome)
    if (isNone && !isInDoubt(steps, layer)) continue
    const known = layerVersions.filter((call) => resourceOf(call).name === name)
    // Where nobody can tell, one version is taken to be left: better than to say that all is clean.
    const others = list === undefined || isNone ? undefined : listedVersions(list)
    const unknown = others?.filter(
      (number) => !known.some(({ input }) => input['VersionNumber'] === number),
    )
    count.created += unknown?.length ?? 1
    if (unknown === undefined) remaining.push(layer)
    for (const number of unknown ?? []) {
      if ((await remove(layerDeletion(name, number))) === 'kept') remaining.push(layer)
      else count.deleted += 1
    }
  }
  settle(session, steps, exchanges, remaining)
}
