import type { Action, FunctionSlot, HashChoice, RevisionChoice, Setting } from '../action.ts'

type Of<O extends Action['operation']> = Extract<Action, { operation: O }>
type Extra<O extends Action['operation']> = Partial<Omit<Of<O>, 'operation' | 'fn'>>

export const create = (fn: FunctionSlot = 'f0', extra: Extra<'CreateFunction'> = {}): Action => ({
  operation: 'CreateFunction',
  fn,
  ...extra,
})
export const publish = (extra: Extra<'PublishVersion'> = {}, fn: FunctionSlot = 'f0'): Action => ({
  operation: 'PublishVersion',
  fn,
  ...extra,
})
export const code = (
  label: Of<'UpdateFunctionCode'>['code'],
  extra: Extra<'UpdateFunctionCode'> = {},
  fn: FunctionSlot = 'f0',
): Action => ({ operation: 'UpdateFunctionCode', fn, code: label, ...extra })
export const change = (
  setting: Setting,
  extra: Extra<'UpdateFunctionConfiguration'> = {},
): Action => ({
  operation: 'UpdateFunctionConfiguration',
  fn: 'f0',
  setting,
  ...extra,
})
export const on = (
  operation:
    | 'ListVersionsByFunction'
    | 'CreateAlias'
    | 'GetAlias'
    | 'UpdateAlias'
    | 'DeleteAlias'
    | 'AddPermission'
    | 'GetPolicy'
    | 'RemovePermission',
): Action => ({ operation, fn: 'f0' })
export const read: Action = { operation: 'GetFunctionConfiguration', fn: 'f0' }
/** The second function, which may not be there. */
export const readOther: Action = { operation: 'GetFunctionConfiguration', fn: 'f1' }
export const readVersion = (version: 'first' | 'last' | 'deleted'): Action => ({ ...read, version })
export const getFunction: Action = { operation: 'GetFunction', fn: 'f0' }
export const getFunctionVersion = (version: 'first' | 'last'): Action => ({
  operation: 'GetFunction',
  fn: 'f0',
  version,
})
export const remove = (version: 'first' | 'last'): Action => ({
  operation: 'DeleteFunction',
  fn: 'f0',
  version,
})
export const list = on('ListVersionsByFunction')
export const layer = (
  label: Of<'PublishLayerVersion'>['code'],
  extra: Partial<Omit<Of<'PublishLayerVersion'>, 'operation' | 'code'>> = {},
): Action => ({ operation: 'PublishLayerVersion', layer: 'l0', code: label, ...extra })
export const readLayer = (version: 'first' | 'last'): Action => ({
  operation: 'GetLayerVersion',
  layer: 'l0',
  version,
})

/** Every kind of RevisionId that is not the current one. */
export const wrongRevisions = [
  'made-up',
  'part',
  'other-case',
  'oldest',
  'stale',
  'other-function',
  'version',
  'alias',
] as const satisfies readonly RevisionChoice[]

export const wrongHashes = [
  'wrong',
  'previous',
  'last-published',
  'other-case',
  'hex',
  'part',
] as const satisfies readonly HashChoice[]

/** Two functions, a version and an alias, and a $LATEST whose RevisionId is none of theirs. */
export const revisionsOfAllKinds: readonly Action[] = [
  create(),
  create('f1'),
  publish(),
  readVersion('last'),
  on('CreateAlias'),
  read,
  code('b'),
  read,
  list,
]
export const listLayer: Action = { operation: 'ListLayerVersions', layer: 'l0' }
