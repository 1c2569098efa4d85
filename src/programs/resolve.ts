import type { Call, Json, JsonObject } from '../call.ts'
import type { State } from '../model/state.ts'
import type { Action, FunctionSlot, Own, Package } from './action.ts'
import { alterations } from './alterations.ts'
import type { Bindings } from './bindings.ts'
import { aliasName, describe, hashOf, layerVersionOf, revisionOf, versionOf } from './choices.ts'
import { createdWith, settingFor } from './configuration.ts'
import { ownPackage, packages } from './packages.ts'

const statementId = 'conformance'

/** Members of an input; undefined where a symbol has no meaning yet, so that there is no call to make. */
type Part = JsonObject | undefined

const optional = <T>(
  choice: T | undefined,
  name: string,
  resolve: (choice: T) => Json | undefined,
): Part => {
  if (choice === undefined) return {}
  const value = resolve(choice)
  return value === undefined ? undefined : { [name]: value }
}

const truth = (name: string, value: true | undefined): Part => (value ? { [name]: true } : {})

const callOf = (operation: Call['operation'], ...parts: readonly Part[]): Call | undefined =>
  parts.includes(undefined) ? undefined : { operation, input: Object.assign({}, ...parts) }

const zipFor = (code: Package | Own, { ordinal }: Bindings): string =>
  (code === 'own' ? ownPackage(ordinal) : packages[code]).base64

const otherSlot = (slot: FunctionSlot): FunctionSlot => (slot === 'f0' ? 'f1' : 'f0')

/** The call that an action stands for in a state, or undefined where one of its symbols has no meaning there. */
export const resolve = (action: Action, state: State, bindings: Bindings): Call | undefined => {
  const call = resolveAltered(action, state, bindings)
  return call === undefined || action.fault === undefined ? call : { ...call, fault: action.fault }
}

const resolveAltered = (action: Action, state: State, bindings: Bindings): Call | undefined => {
  const call = resolveSymbols(action, state, bindings)
  if (call === undefined || action.altered === undefined) return call
  return alterations[action.altered](call, {
    state,
    bindings,
    fn: 'fn' in action ? state.functions.get(bindings.functionName(action.fn)) : undefined,
    layer: 'layer' in action ? state.layers.get(bindings.layerName(action.layer)) : undefined,
  })
}

const resolveSymbols = (action: Action, state: State, bindings: Bindings): Call | undefined => {
  const { operation } = action
  switch (operation) {
    case 'PublishLayerVersion':
      return callOf(
        operation,
        { LayerName: bindings.layerName(action.layer) },
        action.code === 'none' ? {} : { Content: { ZipFile: zipFor(action.code, bindings) } },
        optional(action.description, 'Description', describe),
        optional(action.license, 'LicenseInfo', (length) => 'MIT'.padEnd(length, '.')),
        action.runtimes ? { CompatibleRuntimes: [bindings.runtime] } : {},
      )
    case 'GetLayerVersion':
    case 'DeleteLayerVersion': {
      const name = bindings.layerName(action.layer)
      const number = layerVersionOf(state.layers.get(name), action.version)
      return number === undefined
        ? undefined
        : callOf(operation, { LayerName: name, VersionNumber: number })
    }
    case 'ListLayerVersions':
      return callOf(operation, { LayerName: bindings.layerName(action.layer) })
    default:
      return resolveFunctionCall(action, state, bindings)
  }
}

const resolveFunctionCall = (
  action: Extract<Action, { fn: FunctionSlot }>,
  state: State,
  bindings: Bindings,
): Call | undefined => {
  const name = bindings.functionName(action.fn)
  const target: JsonObject = { FunctionName: name }
  const fn = state.functions.get(name)
  const exists = fn !== undefined && fn.existence === 'exists'
  if (action.operation === 'CreateFunction') {
    return exists
      ? undefined
      : callOf(action.operation, target, createdWith(bindings), truth('Publish', action.publish), {
          Role: bindings.role,
          Code: { ZipFile: packages[action.code ?? 'a'].base64 },
        })
  }
  if (!exists) return resolveWithoutFunction(action, target, bindings)
  const other = state.functions.get(bindings.functionName(otherSlot(action.fn)))
  const revision =
    'revision' in action
      ? optional(action.revision, 'RevisionId', (choice) => revisionOf(choice, fn, other, bindings))
      : {}
  switch (action.operation) {
    case 'PublishVersion':
      return callOf(
        action.operation,
        target,
        revision,
        optional(action.hash, 'CodeSha256', (choice) => hashOf(choice, fn)),
        optional(action.description, 'Description', describe),
      )
    case 'UpdateFunctionCode':
      return callOf(
        action.operation,
        target,
        revision,
        action.code === 'none' ? {} : { ZipFile: zipFor(action.code, bindings) },
        truth('Publish', action.publish),
        truth('DryRun', action.dryRun),
      )
    case 'UpdateFunctionConfiguration':
      return callOf(action.operation, target, revision, settingFor(action, fn, state, bindings))
    case 'GetFunctionConfiguration':
    case 'GetFunction':
    case 'DeleteFunction':
      return callOf(
        action.operation,
        target,
        optional(action.version, 'Qualifier', (choice) => versionOf(fn, choice)),
      )
    case 'ListVersionsByFunction':
      return callOf(action.operation, target)
    case 'CreateAlias':
    case 'UpdateAlias':
      return callOf(
        action.operation,
        target,
        { Name: aliasName },
        optional('last' as const, 'FunctionVersion', (choice) => versionOf(fn, choice)),
      )
    case 'GetAlias':
    case 'DeleteAlias':
      return callOf(action.operation, target, { Name: aliasName })
    case 'AddPermission':
      return callOf(action.operation, target, {
        StatementId: statementId,
        Action: 'lambda:InvokeFunction',
        Principal: 's3.amazonaws.com',
      })
    case 'RemovePermission':
      return callOf(action.operation, target, { StatementId: statementId })
    case 'GetPolicy':
      return callOf(action.operation, target)
    default:
      return action satisfies never
  }
}

/** Calls on a function that is not there: only those that have a rule for it. */
const resolveWithoutFunction = (
  action: Extract<Action, { fn: FunctionSlot }>,
  target: JsonObject,
  bindings: Bindings,
): Call | undefined => {
  switch (action.operation) {
    case 'PublishVersion':
    case 'GetFunctionConfiguration':
    case 'GetFunction':
      return callOf(action.operation, target)
    case 'DeleteFunction':
      return action.version === undefined ? callOf(action.operation, target) : undefined
    case 'UpdateFunctionCode':
      return callOf(
        action.operation,
        target,
        { ZipFile: zipFor(action.code === 'none' ? 'a' : action.code, bindings) },
        truth('DryRun', action.dryRun),
      )
    default:
      return undefined
  }
}
