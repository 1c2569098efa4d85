import type { OperationName } from '../../spec/operations.ts'
import type { Json } from '../call.ts'
import { isObject, text } from '../model/json.ts'
import { errorMessage, errorName, versionNumber } from '../model/reply.ts'
import { qualifierOf } from '../model/step.ts'
import { isNoArchive } from './archives.ts'
import { aliasOf, certain, nameIn } from './aliases-of.ts'
import { breaks, holds, onCallsOf, say, silent, type Answered, type Judge } from './judge.ts'
import { hasNone, policyOf, statementIdOf } from './policies-of.ts'
import { isWellFormed } from './well-formed.ts'

type ErrorShape = readonly [status: number, name: string]

const notFound: ErrorShape = [404, 'ResourceNotFoundException']
const invalid: ErrorShape = [400, 'InvalidParameterValueException']
const conflict: ErrorShape = [409, 'ResourceConflictException']

/** Stands in a text for all of an ARN before the name: region and account are the subject's own. */
const arn = '{arn}:function:'
const anyArn = 'arn:[^:\\s]+:lambda:[^:\\s]+:[0-9]*:function:'

const patternOf = (wording: string): RegExp => {
  const literal = wording.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(literal.replaceAll(String.raw`\{arn\}:function:`, anyArn), 'i')
}

/**
 * The message of an error where it is the right one: another status or name, or no message at all, is the breach of another
 * rule. `wordingOf` is what the message has to hold in this case, or undefined where it is none.
 */
const says = (
  operations: OperationName | readonly OperationName[],
  [status, name]: ErrorShape,
  wordingOf: (answered: Answered) => string | undefined,
): Judge =>
  onCallsOf(operations, (answered) => {
    const { reply, context, call } = answered
    if (reply.status !== status || errorName(reply) !== name) return silent
    const message = errorMessage(reply)
    if (!message || context.unsupported.has(call.operation)) return silent
    const wording = wordingOf(answered)
    if (wording === undefined) return silent
    return patternOf(wording).test(message)
      ? holds
      : breaks(
          `a message with ${say(wording.replace('{arn}', 'arn:aws:lambda:REGION:ACCOUNT'))}`,
          say(message),
        )
  })

const reads = ['GetFunctionConfiguration', 'GetFunction'] as const
const onLatest = ['PublishVersion', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'] as const

const isAbsent = ({ fn, step }: Answered): boolean =>
  fn === undefined ? step.before.alone : fn.existence === 'absent' && !fn.unclear

const when = (isCase: boolean, wording: string): string | undefined =>
  isCase ? wording : undefined

const sentIn = ({ call }: Answered): Json | undefined =>
  isObject(call.input['Content'])
    ? call.input['Content']['ZipFile']
    : isObject(call.input['Code'])
      ? call.input['Code']['ZipFile']
      : call.input['ZipFile']

const isOtherBytes = (sent: Json | undefined): boolean =>
  typeof sent === 'string' &&
  sent.length % 4 === 0 &&
  /^[A-Za-z0-9+/]+={0,2}$/.test(sent) &&
  isNoArchive(sent)

const sources = ['ZipFile', 'S3Bucket', 'S3Key', 'S3ObjectVersion', 'ImageUri']

export const messagesJudges = {
  'messages/function-not-found': says([...reads, ...onLatest], notFound, (answered) =>
    when(
      isAbsent(answered) && isWellFormed(answered),
      `Function not found: ${arn}${answered.fnName}`,
    ),
  ),
  'messages/function-exists': says('CreateFunction', conflict, (answered) =>
    when(certain(answered) !== undefined, `Function already exist: ${answered.fnName}`),
  ),
  'messages/version-not-found': says(reads, notFound, (answered) => {
    const number = versionNumber(text(answered.call.input, 'Qualifier'))
    const isGone = number !== undefined && certain(answered)?.versions.has(number) === false
    return when(isGone, `Function not found: ${arn}${answered.fnName}:${number}`)
  }),
  'messages/update-in-progress': says(onLatest, conflict, (answered) => {
    const latest = certain(answered)?.latest.configuration
    return when(
      text(latest, 'LastUpdateStatus') === 'InProgress',
      `An update is in progress for resource: ${arn}${answered.fnName}`,
    )
  }),
  'messages/no-source': says('UpdateFunctionCode', invalid, ({ call, fn }) =>
    when(
      fn?.existence === 'exists' &&
        !call.partial &&
        call.written?.body === undefined &&
        sources.every((name) => call.input[name] === undefined),
      'Please provide a source for function code',
    ),
  ),
  'messages/not-an-archive': says(
    ['UpdateFunctionCode', 'CreateFunction', 'PublishLayerVersion'],
    invalid,
    (answered) => when(isOtherBytes(sentIn(answered)), 'Could not unzip uploaded file'),
  ),
  'messages/alias-not-found-on-read': says('GetAlias', notFound, (answered) =>
    when(
      certain(answered)?.aliases.has(nameIn(answered) ?? '') === false,
      `Cannot find alias arn: ${arn}${answered.fnName}:${nameIn(answered)}`,
    ),
  ),
  'messages/alias-not-found-on-update': says('UpdateAlias', notFound, (answered) =>
    when(
      certain(answered)?.aliases.has(nameIn(answered) ?? '') === false,
      `Alias not found: ${arn}${answered.fnName}:${nameIn(answered)}`,
    ),
  ),
  'messages/alias-exists': says('CreateAlias', conflict, (answered) =>
    when(
      aliasOf(answered) !== undefined,
      `Alias already exists: ${arn}${answered.fnName}:${nameIn(answered)}`,
    ),
  ),
  'messages/alias-at-a-missing-version': says(
    ['CreateAlias', 'UpdateAlias'],
    notFound,
    (answered) => {
      const number = versionNumber(text(answered.call.input, 'FunctionVersion'))
      const isMissing = number !== undefined && certain(answered)?.versions.has(number) === false
      // Of an update it may be the alias that is missing.
      const isOfAlias = answered.call.operation === 'CreateAlias' || aliasOf(answered) !== undefined
      return when(isMissing && isOfAlias, `Function not found: ${arn}${answered.fnName}:${number}`)
    },
  ),
  'messages/version-behind-an-alias': says('DeleteFunction', conflict, (answered) => {
    const version = qualifierOf(answered.call)
    const holders = [...(certain(answered)?.aliases.values() ?? [])]
      .filter((alias) => alias.version === version)
      .map(({ name }) => name)
    return when(
      version !== undefined && holders.length === 1,
      `Unable to delete version because the following aliases reference it: [${holders.join(', ')}]`,
    )
  }),
  'messages/latest-is-not-deleted': says('DeleteFunction', invalid, ({ call }) =>
    when(
      text(call.input, 'Qualifier') === '$LATEST',
      '$LATEST version cannot be deleted without deleting the function',
    ),
  ),
  'messages/alias-is-not-deleted-so': says('DeleteFunction', invalid, (answered) =>
    when(
      certain(answered)?.aliases.has(qualifierOf(answered.call) ?? '') === true,
      'Deletion of aliases is not currently supported',
    ),
  ),
  'messages/no-policy': says('GetPolicy', notFound, (answered) =>
    when(hasNone(answered), 'The resource you requested does not exist'),
  ),
  'messages/no-policy-to-remove-from': says('RemovePermission', notFound, (answered) =>
    when(hasNone(answered), 'No policy is associated with the given resource'),
  ),
  'messages/statement-not-found': says('RemovePermission', notFound, (answered) => {
    const policy = policyOf(answered)
    const id = statementIdOf(answered) ?? ''
    return when(
      policy !== undefined && policy.statements.size > 0 && !policy.statements.has(id),
      `Statement ${id} is not found in resource policy`,
    )
  }),
  'messages/statement-exists': says('AddPermission', conflict, (answered) => {
    const id = statementIdOf(answered) ?? ''
    return when(
      policyOf(answered)?.statements.has(id) === true,
      `The statement id (${id}) provided already exists`,
    )
  }),
  'messages/no-policy-for-latest': says('AddPermission', invalid, (answered) =>
    when(
      text(answered.call.input, 'Qualifier') === '$LATEST',
      'We currently do not support adding policies for $LATEST',
    ),
  ),
  'messages/layer-version-not-found': says('GetLayerVersion', notFound, () =>
    when(true, 'The resource you requested does not exist'),
  ),
  'messages/layer-version-below-1': says(
    ['GetLayerVersion', 'DeleteLayerVersion'],
    invalid,
    ({ call }) =>
      when(Number(call.input['VersionNumber']) < 1, 'Layer Version Cannot be less than 1'),
  ),
} as const satisfies Readonly<Record<string, Judge>>
