import type { Json, JsonObject } from '../call.ts'
import type { Reply } from '../drivers/driver.ts'
import { text } from '../model/json.ts'
import { qualifierOf } from '../model/step.ts'
import {
  bodyOf,
  errorMessage,
  errorName,
  flag,
  isRefusal,
  isSuccess,
  successBody,
  versionNumber,
} from '../model/reply.ts'
import type { Answered } from './judge.ts'
import { say, sayReply } from './judge.ts'
import { isDeniedNowAndThen } from './now-and-then.ts'

/** The caller may not, or the account is full: no fault of the call (facts F096, F097). */
const circumstances = new Set([
  'CodeStorageExceededException',
  'FunctionVersionsPerCapacityProviderLimitExceededException',
  'ThrottlingException',
  'ExpiredTokenException',
])

/** A role that was made a moment ago is not known everywhere (facts F108). */
const isRoleUnknown = (reply: Reply): boolean =>
  reply.status === 400 && /\brole\b.*cannot be assumed/i.test(errorMessage(reply) ?? '')

/** A reply that says nothing of the call itself: the service had no time, no luck, no room, or does not know the caller. */
export const isNoAnswer = (reply: Reply): boolean =>
  ([401, 403, 408, 429].includes(reply.status) && !isDeniedNowAndThen(reply)) ||
  reply.status >= 500 ||
  isRoleUnknown(reply) ||
  circumstances.has(errorName(reply) ?? '')

export const acceptedBody = ({ reply }: Answered): JsonObject | undefined => successBody(reply)

export const isAccepted = ({ reply }: Answered): boolean => isSuccess(reply)
export const isRefused = ({ reply }: Answered): boolean => isRefusal(reply) && reply.status !== 429

export const isDryRun = ({ call }: Answered): boolean => flag(call, 'DryRun')
export const isPublish = ({ call }: Answered): boolean => flag(call, 'Publish')

export const described = ({ reply }: Answered): string => {
  if (!isSuccess(reply)) return sayReply(reply, errorName(reply))
  const version = text(bodyOf(reply), 'Version')
  return version === undefined
    ? `status ${reply.status}`
    : `${reply.status}, Version ${say(version)}`
}

/** The number of the version a reply shows. */
export const numberIn = (answered: Answered): number | undefined =>
  versionNumber(text(acceptedBody(answered), 'Version'))

/** $LATEST as a read shows it: GetFunctionConfiguration, or the Configuration of GetFunction, without a version. */
export const latestRead = (answered: Answered): JsonObject | undefined => {
  const qualifier = qualifierOf(answered.call)
  return qualifier === undefined || qualifier === '$LATEST' ? readBody(answered) : undefined
}

/** What a read shows, of $LATEST or of a version. */
export const readBody = (answered: Answered): JsonObject | undefined => {
  const body = acceptedBody(answered)
  if (answered.call.operation === 'GetFunctionConfiguration') return body
  if (answered.call.operation !== 'GetFunction') return undefined
  const configuration = body?.['Configuration']
  return typeof configuration === 'object' &&
    configuration !== null &&
    !Array.isArray(configuration)
    ? (configuration as JsonObject)
    : undefined
}

/** The numbers a list of versions shows, or undefined for another reply or for one page of several. */
export const listedNumbers = (answered: Answered): readonly number[] | undefined => {
  const body = acceptedBody(answered)
  const versions = body?.['Versions']
  if (answered.call.operation !== 'ListVersionsByFunction' || !Array.isArray(versions))
    return undefined
  if (text(body, 'NextMarker') || answered.call.input['Marker'] !== undefined) return undefined
  return versions.flatMap((item: Json) => {
    const number = versionNumber(text(item, 'Version'))
    return number === undefined ? [] : [number]
  })
}
