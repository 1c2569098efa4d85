import { editions, type Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import { operations } from '../../generated/operations.ts'
import type { Json } from '../call.ts'
import { violations } from '../schema/validate.ts'
import { errorMessage, errorName, headerErrorName, isSuccess } from '../model/reply.ts'
import { text } from '../model/json.ts'
import { bodyOf } from '../model/reply.ts'
import {
  breaks,
  holds,
  onCallsOf,
  onEach,
  say,
  sayReply,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { described, isNoAnswer } from './replies.ts'

const successStatuses = ({ call, context }: Answered): readonly number[] =>
  operations[context.edition][call.operation].success

const expectStatus = (answered: Answered): Opinion => {
  const { reply, call } = answered
  if (!isSuccess(reply)) return silent
  const documented = successStatuses(answered)
  return documented.includes(reply.status)
    ? holds
    : breaks(`status ${documented.join(' or ')} from ${call.operation}`, `status ${reply.status}`)
}

/** Success answered with the status of the operation. */
export const successStatus = (operation: OperationName): Judge => onCallsOf(operation, expectStatus)

export const successStatusOf = (names: readonly OperationName[]): Judge =>
  onCallsOf(names, expectStatus)

/** What a later edition allows is legal: a service of today is judged by an earlier edition too. */
const isOfLaterEdition = (operation: OperationName, edition: Edition, body: Json): boolean =>
  editions
    .slice(editions.indexOf(edition) + 1)
    .some((later) => violations(later, `${operation}Response`, body).length === 0)

/** The body of a success has the members, types and limits of the response schema. */
export const successBody = (operation: OperationName): Judge =>
  onCallsOf(operation, ({ call, reply, context }) => {
    if (!isSuccess(reply)) return silent
    // A request over a limit that is accepted comes back over the limit: that is the breach of another rule.
    if (!call.partial && violations(context.edition, `${operation}Request`, call.input).length > 0)
      return silent
    // A subject that takes the ARN of a layer for a name shows an ARN that is none: the breach of another rule.
    if (text(call.input, 'LayerName')?.includes(':')) return silent
    if (reply.body.kind !== 'json') {
      const got = reply.body.kind === 'empty' ? 'an empty body' : `no JSON: ${reply.body.why}`
      return breaks(`a JSON object as the body of ${operation}`, got)
    }
    const [first, ...more] = violations(context.edition, `${operation}Response`, reply.body.value)
    if (first === undefined || isOfLaterEdition(operation, context.edition, reply.body.value)) {
      return holds
    }
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`
    return breaks(`${first.path || 'the body'}: ${first.expected}`, `${first.actual}${others}`)
  })

const isJson = (contentType: string | undefined): boolean =>
  contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json'

const expectJson = ({ reply }: Answered): Opinion => {
  const contentType = reply.headers['content-type']
  return isJson(contentType)
    ? holds
    : breaks('content-type application/json', `content-type ${say(contentType)}`)
}

export const successContentType = (operation: OperationName): Judge =>
  onCallsOf(operation, (answered) =>
    // Nothing has no type: that there is no body is the breach of another rule.
    isSuccess(answered.reply) && answered.reply.body.kind !== 'empty'
      ? expectJson(answered)
      : silent,
  )

/** Errors of the caller or the service; not of an operation that is not there, nor of a gateway in front of the service. */
const isServiceError = ({ reply, call, context }: Answered): boolean =>
  reply.status >= 400 &&
  ![502, 503, 504].includes(reply.status) &&
  !context.unsupported.has(call.operation)

export const onErrors = (opine: (answered: Answered) => Opinion): Judge =>
  onEach((answered) => (isServiceError(answered) ? opine(answered) : silent))

/**
 * Errors that every operation of the service may answer, listed by none (facts F080, F042, F096, F099): the documents
 * point to a list common to all services, which has another status for some of them.
 */
const commonErrors = new Map<string, readonly number[]>([
  ['ValidationException', [400]],
  ['SerializationException', [400]],
  ['RequestEntityTooLargeException', [413]],
  ['AccessDeniedException', [400, 403]],
  ['UnrecognizedClientException', [400, 401, 403]],
  ['InvalidSignatureException', [400, 403]],
  ['MissingAuthenticationTokenException', [400, 403]],
  ['IncompleteSignatureException', [400, 403]],
  ['ExpiredTokenException', [400, 403]],
  ['OptInRequired', [403]],
  ['ThrottlingException', [400, 429]],
  ['InternalFailure', [500]],
])

/** The statuses of an error by the edition or a later one: what was written down later was answered before. */
const documentedStatuses = (
  { call, context }: Answered,
  name: string,
): readonly number[] | undefined => {
  const common = commonErrors.get(name)
  if (common !== undefined) return common
  const own = editions
    .slice(editions.indexOf(context.edition))
    .flatMap((edition) => Object.entries(operations[edition][call.operation].errors))
    .flatMap(([error, status]) => (error === name ? [status] : []))
  return own.length === 0 ? undefined : [...new Set(own)]
}

const expectDocumented = (answered: Answered): Opinion => {
  const { call, reply, context } = answered
  const name = errorName(reply)
  if (!isServiceError(answered) || name === undefined) return silent
  const statuses = documentedStatuses(answered, name)
  if (statuses === undefined) {
    const known = Object.keys(operations[context.edition][call.operation].errors).join(', ')
    return breaks(`one of the errors of ${call.operation}: ${known}`, sayReply(reply, name))
  }
  return statuses.includes(reply.status)
    ? holds
    : breaks(`status ${statuses.join(' or ')} with ${name}`, `status ${reply.status}`)
}

export const documentedErrors = (names: OperationName | readonly OperationName[]): Judge =>
  onCallsOf(names, expectDocumented)

export const errorIsNamed: Judge = onErrors(({ reply }) =>
  errorName(reply) === undefined
    ? breaks(
        'the name of the error in x-amzn-ErrorType or in the body',
        `status ${reply.status}, no name`,
      )
    : holds,
)

export const errorNameInHeader: Judge = onErrors(({ reply }) => {
  if (errorName(reply) === undefined) return silent
  return headerErrorName(reply) === undefined
    ? breaks(`x-amzn-ErrorType: ${errorName(reply)}`, 'the name in the body only')
    : holds
})

export const errorBody: Judge = onErrors(({ reply, context }) => {
  if (reply.body.kind === 'empty') return silent
  if (reply.body.kind === 'not-json') {
    return breaks('a JSON object as the body of an error', `no JSON: ${reply.body.why}`)
  }
  const [first] = violations(context.edition, 'ErrorResponse', reply.body.value)
  return first === undefined
    ? holds
    : breaks(`${first.path || 'the body'}: ${first.expected}`, first.actual)
})

export const errorHasMessage: Judge = onErrors((answered) => {
  const { reply } = answered
  // A refusal of access may come without any text (facts F088).
  if (reply.status === 403 || isNoAnswer(reply)) return silent
  // That the body is no JSON is the breach of another rule, here and for its type.
  if (reply.body.kind === 'not-json') return silent
  const body = bodyOf(reply)
  return text(body, 'message') || text(body, 'Message')
    ? holds
    : breaks('a message that is not empty', `none in ${described(answered)}`)
})

const upperCaseMessage = new Set([
  'ResourceNotFoundException',
  'ServiceException',
  'CodeSigningConfigNotFoundException',
  'CodeVerificationFailedException',
  'InvalidCodeSignatureException',
])

/** Where the model has the message of this error. */
const messageMember = (name: string): 'Message' | 'message' =>
  upperCaseMessage.has(name) ? 'Message' : 'message'

export const errorMessageMember: Judge = onErrors(({ reply }) => {
  const name = errorName(reply)
  // Of the errors called otherwise, such as InternalFailure, none was ever recorded.
  if (name === undefined || !name.endsWith('Exception')) return silent
  if (errorMessage(reply) === undefined) return silent
  const expected = messageMember(name)
  const other = expected === 'message' ? 'Message' : 'message'
  return text(bodyOf(reply), expected) === undefined
    ? breaks(`${expected} in the body of ${name}`, other)
    : holds
})

export const errorTypeMember: Judge = onErrors(({ reply }) => {
  const type = bodyOf(reply)?.['Type']
  if (type === undefined) return silent
  const expected = reply.status >= 500 ? 'Service' : 'User'
  return type === expected ? holds : breaks(`Type ${say(expected)}`, `Type ${say(type)}`)
})

export const errorContentType: Judge = onErrors(({ reply, ...rest }) =>
  reply.body.kind === 'json' ? expectJson({ reply, ...rest }) : silent,
)

export const preconditionMessage: Judge = onErrors(({ reply }) => {
  if (reply.status !== 412) return silent
  const message = errorMessage(reply)
  return message !== undefined && /revision\s*id.*does not match/i.test(message)
    ? holds
    : breaks('a message that the Revision Id does not match the latest', say(message))
})

export const requestId: Judge = onEach(({ reply }) =>
  reply.headers['x-amzn-requestid']?.trim()
    ? holds
    : breaks(
        'an id in the header x-amzn-RequestId',
        `header ${say(reply.headers['x-amzn-requestid'])}`,
      ),
)
