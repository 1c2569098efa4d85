import type { Call, Json } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { member, text } from '../model/json.ts'
import { fateOf, successBody } from '../model/reply.ts'
import { functionNameOf } from '../model/step.ts'
import type { Step } from '../model/trace.ts'

/** Functions that the calls of a trace may have made: a lost reply may hide a creation. */
export const functionsMade = (steps: readonly Step[]): readonly string[] => [
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
export const livesOf = (steps: readonly Step[], name: string): number =>
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
export const isGoneForGood = (steps: readonly Step[], name: string): boolean => {
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

/** The call that deletes a version of a layer. */
export const layerDeletion = (name: string, number: number): Call => ({
  operation: 'DeleteLayerVersion',
  input: { LayerName: name, VersionNumber: number },
})

/** Layer versions that the calls of a trace made, each once. */
export const layerVersionsMade = (steps: readonly Step[]): readonly Call[] => {
  const made = publishes(steps).flatMap((exchange): (readonly [string, Call])[] => {
    const number = numberMade(exchange)
    const name = text(exchange.call.input, 'LayerName')
    return number === undefined || name === undefined
      ? []
      : [[`${name}:${number}`, layerDeletion(name, number)]]
  })
  return [...new Map(made).values()]
}

/** Layers of which a version may exist whose number nobody was told. */
export const unclearLayers = (steps: readonly Step[]): readonly string[] => [
  ...new Set(
    publishes(steps)
      .filter((exchange) => {
        const fate = fateOf(exchange.outcome)
        return fate === 'unclear' || (fate === 'accepted' && numberMade(exchange) === undefined)
      })
      .map(({ call }) => text(call.input, 'LayerName') ?? ''),
  ),
]

export const listedVersions = ({ outcome }: Exchange): readonly number[] | undefined => {
  const listed = member(successBody(outcome), 'LayerVersions')
  return Array.isArray(listed)
    ? listed.map((item: Json) => member(item, 'Version')).filter(isNumber)
    : undefined
}
