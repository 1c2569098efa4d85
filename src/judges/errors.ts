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
  onErrors,
  preconditionMessage,
  requestId,
} from './shapes.ts'

const bare = (name: string): string | undefined => name.split(':')[0]?.split('#').at(-1)?.trim()

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
  'errors/content-type': errorContentType,
  'errors/supporting-are-documented': documentedErrors(supportingOperations),
  'errors/precondition-message': preconditionMessage,
  'errors/request-id': requestId,
} as const satisfies Readonly<Record<string, Judge>>
