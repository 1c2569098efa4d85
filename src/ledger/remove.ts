import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, Json } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { oneLine } from '../drivers/one-line.ts'
import { member, text } from '../model/json.ts'
import { errorMessage, errorName, fateOf, successBody } from '../model/reply.ts'
import type { Leftover } from './read-ledger.ts'

/** What came of one leftover. `kept`: why it may still be there, in the words of its last reply. */
export type Removed =
  | { readonly is: 'deleted' | 'absent' }
  | { readonly is: 'kept'; readonly why: string }

export type Send = (call: Call) => Promise<Outcome>

const mostTries = 6

const isBusy = (outcome: Outcome): boolean =>
  outcome.kind === 'lost' ||
  outcome.status === 409 ||
  outcome.status === 429 ||
  (outcome.status >= 500 && outcome.status !== 501)

/** The service itself says that there is none: a 404 of anything else tells nothing of a function. */
const isAbsent = (outcome: Outcome): boolean =>
  outcome.kind === 'reply' &&
  outcome.status === 404 &&
  errorName(outcome) === 'ResourceNotFoundException'

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

/** Deleting is repeatable, so it is tried again where an update is under way, the service is busy, or no reply came. */
const remove = async (
  send: Send,
  call: Call,
  leftover: Leftover,
  maxTries: number,
): Promise<Removed> => {
  for (let tries = 1; ; tries += 1) {
    const outcome = await send(call)
    if (fateOf(outcome) === 'accepted') return { is: 'deleted' }
    if (isAbsent(outcome) || isRefusedName(outcome, leftover)) return { is: 'absent' }
    const isHopeless = outcome.kind === 'lost' && outcome.reason === 'unreachable'
    if (isHopeless || !isBusy(outcome) || tries >= maxTries) {
      return { is: 'kept', why: `${call.operation}: ${told(outcome)}` }
    }
    await sleep(100 * 2 ** tries)
  }
}

const isNumber = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

const maxPages = 100

/** The numbers of a layer's versions. Where they cannot be listed, those that so many publishes can have made. */
const versionsOf = async (send: Send, layer: Leftover): Promise<readonly number[]> => {
  const { name, asked } = layer
  const numbers: number[] = []
  let marker: string | undefined
  for (let page = 0; page < maxPages; page += 1) {
    const input = { LayerName: name, ...(marker === undefined ? {} : { Marker: marker }) }
    const outcome = await send({ operation: 'ListLayerVersions', input })
    if (isAbsent(outcome) || isRefusedName(outcome, layer)) return []
    const listed = member(successBody(outcome), 'LayerVersions')
    if (!Array.isArray(listed)) return Array.from({ length: asked }, (_, index) => index + 1)
    numbers.push(...listed.map((item: Json) => member(item, 'Version')).filter(isNumber))
    marker = text(successBody(outcome), 'NextMarker')
    if (marker === undefined) break
  }
  return [...new Set(numbers)]
}

const removeLayer = async (send: Send, layer: Leftover, maxTries: number): Promise<Removed> => {
  let removed: Removed = { is: 'absent' }
  for (const number of await versionsOf(send, layer)) {
    const input = { LayerName: layer.name, VersionNumber: number }
    const version = await remove(send, { operation: 'DeleteLayerVersion', input }, layer, maxTries)
    // One that stays is no reason to leave the others.
    if (removed.is !== 'kept' && version.is !== 'absent') removed = version
  }
  return removed
}

/** Deletes a function with all its versions, or every version of a layer. */
export const removeLeftover = (
  send: Send,
  leftover: Leftover,
  maxTries = mostTries,
): Promise<Removed> => {
  switch (leftover.kind) {
    case 'function': {
      const call = { operation: 'DeleteFunction', input: { FunctionName: leftover.name } } as const
      return remove(send, call, leftover, maxTries)
    }
    case 'layer':
      return removeLayer(send, leftover, maxTries)
    default:
      return leftover.kind satisfies never
  }
}
