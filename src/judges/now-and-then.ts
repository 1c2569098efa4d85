import type { Call } from '../call.ts'
import type { Reply } from '../drivers/driver.ts'
import { member, text } from '../model/json.ts'
import { errorMessage, errorName, isSuccess } from '../model/reply.ts'

type Replied = { readonly call: Call; readonly reply: Reply }

const names = new Set(['AccessDeniedException', 'AccessDenied'])

/** Whatever rights may hang on: of the same operation, a right to one of these is a right to the other. */
const isAlike = (one: Call, other: Call): boolean =>
  one.operation === other.operation &&
  ['FunctionName', 'LayerName', 'Qualifier'].every(
    (name) => text(one.input, name) === text(other.input, name),
  )

/** What belongs to another service has rights of its own. */
const isOfOthers = ({ input }: Call): boolean =>
  [input, member(input, 'Content')].some(
    (source) => text(source, 'S3Bucket') !== undefined || text(source, 'ImageUri') !== undefined,
  ) || member(input, 'Layers') !== undefined

const isDenial = ({ call, reply }: Replied): boolean => {
  if (reply.status !== 403 || !names.has(errorName(reply) ?? '') || isOfOthers(call)) return false
  const [, action] = / perform: (\S+)/.exec(errorMessage(reply) ?? '') ?? []
  return action === undefined || action === `lambda:${call.operation}`
}

const found = new WeakSet<Reply>()

/**
 * Looks for refusals of access to what the caller has just been given access to. That is an answer to what the call says, and
 * perhaps a wrong one: 403 in place of 412 would otherwise pass for a right that is missing.
 */
export const findDenialsNowAndThen = (answers: readonly Replied[]): void => {
  for (const [index, answered] of answers.entries()) {
    if (!isDenial(answered)) continue
    const isPermitted = answers
      .slice(0, index)
      .some(({ call, reply }) => isSuccess(reply) && isAlike(call, answered.call))
    if (isPermitted) found.add(answered.reply)
  }
}

export const isDeniedNowAndThen = (reply: Reply): boolean => found.has(reply)
