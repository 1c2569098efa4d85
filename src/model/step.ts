import type { Call, Json, JsonObject } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import * as after from './function-steps.ts'
import { isObject, member, text } from './json.ts'
import { layerStep } from './layer-steps.ts'
import { functionNameIn } from './names.ts'
import { fateOf, flag, successBody } from './reply.ts'
import { asksFor } from './situation.ts'
import { newFunction, type FunctionState, type Note, type State } from './state.ts'

/** The qualifier a call names: the parameter, else what the function's name carries. */
export const qualifierOf = (call: Call): string | undefined =>
  text(call.input, 'Qualifier') ?? functionNameIn(text(call.input, 'FunctionName') ?? '').qualifier

export const functionNameOf = (call: Call): string =>
  functionNameIn(text(call.input, 'FunctionName') ?? '').name

const mutating = new Set<string>([
  'CreateFunction',
  'PublishVersion',
  'UpdateFunctionCode',
  'UpdateFunctionConfiguration',
  'DeleteFunction',
  'CreateAlias',
  'UpdateAlias',
  'DeleteAlias',
  'AddPermission',
  'RemovePermission',
])

export const isMutating = (call: Call): boolean => mutating.has(call.operation)

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((item: Json): item is JsonObject => isObject(item)) : []

const afterRead = (fn: FunctionState, call: Call, body: JsonObject): FunctionState => {
  const qualifier = qualifierOf(call)
  if (qualifier !== undefined && qualifier !== '$LATEST') {
    return /^[0-9]+$/.test(qualifier) ? after.afterReadVersion(fn, body) : fn
  }
  const shown = after.showLatest(fn, body)
  return { ...shown, notesAt: { ...shown.notesAt, read: fn.notes.length } }
}

const accepted = (fn: FunctionState, call: Call, body: JsonObject | undefined): FunctionState => {
  switch (call.operation) {
    case 'DeleteFunction':
      return after.afterDelete(fn, qualifierOf(call))
    case 'DeleteAlias':
      return after.doubtRevision(after.afterDeleteAlias(fn, text(call.input, 'Name') ?? ''))
    case 'AddPermission':
    case 'RemovePermission':
      return after.afterPolicyChange(fn, qualifierOf(call))
    default:
      return afterBody(fn, call, body)
  }
}

const afterBody = (fn: FunctionState, call: Call, body: JsonObject | undefined): FunctionState => {
  if (body === undefined) return isMutating(call) ? { ...fn, unclear: true } : fn
  switch (call.operation) {
    case 'CreateFunction':
      return after.afterCreate(fn, call, body)
    case 'PublishVersion':
      return after.afterPublish(fn, body)
    case 'UpdateFunctionCode':
      return after.afterUpdateCode(fn, call, body)
    case 'UpdateFunctionConfiguration':
      return after.showLatest(fn, body)
    case 'GetFunctionConfiguration':
      return afterRead(fn, call, body)
    case 'GetFunction': {
      const configuration = member(body, 'Configuration')
      return isObject(configuration) ? afterRead(fn, call, configuration) : fn
    }
    case 'ListVersionsByFunction':
      return after.afterList(fn, objects(member(body, 'Versions')))
    case 'CreateAlias':
    case 'UpdateAlias':
      return after.doubtRevision(after.afterAlias(fn, body))
    default:
      return fn
  }
}

const noted = (
  before: FunctionState,
  next: FunctionState,
  step: number,
  call: Call,
  outcome: Outcome,
): FunctionState => {
  if (!isMutating(call)) return next
  const note: Note = {
    step,
    call,
    fate: fateOf(outcome),
    changed: after.changedBetween(before, next).filter((name) => asksFor(call, name)),
    ...(outcome.kind === 'reply' ? { status: outcome.status } : {}),
  }
  const notes = [...next.notes, note]
  // The call that makes a version is not one that came after it.
  const made = next.notesAt.made > before.notesAt.made || next.last !== before.last
  return { ...next, notes, notesAt: { ...next.notesAt, ...(made ? { made: notes.length } : {}) } }
}

const functionStep = (state: State, call: Call, outcome: Outcome): State => {
  const name = functionNameOf(call)
  const known = state.functions.get(name)
  const fate = fateOf(outcome)
  const creates = call.operation === 'CreateFunction' && fate !== 'refused'
  if (known === undefined && !creates && fate !== 'accepted') return state
  const before = creates
    ? { ...newFunction(name, known === undefined && state.alone), highest: known?.highest ?? 0 }
    : (known ?? newFunction(name, false))
  const shown = fate === 'accepted' ? accepted(before, call, successBody(outcome)) : before
  const next =
    fate === 'accepted'
      ? // Without the whole request there is no telling what it asked for.
        call.partial && isMutating(call)
        ? { ...shown, unclear: true }
        : shown
      : fate === 'unclear' && isMutating(call) && !flag(call, 'DryRun')
        ? after.doubtRevision({ ...before, unclear: true })
        : before
  const fn = noted(before, next, state.steps, call, outcome)
  return { ...state, functions: new Map(state.functions).set(name, fn) }
}

/** What is known after a call and its outcome. Pure; takes every RevisionId, hash and number from the reply. */
export const step = (state: State, call: Call, outcome: Outcome): State => {
  const next = call.operation.includes('Layer')
    ? layerStep(state, call, outcome)
    : functionStep(state, call, outcome)
  return { ...next, steps: state.steps + 1 }
}
