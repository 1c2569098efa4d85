import { operationNames } from '../../spec/operations.ts'
import type { Call, JsonObject } from '../call.ts'
import type { LostReply, Outcome, ReplyBody, WireRequest } from '../drivers/driver.ts'
import { readBody } from '../drivers/read-reply.ts'
import { faultNames } from '../fault.ts'
import { isNotKept } from '../run/keep.ts'
import {
  matchingAt,
  memberOf,
  objectAt,
  oneOfAt,
  optional,
  textAt,
  textsAt,
  wholeAt,
  yesAt,
  type Reader,
} from './shape.ts'

const inputAt: Reader<JsonObject> = (value, at) => objectAt(value, at) as JsonObject

const operationAt = oneOfAt(operationNames, 'operation')
export const faultAt = oneOfAt(faultNames, 'fault')

const writtenAt: Reader<NonNullable<Call['written']>> = (value, at) => {
  const object = objectAt(value, at)
  return {
    ...optional(object, 'body', at, textAt),
    ...optional(object, 'pathEncoding', at, oneOfAt(['sparing', 'lavish'], 'encoding')),
  }
}

export const callAt: Reader<Call> = (value, at) => {
  const object = objectAt(value, at)
  return {
    operation: memberOf(object, 'operation', at, operationAt),
    input: memberOf(object, 'input', at, inputAt),
    ...optional(object, 'partial', at, yesAt),
    ...optional(object, 'written', at, writtenAt),
    ...optional(object, 'fault', at, faultAt),
  }
}

// Empty where a call was not sent.
const methodAt = matchingAt(/^[A-Za-z-]{0,20}$/, 'method')
// No request on the wire can hold them, and no line of a shell.
const pathAt = matchingAt(/^\P{Cc}*$/u, 'path')

export const requestAt: Reader<WireRequest> = (value, at) => {
  const object = objectAt(value, at)
  return {
    method: memberOf(object, 'method', at, methodAt),
    path: memberOf(object, 'path', at, pathAt),
    // A failure shows none.
    headers: optional(object, 'headers', at, textsAt).headers ?? {},
    ...optional(object, 'body', at, textAt),
  }
}

/** Node's HTTP parser takes any three digits. */
export const statusAt = wholeAt(100, 999)

/** The body as the run read it: from its text, unless that was cut. */
const bodyOf = (stored: unknown, text: string): ReplyBody => {
  const why = (stored as { readonly why?: unknown } | null | undefined)?.why
  const cut: ReplyBody = { kind: 'not-json', why: typeof why === 'string' ? why : '' }
  return isNotKept(cut) ? cut : readBody(Buffer.from(text)).body
}

export const lostReasons = [
  'unreachable',
  'not-sent',
  'timeout',
  'connection-lost',
  'too-large',
  'not-http',
] as const satisfies readonly LostReply['reason'][]

export const outcomeAt: Reader<Outcome> = (value, at) => {
  const object = objectAt(value, at)
  const kind = memberOf(object, 'kind', at, oneOfAt(['reply', 'lost'], 'outcome'))
  if (kind === 'lost') {
    return {
      kind,
      reason: memberOf(object, 'reason', at, oneOfAt(lostReasons, 'reason')),
      message: memberOf(object, 'message', at, textAt),
    }
  }
  const text = memberOf(object, 'text', at, textAt)
  return {
    kind,
    status: memberOf(object, 'status', at, statusAt),
    headers: memberOf(object, 'headers', at, textsAt),
    text,
    body: bodyOf(object['body'], text),
  }
}
