import { operations } from '../../generated/operations.ts'
import type { JsonObject } from '../call.ts'
import type { Reply } from '../drivers/driver.ts'
import { nothingKnown, type State } from '../model/state.ts'
import { step } from '../model/step.ts'
import type { Action, Setting } from './action.ts'
import type { Bindings } from './bindings.ts'
import { packages } from './packages.ts'
import { resolve } from './resolve.ts'

export const bindings: Bindings = {
  functionName: (slot) => `name-${slot}`,
  layerName: (slot) => `layer-${slot}`,
  role: 'arn:aws:iam::123456789012:role/r',
  runtime: 'python3.12',
  otherRuntime: 'python3.11',
  ordinal: 1,
  madeUpRevision: '00000000-0000-4000-8000-000000000001',
  takes: (operation, member) => Object.hasOwn(operations['2024-08'][operation].members, member),
}

export const reply = (status: number, value: JsonObject): Reply => ({
  kind: 'reply',
  status,
  headers: {},
  text: '',
  body: { kind: 'json', value },
})

export const hash = (letter: 'a' | 'b' | 'c'): string => packages[letter].sha256.base64

/** The state after an action was answered so. */
export const after = (state: State, action: Action, value: JsonObject): State => {
  const call = resolve(action, state, bindings)
  if (call === undefined) throw new Error(`${action.operation} has no meaning yet`)
  return step(state, call, reply(200, value))
}

export const told = (...answers: readonly (readonly [Action, JsonObject])[]): State =>
  answers.reduce((state, [action, value]) => after(state, action, value), nothingKnown)

export const create = (fn: 'f0' | 'f1' = 'f0'): Action => ({ operation: 'CreateFunction', fn })

export const input = (action: Action, state: State): JsonObject | undefined =>
  resolve(action, state, bindings)?.input

export const change = (setting: Setting, to?: 'same' | 'back'): Action => ({
  operation: 'UpdateFunctionConfiguration',
  fn: 'f0',
  setting,
  ...(to === undefined ? {} : { to }),
})

export const made = told([create(), { RevisionId: 'r1', CodeSha256: hash('a') }])

export const withLayer = after(
  made,
  { operation: 'PublishLayerVersion', layer: 'l0', code: 'a' },
  { Version: 1, LayerVersionArn: 'arn:layer:1' },
)
