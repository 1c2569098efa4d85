import type { ClientAnswer, ClientRecord, WireExchange } from '../drivers/client-record.ts'
import {
  jsonAt,
  listAt,
  memberOf,
  objectAt,
  oneOfAt,
  optional,
  textAt,
  timeAt,
  wholeAt,
  type Reader,
} from './shape.ts'
import { callAt, faultAt, outcomeAt, requestAt } from './wire-shape.ts'

const statusAt = wholeAt(-999_999, 999_999)

const answerAt: Reader<ClientAnswer> = (value, at) => {
  const object = objectAt(value, at)
  const kind = memberOf(object, 'kind', at, oneOfAt(['output', 'error', 'none'], 'answer'))
  switch (kind) {
    case 'output':
      return {
        kind,
        output: memberOf(object, 'output', at, jsonAt),
        ...optional(object, 'status', at, statusAt),
      }
    case 'error':
      return {
        kind,
        ...optional(object, 'name', at, textAt),
        ...optional(object, 'status', at, statusAt),
        ...optional(object, 'message', at, textAt),
      }
    case 'none':
      return {
        kind,
        reason: memberOf(
          object,
          'reason',
          at,
          oneOfAt(['timed-out', 'died', 'silent', 'odd', 'not-started'], 'reason'),
        ),
        because: memberOf(object, 'because', at, textAt),
      }
    default:
      return kind satisfies never
  }
}

const wireAt: Reader<WireExchange> = (value, at) => {
  const object = objectAt(value, at)
  return {
    request: memberOf(object, 'request', at, requestAt),
    ...optional(object, 'call', at, callAt),
    signature: memberOf(
      object,
      'signature',
      at,
      oneOfAt(['right', 'missing', 'wrong'], 'signature'),
    ),
    ...optional(object, 'fault', at, faultAt),
    ...optional(object, 'answered', at, outcomeAt),
    given: memberOf(object, 'given', at, outcomeAt),
    startedAtMs: memberOf(object, 'startedAtMs', at, timeAt),
    endedAtMs: memberOf(object, 'endedAtMs', at, timeAt),
  }
}

/** What a client told its caller, and all it sent meanwhile. */
export const clientAt: Reader<ClientRecord> = (value, at) => {
  const object = objectAt(value, at)
  return {
    answer: memberOf(object, 'answer', at, answerAt),
    wire: memberOf(object, 'wire', at, listAt(wireAt)),
    strays: memberOf(object, 'strays', at, listAt(wireAt)),
    leaks: memberOf(object, 'leaks', at, listAt(textAt)),
  }
}
