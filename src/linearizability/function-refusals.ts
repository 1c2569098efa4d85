import { text } from '../model/json.ts'
import { versionNumber } from '../model/reply.ts'
import type { FunctionState } from './function-state.ts'
import type { Reading } from './reading.ts'
import { refusedAs } from './revision.ts'

/** 412: what was given is not what is current. */
export const refusedAsStale = (
  state: FunctionState,
  { call, given }: Reading,
): readonly FunctionState[] => {
  if (given === undefined) return [state]
  switch (call.operation) {
    case 'PublishVersion':
    case 'UpdateFunctionCode':
    case 'UpdateFunctionConfiguration': {
      const revision = refusedAs(state.revision, given)
      return state.exists === 'no' || revision === undefined ? [] : [{ ...state, revision }]
    }
    case 'UpdateAlias': {
      const name = text(call.input, 'Name') ?? ''
      const alias = state.aliases.get(name)
      if (state.exists === 'no') return []
      if (alias === undefined) return [state]
      const revision = refusedAs(alias.revision, given)
      return revision === undefined
        ? []
        : [{ ...state, aliases: new Map(state.aliases).set(name, { ...alias, revision }) }]
    }
    // Policies are not modelled.
    default:
      return [state]
  }
}

/** 400 for a CodeSha256: compared as text, so that the right hash in another notation is refused by right (facts F032). */
export const refusedForHash = (state: FunctionState, { hash }: Reading): readonly FunctionState[] =>
  state.exists === 'no' || hash === state.content['CodeSha256'] ? [] : [state]

const hasVersion = (state: FunctionState, version: string | undefined): boolean => {
  if (version === undefined || version === '$LATEST') return true
  const number = versionNumber(version)
  return number !== undefined && state.versions.has(number)
}

/** Whether what the call is about is there for certain. */
const isThere = (state: FunctionState, { call, qualifier }: Reading): boolean => {
  const hasAlias = state.aliases.has(text(call.input, 'Name') ?? '')
  const pointsAt = text(call.input, 'FunctionVersion')
  switch (call.operation) {
    case 'PublishVersion':
    case 'UpdateFunctionCode':
    case 'UpdateFunctionConfiguration':
    case 'ListVersionsByFunction':
      return qualifier.kind === 'latest'
    case 'GetFunction':
    case 'GetFunctionConfiguration':
    case 'DeleteFunction':
      switch (qualifier.kind) {
        case 'latest':
          return true
        case 'version':
          return state.versions.has(qualifier.number)
        case 'alias':
          return state.aliases.has(qualifier.name)
        default:
          return qualifier satisfies never
      }
    case 'GetAlias':
    case 'DeleteAlias':
      return hasAlias
    case 'UpdateAlias':
      return hasAlias && hasVersion(state, pointsAt)
    case 'CreateAlias':
      return hasVersion(state, pointsAt)
    default:
      return false
  }
}

/** 404. */
export const refusedAsMissing = (
  state: FunctionState,
  reading: Reading,
): readonly FunctionState[] => (state.exists === 'yes' && isThere(state, reading) ? [] : [state])
