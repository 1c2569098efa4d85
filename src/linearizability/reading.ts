import type { Call, JsonObject } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { text } from '../model/json.ts'
import {
  errorMessage,
  errorName,
  fateOf,
  flag,
  shownIn,
  successBody,
  versionNumber,
} from '../model/reply.ts'
import { qualifierOf } from '../model/step.ts'
import { askedBy, shownContent, type Asked, type KnownContent } from './known-content.ts'
import type { Id } from './revision.ts'

export type CallEvent = { readonly call: Call; readonly outcome: Outcome }

/**
 * What an answer says of the moment in which it was given. `unclear`: carried out or not, and nothing told of it. `stale`:
 * the RevisionId given is not the current one. `other hash`: the CodeSha256 given is not that of `$LATEST`. `missing`: what
 * the call is about is not there. `nothing`: refused for a reason that is legal at any moment.
 */
export type Answer = 'done' | 'unclear' | 'stale' | 'other hash' | 'missing' | 'nothing'

type Qualifier =
  | { readonly kind: 'latest'; readonly isNamed: boolean }
  | { readonly kind: 'version'; readonly number: number }
  | { readonly kind: 'alias'; readonly name: string }

/** A call and its answer, taken apart once. */
export type Reading = {
  readonly call: Call
  readonly answer: Answer
  /** 202: it is under way. */
  readonly isAccepted: boolean
  readonly qualifier: Qualifier
  readonly asked: Asked
  readonly body: JsonObject | undefined
  readonly shown: KnownContent
  /** The version shown, where it is a number. */
  readonly version: number | undefined
  /** The preconditions. An empty one is given or not, as the service likes. */
  readonly given: Id | undefined
  readonly hash: string | undefined
  /** The RevisionId shown. */
  readonly id: Id | undefined
  /** `silent`: from times before State. `unsaid`: not enough is shown to tell. */
  readonly standing: 'settled' | 'settling' | 'silent' | 'unsaid'
}

const withoutBody = new Set([
  'DeleteFunction',
  'DeleteAlias',
  'AddPermission',
  'RemovePermission',
  'DeleteLayerVersion',
])

/** The names under which the service says that something is not there; others speak of other things, or of no such operation. */
const saysMissing = 'ResourceNotFoundException'

export const answerOf = ({ call, outcome }: CallEvent): Answer => {
  switch (fateOf(outcome)) {
    case 'accepted':
      return successBody(outcome) !== undefined || withoutBody.has(call.operation)
        ? 'done'
        : 'unclear'
    case 'unclear':
      return 'unclear'
    case 'refused':
      break
  }
  if (outcome.kind === 'lost') return 'nothing'
  switch (outcome.status) {
    case 412:
      return text(call.input, 'RevisionId') ? 'stale' : 'nothing'
    case 404:
      return errorName(outcome) === saysMissing ? 'missing' : 'nothing'
    case 400:
      return text(call.input, 'CodeSha256') && /sha-?256/i.test(errorMessage(outcome) ?? '')
        ? 'other hash'
        : 'nothing'
    default:
      return 'nothing'
  }
}

const qualifierIn = (call: Call): Qualifier => {
  const qualifier = qualifierOf(call)
  if (qualifier === undefined || qualifier === '$LATEST') {
    return { kind: 'latest', isNamed: qualifier !== undefined }
  }
  const number = versionNumber(qualifier)
  return number === undefined ? { kind: 'alias', name: qualifier } : { kind: 'version', number }
}

const standingIn = (body: JsonObject | undefined): Reading['standing'] => {
  const state = text(body, 'State')
  const update = text(body, 'LastUpdateStatus')
  if (state === 'Pending' || update === 'InProgress') return 'settling'
  if (update !== undefined) return 'settled'
  return state === undefined ? 'silent' : 'unsaid'
}

/** Reads each event once, with a numbering of RevisionIds of its own. */
export const reader = (): ((event: CallEvent) => Reading) => {
  const bits = new Map<string, Id>()
  const idOf = (id: string | undefined): Id | undefined => {
    if (!id) return undefined
    const bit = bits.get(id) ?? 1n << BigInt(bits.size)
    bits.set(id, bit)
    return bit
  }
  const known = new WeakMap<CallEvent, Reading>()
  const read = (event: CallEvent): Reading => {
    const { call, outcome } = event
    const answer = answerOf(event)
    const body = answer === 'done' ? shownIn(outcome) : undefined
    return {
      call,
      answer,
      isAccepted: outcome.kind === 'reply' && outcome.status === 202,
      qualifier: qualifierIn(call),
      asked: askedBy(call),
      body,
      shown: shownContent(body),
      version: versionNumber(text(body, 'Version')),
      given: idOf(text(call.input, 'RevisionId')),
      hash: text(call.input, 'CodeSha256') || undefined,
      id: idOf(text(body, 'RevisionId')),
      standing: standingIn(body),
    }
  }
  return (event) => {
    const reading = known.get(event) ?? read(event)
    known.set(event, reading)
    return reading
  }
}

/** Whether a version is asked for, or made although nobody knows what was asked for. */
export const publishes = ({ call, version }: Reading): boolean =>
  flag(call, 'Publish') || (call.partial === true && version !== undefined)
