import type { Json, JsonObject } from '../call.ts'
import { member, sameJson, text } from '../model/json.ts'
import type { FunctionState, State } from '../model/state.ts'
import type { Action, Setting } from './action.ts'
import type { Bindings } from './bindings.ts'

type Values = { readonly created: Json; readonly other: Json | undefined }

const layerArnIn = (state: State): string | undefined =>
  [...state.layers.values()]
    .flatMap((layer) => [...layer.versions.values()])
    .map(({ body }) => text(body, 'LayerVersionArn'))
    .find((arn) => arn !== undefined)

/**
 * What one call alone asks for, several members together: where they come apart, two updates were mixed. Memory in steps
 * of 64 MB, which every edition takes.
 */
const ownSettings = ({ ordinal }: Bindings): JsonObject => ({
  Description: `by call ${ordinal}`,
  MemorySize: 128 + 64 * (ordinal % 40),
  Timeout: 3 + (ordinal % 200),
})

const values = (setting: Setting, bindings: Bindings, state: State): Values => {
  switch (setting) {
    case 'Description':
      return { created: 'as created', other: 'as updated' }
    case 'Environment':
      return {
        created: { Variables: { STAGE: 'created' } },
        other: { Variables: { STAGE: 'updated' } },
      }
    case 'Handler':
      return { created: 'index.handler', other: 'index.handle' }
    case 'MemorySize':
      return { created: 128, other: 256 }
    case 'Timeout':
      return { created: 3, other: 4 }
    case 'Runtime':
      return { created: bindings.runtime, other: bindings.otherRuntime }
    case 'TracingConfig':
      return { created: { Mode: 'PassThrough' }, other: { Mode: 'Active' } }
    case 'EphemeralStorage':
      return { created: { Size: 512 }, other: { Size: 1024 } }
    case 'LoggingConfig':
      return { created: { LogFormat: 'Text' }, other: { LogFormat: 'JSON' } }
    case 'Layers': {
      const arn = layerArnIn(state)
      return { created: [], other: arn === undefined ? undefined : [arn] }
    }
    default:
      return setting satisfies never
  }
}

/** Members that CreateFunction is given; the other settings begin with the service's defaults. */
export const createdWith = (bindings: Bindings): JsonObject => ({
  Description: 'as created',
  Environment: { Variables: { STAGE: 'created' } },
  Handler: 'index.handler',
  MemorySize: 128,
  Timeout: 3,
  Runtime: bindings.runtime,
})

/** The value the setting was last given by an update that was accepted, else the one it began with. */
const present = (setting: Setting, fn: FunctionState, created: Json): Json => {
  const given = fn.notes.findLast(
    ({ call, fate }) =>
      fate === 'accepted' &&
      call.operation === 'UpdateFunctionConfiguration' &&
      Object.hasOwn(call.input, setting),
  )
  return member(given?.call.input, setting) ?? created
}

/** The member for an update, or undefined where the setting cannot be changed here. */
export const settingFor = (
  action: Extract<Action, { operation: 'UpdateFunctionConfiguration' }>,
  fn: FunctionState,
  state: State,
  bindings: Bindings,
): JsonObject | undefined => {
  const { setting, to } = action
  if (setting === 'own') return ownSettings(bindings)
  if (!bindings.takes('UpdateFunctionConfiguration', setting)) return undefined
  const { created, other } = values(setting, bindings, state)
  const now = present(setting, fn, created)
  if (to === 'same') return { [setting]: now }
  const target = to === 'back' || !sameJson(now, created) ? created : other
  return target === undefined ? undefined : { [setting]: target }
}
