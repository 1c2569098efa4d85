import { supportingOperations } from '../../spec/operations.ts'
import { text } from '../model/json.ts'
import { bodyOf, errorName, headerErrorName } from '../model/reply.ts'
import { breaks, holds, say, silent, type Judge } from './judge.ts'
import {
  documentedErrors,
  errorBody,
  errorContentType,
  errorHasMessage,
  errorIsNamed,
  errorMessageMember,
  errorNameInHeader,
  errorTypeMember,
  messageMember,
  onErrors,
  preconditionMessage,
  requestId,
} from './shapes.ts'

const bare = (name: string): string | undefined => name.split(':')[0]?.split('#').at(-1)?.trim()

/** That the Type is a wrong one is the breach of another rule. */
const hasType = (name: string): Judge =>
  onErrors(({ reply }) => {
    const body = bodyOf(reply)
    if (errorName(reply) !== name || body === undefined) return silent
    // A body of another form, with the message in another member, is the breach of another rule.
    if (text(body, messageMember(name)) === undefined) return silent
    return body['Type'] === undefined ? breaks('Type "User"', `no Type with ${name}`) : holds
  })

export const errorsJudges = {
  'errors/are-named': errorIsNamed,
  'errors/name-is-in-the-header': errorNameInHeader,
  'errors/header-is-the-bare-name': onErrors(({ reply }) => {
    const given = headerErrorName(reply)
    // A suffix `:http://…` was there in former times.
    const name = given?.split(':')[0]?.trim()
    if (!name) return silent
    return name.includes('#') || name.includes('.')
      ? breaks(`x-amzn-ErrorType: ${errorName(reply)}`, `x-amzn-ErrorType: ${given}`)
      : holds
  }),
  'errors/names-agree': onErrors(({ reply }) => {
    const inHeader = headerErrorName(reply)
    const body = bodyOf(reply)
    const inBody = text(body, '__type') ?? text(body, 'code')
    if (!inHeader) return silent
    const name = bare(inHeader)
    return inBody === undefined || bare(inBody) === name
      ? holds
      : breaks(`${name} in the body, as in the header`, say(inBody))
  }),
  'errors/body': errorBody,
  'errors/have-a-message': errorHasMessage,
  'errors/message-member': errorMessageMember,
  'errors/type-member': errorTypeMember,
  'errors/not-found-has-a-type': hasType('ResourceNotFoundException'),
  'errors/conflict-has-a-type': hasType('ResourceConflictException'),
  'errors/precondition-failed-has-a-type': hasType('PreconditionFailedException'),
  'errors/content-type': errorContentType,
  'errors/supporting-are-documented': documentedErrors(supportingOperations),
  'errors/precondition-message': preconditionMessage,
  'errors/request-id': requestId,
} as const satisfies Readonly<Record<string, Judge>>
