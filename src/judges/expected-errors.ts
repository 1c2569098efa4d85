import { errorName } from '../model/reply.ts'
import { breaks, holds, type Answered, type Opinion } from './judge.ts'
import { described } from './replies.ts'

/** The reply is an error of this status and name. That it has no name at all is the breach of another rule. */
export const expectError = (answered: Answered, status: number, name: string): Opinion =>
  answered.reply.status === status && (errorName(answered.reply) ?? name) === name
    ? holds
    : breaks(`${status} ${name}`, described(answered))

export const expectStatus = (answered: Answered, status: number): Opinion =>
  answered.reply.status === status ? holds : breaks(`status ${status}`, described(answered))
