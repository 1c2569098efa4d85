import type { Call, JsonObject } from '../call.ts'
import type { Outcome, Reply } from '../drivers/driver.ts'
import type { Fate } from './state.ts'
import { isObject, member, text, withoutNulls } from './json.ts'

export const isSuccess = (reply: Reply): boolean => reply.status >= 200 && reply.status < 300
export const isRefusal = (reply: Reply): boolean => reply.status >= 400 && reply.status < 500

/** The body as an object without nulls, or undefined. */
export const bodyOf = (reply: Reply): JsonObject | undefined => {
  const { body } = reply
  if (body.kind !== 'json' || !isObject(body.value)) return undefined
  const known = cleaned.get(body.value)
  if (known !== undefined) return known
  const value = withoutNulls(body.value)
  if (!isObject(value)) return undefined
  cleaned.set(body.value, value)
  return value
}

// Every judge asks, and a body may be large.
const cleaned = new WeakMap<JsonObject, JsonObject>()

export const successBody = (outcome: Outcome): JsonObject | undefined =>
  outcome.kind === 'reply' && isSuccess(outcome) ? bodyOf(outcome) : undefined

/** A 4xx did nothing; a 5xx, a 3xx or a reply that never came leaves it open. */
export const fateOf = (outcome: Outcome): Fate => {
  if (outcome.kind === 'lost') {
    const { reason } = outcome
    return reason === 'unreachable' || reason === 'not-sent' ? 'refused' : 'unclear'
  }
  if (isSuccess(outcome)) return 'accepted'
  return isRefusal(outcome) || outcome.status === 501 ? 'refused' : 'unclear'
}

/**
 * The name of an error: from the header, else from the body's `__type` or `code`. A suffix `:http://…` and a prefix
 * `namespace#` belong to the protocol, not to the name.
 */
export const errorName = (reply: Reply): string | undefined => {
  const body = bodyOf(reply)
  const raw =
    headerErrorName(reply) ?? text(body, '__type') ?? text(body, 'code') ?? text(body, 'Code')
  const name = raw?.split(':')[0]?.split('#').at(-1)?.trim()
  return name === '' ? undefined : name
}

export const headerErrorName = (reply: Reply): string | undefined =>
  reply.headers['x-amzn-errortype']

export const errorMessage = (reply: Reply): string | undefined => {
  const body = bodyOf(reply)
  return text(body, 'message') ?? text(body, 'Message')
}

/** "3" as 3; "$LATEST", "03" or anything else as undefined. */
export const versionNumber = (version: string | undefined): number | undefined =>
  version !== undefined && /^[1-9][0-9]{0,14}$/.test(version) ? Number(version) : undefined

/** The function in a successful reply: the body, or what GetFunction has in its Configuration. */
export const shownIn = (outcome: Outcome): JsonObject | undefined => {
  const body = successBody(outcome)
  const inner = member(body, 'Configuration')
  if (inner !== undefined && isObject(inner)) return inner
  return body
}

/** The members that tell how far a function has come. */
export const statusMembers = ['State', 'LastUpdateStatus'] as const

/** Neither Pending nor InProgress. Editions before State have neither member: always settled. */
export const isSettled = (configuration: JsonObject): boolean =>
  text(configuration, 'State') !== 'Pending' &&
  text(configuration, 'LastUpdateStatus') !== 'InProgress'

export const flag = (call: Call, name: string): boolean => call.input[name] === true
