import { supportingOperations } from '../../spec/operations.ts'
import type { Judge } from './judge.ts'
import {
  documentedErrors,
  errorBody,
  errorContentType,
  errorHasMessage,
  errorIsNamed,
  errorMessageMember,
  errorNameInHeader,
  errorTypeMember,
  preconditionMessage,
  requestId,
} from './shapes.ts'

export const errorsJudges = {
  'errors/are-named': errorIsNamed,
  'errors/name-is-in-the-header': errorNameInHeader,
  'errors/body': errorBody,
  'errors/have-a-message': errorHasMessage,
  'errors/message-member': errorMessageMember,
  'errors/type-member': errorTypeMember,
  'errors/content-type': errorContentType,
  'errors/supporting-are-documented': documentedErrors(supportingOperations),
  'errors/precondition-message': preconditionMessage,
  'errors/request-id': requestId,
} as const satisfies Readonly<Record<string, Judge>>
