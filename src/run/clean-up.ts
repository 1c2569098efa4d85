import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, Json } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { member, text } from '../model/json.ts'
import { fateOf, successBody } from '../model/reply.ts'
import { functionNameOf } from '../model/step.ts'
import { appendStep, type Step } from '../model/trace.ts'
import { maxInVain, type Session } from './session.ts'

/** Functions that the calls of a trace may have made: a lost reply may hide a creation. */
const functionsMade = (steps: readonly Step[]): readonly string[] => [
  ...new Set(
    steps
      .filter(
        ({ exchange: { call, outcome } }) =>
          call.operation === 'CreateFunction' && fateOf(outcome) !== 'refused',
      )
      .map(({ exchange }) => functionNameOf(exchange.call)),
  ),
]

/** How many functions of this name were made: one that was deleted and made again counts twice. */
const livesOf = (steps: readonly Step[], name: string): number =>
  steps.filter(
    ({ exchange: { call, outcome }, before }) =>
      call.operation === 'CreateFunction' &&
      functionNameOf(call) === name &&
      fateOf(outcome) !== 'refused' &&
      before.functions.get(name)?.existence !== 'exists',
  ).length

/**
 * Whether a function that was deleted is gone, as far as its replies say: a subject that answers a deletion and does
 * nothing shows it again, or has no room for another one of the name.
 */
const isGoneForGood = (steps: readonly Step[], name: string): boolean => {
  const ofFunction = steps.filter(
    ({ exchange: { call } }) => !call.operation.includes('Layer') && functionNameOf(call) === name,
  )
  const deletion = ofFunction.findLastIndex(
    ({ exchange: { call, outcome } }) =>
      call.operation === 'DeleteFunction' && fateOf(outcome) === 'accepted',
  )
  return ofFunction
    .slice(deletion + 1)
    .every(
      ({ exchange: { call, outcome } }) =>
        fateOf(outcome) === 'refused' &&
        !(
          call.operation === 'CreateFunction' &&
          outcome.kind === 'reply' &&
          outcome.status === 409
        ),
    )
}

const publishes = (steps: readonly Step[]): readonly Exchange[] =>
  steps
    .map(({ exchange }) => exchange)
    .filter(({ call }) => call.operation === 'PublishLayerVersion')

const isNumber = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

const numberMade = ({ outcome }: Exchange): number | undefined => {
  const number = member(successBody(outcome), 'Version')
  return isNumber(number) ? number : undefined
}

const deletion = (name: string, number: number): Call => ({
  operation: 'DeleteLayerVersion',
  input: { LayerName: name, VersionNumber: number },
})

/** Layer versions that the calls of a trace made, each once. */
const layerVersionsMade = (steps: readonly Step[]): readonly Call[] => {
  const made = publishes(steps).flatMap((exchange): (readonly [string, Call])[] => {
    const number = numberMade(exchange)
    const name = text(exchange.call.input, 'LayerName')
    return number === undefined || name === undefined
      ? []
      : [[`${name}:${number}`, deletion(name, number)]]
  })
  return [...new Map(made).values()]
}

/** Layers of which a version may exist whose number nobody was told. */
const unclearLayers = (steps: readonly Step[]): readonly string[] => [
  ...new Set(
    publishes(steps)
      .filter((exchange) => {
        const fate = fateOf(exchange.outcome)
        return fate === 'unclear' || (fate === 'accepted' && numberMade(exchange) === undefined)
      })
      .map(({ call }) => text(call.input, 'LayerName') ?? ''),
  ),
]

const listedVersions = ({ outcome }: Exchange): readonly number[] | undefined => {
  const listed = member(successBody(outcome), 'LayerVersions')
  return Array.isArray(listed)
    ? listed.map((item: Json) => member(item, 'Version')).filter(isNumber)
    : undefined
}

const isGone = ({ outcome }: Exchange): boolean =>
  fateOf(outcome) === 'accepted' || (outcome.kind === 'reply' && outcome.status === 404)

/** How often to try where it ended so: longer for an update under way or a busy service, once more after bad luck. */
const triesFor = ({ outcome }: Exchange): number => {
  if (outcome.kind === 'lost') return 2
  if (outcome.status === 409 || outcome.status === 429) return 5
  return outcome.status >= 500 && outcome.status !== 501 ? 2 : 1
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
  if (session.settings.keep) return

  const make = async (call: Call): Promise<Exchange> => {
    const exchange = await session.send(call, exchanges)
    steps.push(appendStep(steps, exchange))
    return exchange
  }
  const remove = async (call: Call): Promise<void> => {
    if (session.operations.isUnsupported(call.operation)) return
    for (let tries = 1; ; tries += 1) {
      const exchange = await make(call)
      if (isGone(exchange)) {
        session.count.deleted += 1
        session.inVain.deleting = 0
        return
      }
      const isVain = session.inVain.deleting >= maxInVain || session.stop() === 'out of patience'
      if (isVain || tries >= triesFor(exchange)) break
      const ms = 50 * 2 ** tries
      session.waste(ms)
      await sleep(ms)
    }
    session.inVain.deleting += 1
  }

  for (const [index, name] of functions.entries()) {
    // All lives but the last ended within the program.
    session.count.deleted += (lives[index] ?? 1) - 1
    const isDeleted = state?.functions.get(name)?.existence === 'absent'
    if (isDeleted && isGoneForGood(steps, name)) session.count.deleted += 1
    else await remove({ operation: 'DeleteFunction', input: { FunctionName: name } })
  }
  for (const call of layerVersions) {
    const layer = state?.layers.get(text(call.input, 'LayerName') ?? '')
    if (layer?.deleted.has(Number(call.input['VersionNumber']))) session.count.deleted += 1
    else await remove(call)
  }
  for (const name of unclear) {
    if (session.operations.isUnsupported('ListLayerVersions')) return
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
    for (const number of others ?? []) await remove(deletion(name, number))
  }
}
