import type { Json, JsonObject } from '../call.ts'
import { editions, type Edition } from '../../spec/editions.ts'
import type { WireExchange } from '../drivers/client-record.ts'
import { isObject, sameJson, withoutNulls } from '../model/json.ts'
import {
  errorMessage,
  errorName,
  isSettled,
  successBody,
  shownIn,
  statusMembers,
} from '../model/reply.ts'
import type { SchemaName } from '../schema/editions.ts'
import { step } from '../schema/pointer.ts'
import { undocumentedMembers } from '../schema/validate.ts'
import {
  isLostOnTheWay,
  isRead,
  lastReply,
  onClientCalls,
  succeeded,
  type ClientCall,
} from './client-calls.ts'
import { breaks, holds, say, silent, type Judge } from './judge.ts'

const answers: Judge = onClientCalls(({ record: { answer } }) => {
  if (answer.kind === 'none') {
    return answer.reason === 'timed-out'
      ? silent
      : breaks('the members of a reply, or an error with a name', answer.because)
  }
  return answer.kind === 'output' || answer.name
    ? holds
    : breaks('an error with a name', `an error without one: ${say(answer.message)}`)
})

const ends: Judge = onClientCalls(({ record: { answer } }) =>
  answer.kind === 'none' && answer.reason === 'timed-out'
    ? breaks('an answer', answer.because)
    : holds,
)

const leavesNothingRunning: Judge = onClientCalls(({ record: { strays } }) => {
  const [stray] = strays
  return stray === undefined
    ? holds
    : breaks(
        'no request after the answer to the call before this one',
        stray.call?.operation ?? `${stray.request.method} ${stray.request.path.slice(0, 120)}`,
      )
})

const showsNoSecret: Judge = onClientCalls(({ record: { leaks } }) =>
  leaks.length === 0 ? holds : breaks('no secret', `${leaks.join(' and ')} in plain text`),
)

const picked = (value: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)))

/** A value without the members, at any depth, that the edition does not document. */
const documented = (edition: Edition, schema: SchemaName, value: JsonObject): JsonObject => {
  const unknown = new Set(undocumentedMembers(edition, schema, value))
  const pruned = (part: Json, path: string): Json => {
    if (Array.isArray(part))
      return part.map((item: Json, index) => pruned(item, `${path}/${index}`))
    if (!isObject(part)) return part
    return Object.fromEntries(
      Object.entries(part)
        .map(([name, inner]): [string, Json] => {
          const at = step(path, name)
          return [name, unknown.has(at) ? null : pruned(inner, at)]
        })
        .filter(([, inner]) => inner !== null),
    )
  }
  const known = pruned(withoutNulls(value), '')
  return isObject(known) ? known : {}
}

/** What the caller got and what the replies had, as far as documented; undefined where no reply tells of success. */
const compared = (
  asked: ClientCall,
):
  | {
      readonly got: JsonObject
      /** The last reply, without what a client may be too old to know: it drops that. */
      readonly last: JsonObject
      /** What reads behind the last reply showed, likewise. */
      readonly later: readonly JsonObject[]
      /** The last reply and all behind it. */
      readonly shown: readonly JsonObject[]
    }
  | undefined => {
  const { call, context, own, reads, record } = asked
  const { answer } = record
  if (answer.kind !== 'output' || !isObject(answer.output)) return undefined
  const schema: SchemaName = `${call.operation}Response`
  const known = (body: JsonObject | undefined): JsonObject =>
    documented(context.edition, schema, body ?? {})
  const longKnown = (body: JsonObject): JsonObject => ({
    ...documented(editions[0], schema, body),
    ...picked(body, statusMembers),
  })
  const bodyOf = call.operation === 'GetFunction' ? successBody : shownIn
  const last = own.findLast(({ given }) => succeeded(given))
  if (last === undefined) return undefined
  const all = (wires: readonly WireExchange[]): readonly JsonObject[] =>
    wires.flatMap(({ given }) => (succeeded(given) ? [known(bodyOf(given))] : []))
  return {
    got: known(answer.output),
    last: longKnown(known(bodyOf(last.given))),
    later: all(reads).map(longKnown),
    // What was read before the call shows the function as it was.
    shown: all(record.wire.slice(record.wire.indexOf(last))),
  }
}

/** Every member of the one, at any depth, is in the other. */
const isCovered = (reply: Json | undefined, got: Json | undefined): boolean => {
  if (got === undefined) return false
  if (!isObject(reply)) return true
  return isObject(got) && Object.keys(reply).every((name) => isCovered(reply[name], got[name]))
}

const missingIn = (got: JsonObject, reply: JsonObject): string | undefined =>
  Object.keys(reply).find((name) => !isCovered(reply[name], got[name]))

/** What was got is what the reply had, or a part of it: an old client drops members it does not know. */
const isWithin = (got: Json | undefined, reply: Json | undefined): boolean => {
  if (Array.isArray(got) && Array.isArray(reply)) {
    return (
      got.length === reply.length &&
      got.every((item: Json, index) => isWithin(item, reply[index] as Json))
    )
  }
  if (isObject(got) && isObject(reply)) {
    return Object.keys(got).every((name) => isWithin(got[name], reply[name]))
  }
  return sameJson(got, reply)
}

const keepsMembers: Judge = onClientCalls((asked) => {
  const both = compared(asked)
  if (both === undefined) return silent
  const { got, last, later } = both
  const missing = missingIn(got, last)
  // A function that has settled meanwhile shows no LastUpdateStatusReason any more.
  return missing === undefined || later.some((reply) => missingIn(got, reply) === undefined)
    ? holds
    : breaks(`${missing} ${say(last[missing])}`, `${missing} ${say(got[missing])}`)
})

/** What some languages write for a member that is not there. */
const isEmpty = (value: Json | undefined): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0)

const inventsNothing: Judge = onClientCalls((asked) => {
  const both = compared(asked)
  if (both === undefined) return silent
  const { got, last, shown } = both
  const invented = Object.keys(got).find(
    (name) => !isEmpty(got[name]) && !shown.some((reply) => isWithin(got[name], reply[name])),
  )
  return invented === undefined
    ? holds
    : breaks(
        last[invented] === undefined
          ? `no ${invented}: no reply has it`
          : `${invented} ${say(last[invented])}`,
        `${invented} ${say(got[invented])}`,
      )
})

/** A wait that did not come to a good end may be told as an error. */
const waitedInVain = ({ reads }: ClientCall): boolean => {
  const last = reads.at(-1)
  if (last === undefined) return false
  const shown = shownIn(last.given)
  return (
    shown === undefined ||
    !isSettled(shown) ||
    shown['LastUpdateStatus'] === 'Failed' ||
    shown['State'] === 'Failed'
  )
}

const successIsNoError: Judge = onClientCalls((asked) => {
  const { answer } = asked.record
  const last = lastReply(asked)
  if (last === undefined || !succeeded(last) || waitedInVain(asked)) return silent
  // Who does not wait for it has not seen it.
  if (asked.call.fault === 'reply-slow') return silent
  switch (answer.kind) {
    case 'output':
      return holds
    case 'error':
      return breaks(
        `the reply of the service, which has status ${last.status}`,
        `an error: ${[answer.name, answer.message].filter(Boolean).join(': ')}`,
      )
    default:
      return silent
  }
})

/** A 5xx leaves open what became of the call: who looks and finds it done may say so. */
const hasFoundOut = ({ own, record: { answer, wire } }: ClientCall, status: number): boolean => {
  const last = own.at(-1)
  if (status < 500 || answer.kind !== 'output' || last === undefined) return false
  return wire
    .slice(wire.indexOf(last) + 1)
    .some(({ call, given }) => call !== undefined && isRead(call) && succeeded(given))
}

/** The error that the service ended the call with; undefined where it did not, or the client has reasons of its own. */
const finalError = (asked: ClientCall) => {
  const last = lastReply(asked)
  if (last === undefined || succeeded(last)) return undefined
  if (asked.own.some((wire) => isLostOnTheWay(wire) || succeeded(wire.given))) return undefined
  return hasFoundOut(asked, last.status) ? undefined : last
}

const errorIsNoSuccess: Judge = onClientCalls((asked) => {
  const last = finalError(asked)
  const { answer } = asked.record
  if (last === undefined || answer.kind === 'none') return silent
  return answer.kind === 'error'
    ? holds
    : breaks(`${last.status} ${errorName(last) ?? ''}`.trim(), `a success: ${say(answer.output)}`)
})

const keepsName: Judge = onClientCalls((asked) => {
  const last = finalError(asked)
  const name = last && errorName(last)
  const { answer } = asked.record
  if (name === undefined || answer.kind !== 'error' || asked.call.fault !== undefined) return silent
  return answer.name === name
    ? holds
    : breaks(name, `${answer.name ?? 'no name'}: ${say(answer.message)}`)
})

const keepsStatus: Judge = onClientCalls((asked) => {
  const last = finalError(asked)
  const { answer } = asked.record
  if (last === undefined || answer.kind !== 'error' || answer.status === undefined) return silent
  return answer.status === last.status
    ? holds
    : breaks(`status ${last.status}`, `status ${answer.status}`)
})

const hasStatus: Judge = onClientCalls((asked) => {
  const last = finalError(asked)
  const { answer } = asked.record
  if (last === undefined || answer.kind !== 'error') return silent
  return answer.status === undefined
    ? breaks(`an error with status ${last.status}`, 'an error without a status')
    : holds
})

const keepsMessage: Judge = onClientCalls((asked) => {
  const last = finalError(asked)
  const message = last && errorMessage(last)
  const { answer } = asked.record
  if (!message || answer.kind !== 'error') return silent
  return answer.message?.includes(message.trim()) === true
    ? holds
    : breaks(say(message), say(answer.message))
})

const lastErrorIsTold: Judge = onClientCalls((asked) => {
  const last = finalError(asked)
  const name = last && errorName(last)
  const { answer } = asked.record
  if (name === undefined || asked.call.fault === undefined || answer.kind === 'none') return silent
  return answer.kind === 'error' && answer.name === name
    ? holds
    : breaks(
        name,
        answer.kind === 'error'
          ? `${answer.name ?? 'no name'}: ${say(answer.message)}`
          : `a success: ${say(answer.output)}`,
      )
})

export const clientAnswersJudges = {
  'client/answers': answers,
  'client/ends': ends,
  'client/leaves-nothing-running': leavesNothingRunning,
  'client/shows-no-secret': showsNoSecret,
  'client/output-keeps-members': keepsMembers,
  'client/output-invents-nothing': inventsNothing,
  'client/success-is-no-error': successIsNoError,
  'client/error-is-no-success': errorIsNoSuccess,
  'client/error-keeps-name': keepsName,
  'client/error-keeps-status': keepsStatus,
  'client/error-has-status': hasStatus,
  'client/error-keeps-message': keepsMessage,
  'client/last-error-is-told': lastErrorIsTold,
} as const satisfies Readonly<Record<string, Judge>>
