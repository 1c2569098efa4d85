import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, Json } from '../call.ts'
import type { Outcome, Reply } from '../drivers/driver.ts'
import { oneLine } from '../drivers/one-line.ts'
import { member, text } from '../model/json.ts'
import { errorMessage, errorName, fateOf, successBody } from '../model/reply.ts'
import type { Leftover } from './read-ledger.ts'

/**
 * What came of one leftover. `kept`: why it may still be there, in the words of its last reply; `noAnswer` where none came.
 * `absent`: by the words of the service, `said`.
 */
export type Removed =
  | { readonly is: 'deleted' }
  | { readonly is: 'absent'; readonly said: string }
  | { readonly is: 'kept'; readonly why: string; readonly noAnswer: boolean }

export type Send = (call: Call) => Promise<Outcome>

export type Removal = {
  readonly maxTries: number
  /** Whether a refusal of an illegal name proves that nothing has it: not where its creation was accepted. */
  readonly believesRefusals: boolean
}

const patient: Removal = { maxTries: 6, believesRefusals: true }

const isBusy = ({ status }: Reply): boolean => status === 409 || status === 429

const isUnlucky = (outcome: Outcome): boolean =>
  outcome.kind === 'lost' || (outcome.status >= 500 && outcome.status !== 501)

/** In the words of the service (F083), where a subject forgets the name of the error: what only routes speaks of no function. */
const notFound = /^(?:function|layer(?: version)?) not found\b/i

/** The service itself says that there is none: a 404 of anything else tells nothing of a function. */
export const isAbsent = (outcome: Outcome): boolean => {
  if (outcome.kind === 'lost' || outcome.status !== 404) return false
  const name = errorName(outcome)
  return name === undefined
    ? notFound.test(errorMessage(outcome) ?? '')
    : name === 'ResourceNotFoundException'
}

const longest = { function: 64, layer: 140 } as const

/** A name that no function or layer may have (API Reference, FunctionName and LayerName): programs ask for such ones, too. */
const isIllegal = ({ kind, name }: Leftover): boolean =>
  name.length > longest[kind] || !/^[\w-]+$/.test(name)

/** What is refused by such a name was never made by it. */
const isRefusedName = (outcome: Outcome, leftover: Leftover): boolean =>
  outcome.kind === 'reply' && outcome.status === 400 && isIllegal(leftover)

const told = (outcome: Outcome): string =>
  outcome.kind === 'lost'
    ? outcome.message
    : oneLine(
        [outcome.status, errorName(outcome), errorMessage(outcome)]
          .filter((part) => part !== undefined)
          .join(' '),
      )

/** After bad luck once more, and not for long: whoever fails now will. */
const triesFor = (outcome: Outcome, { maxTries }: Removal): number => {
  if (outcome.kind === 'lost' && outcome.reason === 'unreachable') return 1
  if (isUnlucky(outcome)) return Math.min(2, maxTries)
  return outcome.kind === 'reply' && isBusy(outcome) ? maxTries : 1
}

/** Deleting is repeatable, so it is tried again where an update is under way, the service is busy, or no reply came. */
const remove = async (
  send: Send,
  call: Call,
  leftover: Leftover,
  how: Removal,
): Promise<Removed> => {
  for (let tries = 1; ; tries += 1) {
    const outcome = await send(call)
    if (fateOf(outcome) === 'accepted') return { is: 'deleted' }
    if (isAbsent(outcome) || (how.believesRefusals && isRefusedName(outcome, leftover))) {
      return { is: 'absent', said: told(outcome) }
    }
    if (tries >= triesFor(outcome, how)) {
      const noAnswer = outcome.kind === 'lost'
      return { is: 'kept', why: `${call.operation}: ${told(outcome)}`, noAnswer }
    }
    await sleep(100 * 2 ** tries)
  }
}

const isNumber = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

const maxPages = 100

type Versions =
  | { readonly is: 'listed'; readonly numbers: readonly number[] }
  | Exclude<Removed, { is: 'deleted' }>

/** The numbers of a layer's versions. Where they cannot be listed, those that so many publishes can have made. */
const versionsOf = async (send: Send, layer: Leftover, how: Removal): Promise<Versions> => {
  const { name, asked } = layer
  const numbers: number[] = []
  let marker: string | undefined
  for (let page = 0; page < maxPages; page += 1) {
    const input = { LayerName: name, ...(marker === undefined ? {} : { Marker: marker }) }
    const outcome = await send({ operation: 'ListLayerVersions', input })
    if (isAbsent(outcome) || (how.believesRefusals && isRefusedName(outcome, layer))) {
      return { is: 'absent', said: told(outcome) }
    }
    if (outcome.kind === 'lost') {
      return { is: 'kept', why: `ListLayerVersions: ${told(outcome)}`, noAnswer: true }
    }
    const listed = member(successBody(outcome), 'LayerVersions')
    if (!Array.isArray(listed)) {
      return { is: 'listed', numbers: Array.from({ length: asked }, (_, index) => index + 1) }
    }
    numbers.push(...listed.map((item: Json) => member(item, 'Version')).filter(isNumber))
    marker = text(successBody(outcome), 'NextMarker')
    if (marker === undefined) break
  }
  return { is: 'listed', numbers: [...new Set(numbers)] }
}

const removeLayer = async (send: Send, layer: Leftover, how: Removal): Promise<Removed> => {
  const versions = await versionsOf(send, layer, how)
  if (versions.is !== 'listed') return versions
  let removed: Removed = { is: 'absent', said: 'no version is listed' }
  for (const number of versions.numbers) {
    const input = { LayerName: layer.name, VersionNumber: number }
    const version = await remove(send, { operation: 'DeleteLayerVersion', input }, layer, how)
    // One that stays is no reason to leave the others.
    if (removed.is !== 'kept' && version.is !== 'absent') removed = version
  }
  return removed
}

/** Deletes a function with all its versions, or every version of a layer. */
export const removeLeftover = (
  send: Send,
  leftover: Leftover,
  how: Removal = patient,
): Promise<Removed> => {
  switch (leftover.kind) {
    case 'function': {
      const call = { operation: 'DeleteFunction', input: { FunctionName: leftover.name } } as const
      return remove(send, call, leftover, how)
    }
    case 'layer':
      return removeLayer(send, leftover, how)
    default:
      return leftover.kind satisfies never
  }
}
