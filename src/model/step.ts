import type { Call, Json, JsonObject } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { afterAlias, afterDeleteAlias, afterReadAlias } from './alias-steps.ts'
import * as after from './function-steps.ts'
import { isObject, member, text } from './json.ts'
import { layerStep } from './layer-steps.ts'
import { functionNameIn } from './names.ts'
import { afterPolicyChange, afterReadPolicy, doubtPolicies, policyKey } from './policy-steps.ts'
import { pageAfter } from './pages.ts'
import { fateOf, flag, successBody } from './reply.ts'
import { asksFor } from './situation.ts'
import { bornAgain, newFunction, type FunctionState, type Note, type State } from './state.ts'

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
      return after.doubtRevision(afterDeleteAlias(fn, text(call.input, 'Name') ?? ''))
    case 'AddPermission':
    case 'RemovePermission':
      return afterPolicyChange(fn, call, policyKey(qualifierOf(call)))
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
      return listed(fn, call, body)
    case 'CreateAlias':
    case 'UpdateAlias':
      return after.doubtRevision(afterAlias(fn, body))
    case 'GetAlias':
      return afterReadAlias(fn, body)
    case 'GetPolicy':
      return afterReadPolicy(fn, policyKey(qualifierOf(call)), body)
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

/** The function that a creation makes, as far as it can be told before the reply is read. */
const newborn = (state: State, name: string, known: FunctionState | undefined): FunctionState =>
  known?.existence === 'absent' && !known.unclear && state.alone
    ? bornAgain(known)
    : { ...newFunction(name, known === undefined && state.alone), highest: known?.highest ?? 0 }

/** What a page shows is not all there is: that the versions were listed is said of whole lists only. */
const listed = (fn: FunctionState, call: Call, body: JsonObject): FunctionState => {
  const shown = after.afterList(fn, objects(member(body, 'Versions')))
  const page = pageAfter(call, body)
  const isWhole = !text(body, 'NextMarker') && member(call.input, 'Marker') === undefined
  const notesAt = isWhole ? shown.notesAt : { ...shown.notesAt, listed: fn.notesAt.listed }
  const { page: _, ...rest } = { ...shown, notesAt }
  return page === undefined ? rest : { ...rest, page }
}

const isRead = ({ operation }: Call): boolean =>
  operation === 'GetFunctionConfiguration' || operation === 'GetFunction'

const functionStep = (state: State, call: Call, outcome: Outcome): State => {
  const name = functionNameOf(call)
  const known = state.functions.get(name)
  const fate = fateOf(outcome)
  const creates = call.operation === 'CreateFunction' && fate !== 'refused'
  if (known === undefined && !creates && fate !== 'accepted') return state
  const before = creates ? newborn(state, name, known) : (known ?? newFunction(name, false))
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
  const certain = fate !== 'refused' && isMutating(call) ? doubtPolicies(next) : next
  const noteworthy = noted(before, certain, state.steps, call, outcome)
  const showsLatest = isRead(call) && next.latest !== before.latest
  const fn = showsLatest ? { ...noteworthy, readAt: state.steps } : noteworthy
  return { ...state, functions: new Map(state.functions).set(name, fn) }
}

/** What is known after a call and its outcome. Pure; takes every RevisionId, hash and number from the reply. */
export const step = (state: State, call: Call, outcome: Outcome): State => {
  const next = call.operation.includes('Layer')
    ? layerStep(state, call, outcome)
    : functionStep(state, call, outcome)
  return { ...next, steps: state.steps + 1 }
}
