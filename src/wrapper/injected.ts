import type { FaultName } from '../fault.ts'
import type { Json, JsonObject, Call } from '../call.ts'
import type { Outcome, Reply } from '../drivers/driver.ts'
import { isObject, member, text } from '../model/json.ts'
import { isSuccess, versionNumber } from '../model/reply.ts'

const errorReply = (
  status: number,
  name: string,
  body: JsonObject,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  kind: 'reply',
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': name, ...headers },
  text: JSON.stringify(body),
  body: { kind: 'json', value: body },
})

const throttled = { Reason: 'CallerRateLimitExceeded', Type: 'User', message: 'Rate exceeded' }
const busy = {
  Type: 'User',
  message: 'The operation cannot be performed at this time. An update is in progress.',
}
const failed = { Type: 'Service', Message: 'The service failed, as it was told to.' }
const unavailable = { message: 'The service is not available, as it was told not to be.' }

/** What a request for something else than the call is about is answered: it goes no further. */
export const outside: Reply = errorReply(403, 'AccessDeniedException', {
  message: 'This call is about another function or layer.',
})

/** What a request is answered that is longer than any package may be (facts F042). */
export const tooLarge: Reply = errorReply(413, 'RequestEntityTooLargeException', {
  message: 'Request must be smaller.',
})

/** The reply that a fault puts in place of the service's own, which is not asked (facts F078, F096, F100). */
export const replyInstead = (fault: FaultName): Reply | undefined => {
  switch (fault) {
    case 'throttled-once':
    case 'throttled-always':
      return errorReply(429, 'TooManyRequestsException', throttled)
    case 'throttled-once-retry-after':
      return errorReply(429, 'TooManyRequestsException', throttled, { 'retry-after': '1' })
    case 'failed-once':
    case 'failed-always':
      return errorReply(500, 'ServiceException', failed)
    case 'unavailable-once':
      return errorReply(503, 'ServiceUnavailableException', unavailable)
    case 'busy-once':
    case 'busy-always':
      return errorReply(409, 'ResourceConflictException', busy)
    default:
      return undefined
  }
}

type Course = 'in-progress' | 'failed'

/** A configuration with the end of its creation or update put off, or turned out badly (facts F047, F048, F106). */
const inCourse = (configuration: JsonObject, course: Course): JsonObject => {
  const isVersion = versionNumber(text(configuration, 'Version')) !== undefined
  const reason =
    course === 'failed' ? 'It failed, as it was told to.' : 'The function is being created.'
  const code = course === 'failed' ? 'InternalError' : 'Creating'
  if (isVersion) {
    const { LastUpdateStatus: _, ...rest } = configuration
    const state = course === 'failed' ? 'Failed' : 'Pending'
    return { ...rest, State: state, StateReason: reason, StateReasonCode: code }
  }
  const status = course === 'failed' ? 'Failed' : 'InProgress'
  return {
    ...configuration,
    LastUpdateStatus: status,
    LastUpdateStatusReason: reason,
    LastUpdateStatusReasonCode: code,
  }
}

const withBody = (reply: Reply, value: Json): Reply => ({
  ...reply,
  text: JSON.stringify(value),
  body: { kind: 'json', value },
})

/** A successful reply that shows a function, told otherwise; any other reply as it is. */
const retold = (outcome: Outcome, course: Course): Outcome => {
  if (outcome.kind === 'lost' || !isSuccess(outcome) || outcome.body.kind !== 'json') return outcome
  const { value } = outcome.body
  if (!isObject(value)) return outcome
  const inner = member(value, 'Configuration')
  if (isObject(inner)) {
    return withBody(outcome, { ...value, Configuration: inCourse(inner, course) })
  }
  return text(value, 'FunctionArn') === undefined
    ? outcome
    : withBody(outcome, inCourse(value, course))
}

const readsInProgress = 2

/** What a client is shown of a function that settles late or badly. `nth` counts its reads since the update, from 0. */
export const settlingReply = (
  fault: FaultName,
  call: Call,
  isOwn: boolean,
  nth: number,
  outcome: Outcome,
): Outcome => {
  const isRead = call.operation === 'GetFunction' || call.operation === 'GetFunctionConfiguration'
  if (!isOwn && !isRead) return outcome
  switch (fault) {
    case 'settles-late':
      return isOwn || nth < readsInProgress ? retold(outcome, 'in-progress') : outcome
    case 'fails-to-settle':
      return retold(outcome, isOwn ? 'in-progress' : 'failed')
    default:
      return outcome
  }
}
