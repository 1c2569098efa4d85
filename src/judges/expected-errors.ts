import { operations } from '../../generated/operations.ts'
import { errorName } from '../model/reply.ts'
import { breaks, holds, type Answered, type Opinion } from './judge.ts'
import { described } from './replies.ts'

/**
 * The reply is an error of this status and name. That it has no name at all, or one that is documented nowhere for the
 * operation, is the breach of another rule.
 */
export const expectError = (answered: Answered, status: number, name: string): Opinion => {
  const { call, context, reply } = answered
  const given = errorName(reply)
  const { errors } = operations[context.edition][call.operation]
  const isElsewhere = given === undefined || !Object.hasOwn(errors, given)
  return reply.status === status && (isElsewhere || given === name)
    ? holds
    : breaks(`${status} ${name}`, described(answered))
}

export const expectStatus = (answered: Answered, status: number): Opinion =>
  answered.reply.status === status ? holds : breaks(`status ${status}`, described(answered))
