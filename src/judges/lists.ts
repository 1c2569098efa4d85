import type { Json, JsonObject } from '../call.ts'
import { isObject, member, text } from '../model/json.ts'
import { fateOf, versionNumber } from '../model/reply.ts'
import { isMutating } from '../model/step.ts'
import { answersIn, breaks, type Answered, type Judge, type Opinion } from './judge.ts'
import { acceptedBody, described, isAccepted, isNoAnswer } from './replies.ts'

/** A list that is answered in pages. */
export type Listing = {
  readonly operation: 'ListVersionsByFunction' | 'ListLayerVersions'
  readonly items: 'Versions' | 'LayerVersions'
}

export const versionList: Listing = { operation: 'ListVersionsByFunction', items: 'Versions' }
export const layerList: Listing = { operation: 'ListLayerVersions', items: 'LayerVersions' }

/** What a list shows, or undefined for another reply. */
export const itemsOf = (
  listing: Listing,
  answered: Answered,
): readonly JsonObject[] | undefined => {
  const items = acceptedBody(answered)?.[listing.items]
  if (answered.call.operation !== listing.operation || !Array.isArray(items)) return undefined
  return items.filter((item: Json): item is JsonObject => isObject(item))
}

/** The number of an item: a text for a function's version, a number for a layer's. */
export const numberOfItem = (item: JsonObject): number | undefined => {
  const version = member(item, 'Version')
  return typeof version === 'number' ? version : versionNumber(text(item, 'Version'))
}

export const numbersOf = (items: readonly JsonObject[]): readonly number[] =>
  items.flatMap((item) => numberOfItem(item) ?? [])

/** All there is, or one page of several. */
export const isWholeList = (answered: Answered): boolean =>
  !text(acceptedBody(answered), 'NextMarker') &&
  member(answered.call.input, 'Marker') === undefined &&
  member(answered.call.input, 'CompatibleRuntime') === undefined &&
  member(answered.call.input, 'CompatibleArchitecture') === undefined

const nameOf = ({ fnName, layerName }: Answered): string => `${fnName} ${layerName}`

/** From the first page of a list towards its last, as long as nothing changes in between. */
type Walk = {
  readonly seen: readonly number[]
  readonly pages: number
  readonly next: string | undefined
}

const beginsAnew = ({ call }: Answered): boolean =>
  member(call.input, 'MaxItems') !== undefined && member(call.input, 'Marker') === undefined

const opinionOf = (walk: Walk, marker: string | undefined, known: readonly number[]): Opinion => {
  const twice = walk.seen.find((number, index) => walk.seen.indexOf(number) !== index)
  if (twice !== undefined) return breaks('each version once', `version ${twice} twice`)
  if (walk.next !== undefined && walk.next === marker) {
    return breaks('a NextMarker that leads on', 'the Marker that was given')
  }
  const missing = walk.next === undefined ? known.find((n) => !walk.seen.includes(n)) : undefined
  return missing === undefined
    ? { kind: 'holds' }
    : breaks(`version ${missing} on one of the pages`, `${walk.pages} pages without it`)
}

/** Goes along the pages that a trace turns, and sees each of the known versions once. */
export const onWalks =
  (listing: Listing, knownOf: (answered: Answered) => readonly number[] | undefined): Judge =>
  (trace, context) => {
    const walks = new Map<string, Walk>()
    let held = 0
    for (const answered of answersIn(trace, context)) {
      const { step, call, reply } = answered
      const name = nameOf(answered)
      const changes = isMutating(call) || /^(?:Publish|Delete)Layer/.test(call.operation)
      if (changes && fateOf(reply) !== 'refused') walks.delete(name)
      const known = knownOf(answered)
      if (call.operation !== listing.operation || known === undefined || isNoAnswer(reply)) continue
      const marker = text(call.input, 'Marker')
      const walk = beginsAnew(answered) ? { seen: [], pages: 0, next: undefined } : walks.get(name)
      if (walk === undefined || walk.next !== marker) continue
      const items = itemsOf(listing, answered)
      if (items === undefined) {
        walks.delete(name)
        if (isAccepted(answered) || walk.pages === 0) continue
        const actual = described(answered)
        return { kind: 'violated', at: step.index, expected: 'the next page', actual }
      }
      const next: Walk = {
        seen: [...walk.seen, ...numbersOf(items)],
        pages: walk.pages + 1,
        next: text(acceptedBody(answered), 'NextMarker') || undefined,
      }
      const opinion = opinionOf(next, marker, known)
      if (opinion.kind === 'breaks') {
        const { expected, actual } = opinion
        return { kind: 'violated', at: step.index, expected, actual }
      }
      if (next.next === undefined && next.pages > 1) held += 1
      if (next.next === undefined) walks.delete(name)
      else walks.set(name, next)
    }
    return held === 0 ? { kind: 'silent' } : { kind: 'held', times: held }
  }
