import type { Call, Json } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { member, text } from './json.ts'
import { layerNameIn } from './names.ts'
import { pageAfter } from './pages.ts'
import { fateOf, successBody } from './reply.ts'
import { newLayer, type LayerState, type State } from './state.ts'

/** JSON has numbers that count nothing: 1.5, -1, and 1e400, which is read as Infinity. */
const isVersionNumber = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

const publish = (layer: LayerState, outcome: Outcome): LayerState => {
  const fate = fateOf(outcome)
  if (fate === 'refused') return layer
  const body = successBody(outcome)
  const number = member(body, 'Version')
  if (fate === 'unclear' || body === undefined || !isVersionNumber(number)) {
    return { ...layer, unclear: true }
  }
  // A number given twice keeps its first content: the second is the breach, not the truth.
  const versions = layer.versions.has(number)
    ? layer.versions
    : new Map(layer.versions).set(number, { number, body })
  return { ...layer, versions, highest: Math.max(layer.highest, number) }
}

const remove = (layer: LayerState, call: Call, outcome: Outcome): LayerState => {
  const number = Number(call.input['VersionNumber'])
  if (fateOf(outcome) === 'refused' || !Number.isInteger(number)) return layer
  if (fateOf(outcome) === 'unclear') return { ...layer, unclear: true }
  const versions = new Map(layer.versions)
  // A version that was not there is deleted with success, too (facts F068).
  if (!versions.delete(number)) return layer
  return { ...layer, versions, deleted: new Set(layer.deleted).add(number) }
}

const listed = (layer: LayerState, call: Call, outcome: Outcome): LayerState => {
  const body = successBody(outcome)
  if (body === undefined) return layer
  const page = pageAfter(call, body)
  const { page: before, ...rest } = layer
  if (page === undefined) return before === undefined ? layer : rest
  return { ...rest, page }
}

export const layerStep = (state: State, call: Call, outcome: Outcome): State => {
  const name = layerNameIn(text(call.input, 'LayerName') ?? '').name
  const layer = state.layers.get(name) ?? newLayer(name, !state.alone)
  const next =
    call.operation === 'PublishLayerVersion'
      ? publish(layer, outcome)
      : call.operation === 'DeleteLayerVersion'
        ? remove(layer, call, outcome)
        : call.operation === 'ListLayerVersions'
          ? listed(layer, call, outcome)
          : layer
  return next === layer ? state : { ...state, layers: new Map(state.layers).set(name, next) }
}
