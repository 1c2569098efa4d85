import type { Call, Json } from '../call.ts'
import type { Exchange, Outcome } from '../drivers/driver.ts'
import { isChange, resourceOf, type Resource } from '../ledger/resource.ts'
import { member, text } from '../model/json.ts'
import { fateOf, successBody } from '../model/reply.ts'
import { functionNameOf } from '../model/step.ts'
import type { Step } from '../model/trace.ts'

type Sent = { readonly call: Call; readonly outcome: Outcome }

/** What the subject was asked: behind a client, what that sent, for it may create something of its own accord. */
const sentIn = ({ call, outcome, client }: Exchange): readonly Sent[] => {
  if (client === undefined) return [{ call, outcome }]
  const passedOn = [...client.wire, ...client.strays].flatMap((wire) =>
    wire.call === undefined || wire.answered === undefined
      ? []
      : [{ call: wire.call, outcome: wire.answered }],
  )
  return passedOn.length === 0 ? [{ call, outcome }] : passedOn
}

const aboutFunctions = (steps: readonly Step[]): readonly Sent[] =>
  steps
    .flatMap(({ exchange }) => sentIn(exchange))
    .filter(({ call }) => resourceOf(call).kind === 'function')

const isCreation = ({ call }: Sent): boolean =>
  call.operation === 'CreateFunction' || call.operation === 'PublishLayerVersion'

const namesIn = (sent: readonly Sent[]): readonly string[] => [
  ...new Set(sent.map(({ call }) => functionNameOf(call))),
]

/** A change of what is not there: an emulator may make it then, and a deployer does on purpose. */
const isChangeOnly = ({ call }: Sent): boolean =>
  isChange(call) && call.operation !== 'CreateFunction' && call.operation !== 'DeleteFunction'

/** Functions that the calls of a trace have made, or may have made: a lost reply may hide a creation. */
export const functionsMade = (steps: readonly Step[]): readonly string[] =>
  namesIn(
    aboutFunctions(steps).filter((sent) => {
      const fate = fateOf(sent.outcome)
      return isCreation(sent) ? fate !== 'refused' : isChangeOnly(sent) && fate === 'accepted'
    }),
  )

/** Refusals of a creation after which it is more likely to be there than not. */
const doubtful: readonly number[] = [408, 409, 499]

/** A 429 says that nothing was done, a 501 that there is nothing to do it. */
const idle: readonly number[] = [429, 501]

/**
 * Functions that should not be there, and that may be for all that: a refusal has to be carried out well, too. `likely`:
 * to be left if nobody can tell.
 */
export const functionsRefused = (
  steps: readonly Step[],
): readonly { readonly name: string; readonly likely: boolean }[] => {
  const made = functionsMade(steps)
  const doubted = aboutFunctions(steps).filter((sent) => {
    const { outcome } = sent
    if (isCreation(sent)) return outcome.kind === 'reply' && !idle.includes(outcome.status)
    return isChangeOnly(sent) && fateOf(outcome) === 'unclear'
  })
  return namesIn(doubted)
    .filter((name) => !made.includes(name))
    .map((name) => ({
      name,
      likely: doubted.some(
        ({ call, outcome }) =>
          functionNameOf(call) === name &&
          outcome.kind === 'reply' &&
          doubtful.includes(outcome.status),
      ),
    }))
}

const about = (steps: readonly Step[], { kind, name }: Resource): readonly Sent[] =>
  steps
    .flatMap(({ exchange }) => sentIn(exchange))
    .filter(({ call }) => {
      const resource = resourceOf(call)
      return resource.kind === kind && resource.name === name
    })

/** Whether a call that creates it was given up without a reply: it may be carried out still. */
export const isInDoubt = (steps: readonly Step[], resource: Resource): boolean =>
  about(steps, resource).some(
    (sent) =>
      isCreation(sent) &&
      sent.outcome.kind === 'lost' &&
      (sent.outcome.reason === 'timeout' || sent.outcome.reason === 'connection-lost'),
  )

/** Whether the subject has said that it made it. */
export const isCertain = (steps: readonly Step[], resource: Resource): boolean =>
  about(steps, resource).some((sent) => isCreation(sent) && fateOf(sent.outcome) === 'accepted')

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
  const ofFunction = about(steps, { kind: 'function', name })
  const deletion = ofFunction.findLastIndex(
    ({ call, outcome }) => call.operation === 'DeleteFunction' && fateOf(outcome) === 'accepted',
  )
  return ofFunction
    .slice(deletion + 1)
    .every(
      ({ call, outcome }) =>
        fateOf(outcome) === 'refused' &&
        !(
          call.operation === 'CreateFunction' &&
          outcome.kind === 'reply' &&
          outcome.status === 409
        ),
    )
}

const publishes = (steps: readonly Step[]): readonly Sent[] =>
  steps
    .flatMap(({ exchange }) => sentIn(exchange))
    .filter(({ call }) => call.operation === 'PublishLayerVersion')

const isNumber = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

const numberMade = ({ outcome }: Sent): number | undefined => {
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
  const made = publishes(steps).flatMap((sent): (readonly [string, Call])[] => {
    const number = numberMade(sent)
    const name = text(sent.call.input, 'LayerName')
    return number === undefined || name === undefined
      ? []
      : [[`${name}:${number}`, layerDeletion(name, number)]]
  })
  return [...new Map(made).values()]
}

/** Whether the publishes of one layer tell which versions there are: each has a number of its own, and none is too high. */
const areClear = (ofLayer: readonly Sent[]): boolean => {
  if (ofLayer.some(({ outcome }) => fateOf(outcome) === 'unclear')) return false
  const accepted = ofLayer.filter(({ outcome }) => fateOf(outcome) === 'accepted')
  const numbers = new Set(accepted.map(numberMade))
  return (
    numbers.size === accepted.length &&
    accepted.every((sent) => (numberMade(sent) ?? Infinity) <= accepted.length)
  )
}

/** Layers of which a version may exist whose number nobody was told, or was told wrong. */
export const unclearLayers = (steps: readonly Step[]): readonly string[] => {
  const all = publishes(steps)
  const names = [...new Set(all.map(({ call }) => resourceOf(call).name))]
  return names.filter((name) => !areClear(all.filter(({ call }) => resourceOf(call).name === name)))
}

export const listedVersions = ({ outcome }: Exchange): readonly number[] | undefined => {
  const listed = member(successBody(outcome), 'LayerVersions')
  return Array.isArray(listed)
    ? listed.map((item: Json) => member(item, 'Version')).filter(isNumber)
    : undefined
}
