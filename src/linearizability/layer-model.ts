import type { Json, JsonObject } from '../call.ts'
import { member, sameJson } from '../model/json.ts'
import { successBody } from '../model/reply.ts'
import type { SequentialModel } from './model.ts'
import { answerOf, type CallEvent } from './reading.ts'

/** What is known of a layer version; a member that is not here can have any value. */
type KnownLayer = Readonly<Record<string, Json>>

export type LayerState = {
  readonly versions: ReadonlyMap<number, KnownLayer>
  /** How many versions there may be beside these, made by calls whose replies were lost. */
  readonly hidden: number
}

const notMade: LayerState = { versions: new Map(), hidden: 0 }

const shownIn = (item: Json | undefined): KnownLayer => {
  const content = member(item, 'Content')
  const shown = {
    CodeSha256: member(content, 'CodeSha256'),
    CodeSize: member(content, 'CodeSize'),
    Description: member(item, 'Description'),
  }
  return Object.fromEntries(
    Object.entries(shown).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

const agree = (a: KnownLayer, b: KnownLayer): boolean =>
  Object.keys(a).every((name) => b[name] === undefined || sameJson(a[name], b[name]))

const numberIn = (item: Json | undefined, name: string): number | undefined => {
  const value = member(item, name)
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

const withVersion = ({ versions, hidden }: LayerState, number: number, layer: KnownLayer) => ({
  versions: new Map(versions).set(number, layer),
  hidden,
})

/** A version as a reply shows it that did not make it: known and no other, or one of the hidden ones. */
const show = (state: LayerState, number: number, item: Json): LayerState | undefined => {
  const shown = shownIn(item)
  const known = state.versions.get(number)
  if (known === undefined) {
    return state.hidden === 0
      ? undefined
      : withVersion({ ...state, hidden: state.hidden - 1 }, number, shown)
  }
  return agree(known, shown) ? withVersion(state, number, { ...known, ...shown }) : undefined
}

/** Always a new version; that numbers rise, and that those of deleted versions do not come again, is advice only. */
const published = (
  state: LayerState,
  input: JsonObject,
  body: JsonObject | undefined,
): readonly LayerState[] => {
  const number = numberIn(body, 'Version')
  if (number === undefined) return [{ ...state, hidden: state.hidden + 1 }]
  const description = member(input, 'Description')
  const asked = description === undefined ? {} : { Description: description }
  const shown = shownIn(body)
  return state.versions.has(number) || !agree(asked, shown)
    ? []
    : [withVersion(state, number, { ...asked, ...shown })]
}

const filters = ['Marker', 'MaxItems', 'CompatibleRuntime', 'CompatibleArchitecture']

const listed = (
  state: LayerState,
  input: JsonObject,
  body: JsonObject | undefined,
): readonly LayerState[] => {
  const items = member(body, 'LayerVersions')
  if (!Array.isArray(items)) return [state]
  const isWhole =
    filters.every((name) => member(input, name) === undefined) && !member(body, 'NextMarker')
  const numbers = new Set(items.map((item: Json) => numberIn(item, 'Version')))
  if (isWhole && [...state.versions.keys()].some((number) => !numbers.has(number))) return []
  const next = items.reduce<LayerState | undefined>((known, item: Json) => {
    const number = numberIn(item, 'Version')
    return number === undefined ? known : known && show(known, number, item)
  }, state)
  return next === undefined ? [] : [next]
}

const done = (state: LayerState, { call, outcome }: CallEvent): readonly LayerState[] => {
  const body = successBody(outcome)
  const number = numberIn(call.input, 'VersionNumber')
  switch (call.operation) {
    case 'PublishLayerVersion':
      return published(state, call.input, body)
    case 'GetLayerVersion': {
      const next = number === undefined || body === undefined ? state : show(state, number, body)
      return next === undefined ? [] : [next]
    }
    case 'ListLayerVersions':
      return listed(state, call.input, body)
    case 'DeleteLayerVersion': {
      if (number === undefined) return [state]
      const versions = new Map(state.versions)
      versions.delete(number)
      return [{ ...state, versions }]
    }
    default:
      return [state]
  }
}

const step = (state: LayerState, event: CallEvent): readonly LayerState[] => {
  const answer = answerOf(event)
  switch (answer) {
    case 'done':
      return done(state, event)
    case 'unclear':
      return [state, ...done(state, event)]
    case 'missing': {
      const number = numberIn(event.call.input, 'VersionNumber')
      return number !== undefined && state.versions.has(number) ? [] : [state]
    }
    case 'stale':
    case 'other hash':
    case 'nothing':
      return [state]
    default:
      return answer satisfies never
  }
}

/** One layer. From `nothing` nobody has used the name before; from `anything` it may have versions that were never shown. */
export const layerModel = (
  beginning: 'nothing' | 'anything' = 'nothing',
): SequentialModel<LayerState, CallEvent> => ({
  initial: [beginning === 'nothing' ? notMade : { ...notMade, hidden: Infinity }],
  step,
  keyOf: ({ versions, hidden }) =>
    JSON.stringify([hidden, ...[...versions].toSorted(([a], [b]) => a - b)]),
})
