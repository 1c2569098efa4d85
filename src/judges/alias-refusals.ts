import { text } from '../model/json.ts'
import {
  aliasOf,
  aliasRevisionOf,
  isImplemented,
  isPlainAliasCall,
  nameIn,
  neverMade,
  certain,
  versionIsThere,
  versionWasNeverMade,
  type AliasRevision,
} from './aliases-of.ts'
import { expectError, expectStatus } from './expected-errors.ts'
import { breaks, holds, onCallsOf, silent, type Answered, type Judge } from './judge.ts'
import { onRefusals } from './refusals.ts'
import { described, isAccepted, isNoAnswer } from './replies.ts'
import { isWellFormed } from './well-formed.ts'

const refusesRevision = (kind: AliasRevision): Judge =>
  onRefusals({
    operations: 'UpdateAlias',
    members: ['RevisionId'],
    opine: (answered) =>
      isPlainAliasCall(answered) && versionIsThere(answered) && aliasRevisionOf(answered) === kind
        ? expectError(answered, 412, 'PreconditionFailedException')
        : silent,
  })

const refusesMissingVersion = (
  operation: 'CreateAlias' | 'UpdateAlias',
  isCase: (answered: Answered) => boolean,
): Judge =>
  onRefusals({
    operations: operation,
    members: ['FunctionVersion', 'RevisionId', 'Description'],
    opine: (answered) =>
      isPlainAliasCall(answered) && versionWasNeverMade(answered) && isCase(answered)
        ? expectError(answered, 404, 'ResourceNotFoundException')
        : silent,
  })

/** The last thing done under this name was its deletion. */
const wasDeleted = (answered: Answered): boolean => {
  const last = certain(answered)?.notes.findLast(
    ({ call, fate }) =>
      call.operation.endsWith('Alias') &&
      fate !== 'refused' &&
      nameIn({ call }) === nameIn(answered),
  )
  return last?.call.operation === 'DeleteAlias' && last.fate === 'accepted'
}

const refusesUnknown = (
  operation: 'GetAlias' | 'UpdateAlias',
  isCase: (answered: Answered) => boolean,
): Judge =>
  onRefusals({
    operations: operation,
    members: ['Name', 'FunctionVersion'],
    opine: (answered) =>
      isPlainAliasCall(answered) && versionIsThere(answered) && isCase(answered)
        ? expectError(answered, 404, 'ResourceNotFoundException')
        : silent,
  })

const isOfDigits = (answered: Answered): boolean => /^[0-9]+$/.test(nameIn(answered) ?? '')

/** What is refused about aliases, and what is not. */
export const aliasRefusalsJudges = {
  'aliases/update-with-current-is-accepted': onCallsOf('UpdateAlias', (answered) => {
    if (!isPlainAliasCall(answered) || !versionIsThere(answered)) return silent
    if (aliasRevisionOf(answered) !== 'current') return silent
    if (isAccepted(answered)) return holds
    return [400, 412].includes(answered.reply.status)
      ? breaks('success', described(answered))
      : silent
  }),
  'aliases/update-with-made-up-is-refused': refusesRevision('made-up'),
  'aliases/update-with-stale-is-refused': refusesRevision('stale'),
  'aliases/update-with-functions-is-refused': refusesRevision('functions'),
  'aliases/update-with-versions-is-refused': refusesRevision('versions'),
  'aliases/update-with-other-aliases-is-refused': refusesRevision('other-aliases'),
  'aliases/missing-version-on-create-is-404': refusesMissingVersion('CreateAlias', neverMade),
  'aliases/missing-version-on-update-is-404': refusesMissingVersion(
    'UpdateAlias',
    (answered) =>
      aliasOf(answered) !== undefined && ['absent', 'current'].includes(aliasRevisionOf(answered)),
  ),
  'aliases/duplicate-is-409': onRefusals({
    operations: 'CreateAlias',
    members: ['FunctionVersion', 'Description'],
    opine: (answered) =>
      isPlainAliasCall(answered) &&
      versionIsThere(answered) &&
      aliasOf(answered)?.version !== undefined
        ? expectError(answered, 409, 'ResourceConflictException')
        : silent,
  }),
  'aliases/all-digits-name-is-400': onRefusals({
    operations: 'CreateAlias',
    members: ['Name', 'FunctionVersion', 'Description'],
    opine: (answered) =>
      certain(answered) !== undefined &&
      isImplemented(answered) &&
      isOfDigits(answered) &&
      !isNoAnswer(answered.reply)
        ? expectStatus(answered, 400)
        : silent,
  }),
  'aliases/unknown-read-is-404': refusesUnknown('GetAlias', neverMade),
  'aliases/unknown-update-is-404': refusesUnknown('UpdateAlias', neverMade),
  'aliases/deleted-is-gone': refusesUnknown('GetAlias', wasDeleted),
  'aliases/unknown-qualifier-is-404': onRefusals({
    operations: ['GetFunctionConfiguration', 'GetFunction'],
    members: ['Qualifier'],
    opine: (answered) => {
      const name = text(answered.call.input, 'Qualifier') ?? ''
      const fn = certain(answered)
      const isOfAlias = /[a-zA-Z_-]/.test(name) && !name.includes('$') && isWellFormed(answered)
      if (!isOfAlias || !isImplemented(answered) || isNoAnswer(answered.reply)) return silent
      return fn?.aliases.has(name) === false
        ? expectError(answered, 404, 'ResourceNotFoundException')
        : silent
    },
  }),
  'aliases/unknown-delete-succeeds': onCallsOf('DeleteAlias', (answered) =>
    isPlainAliasCall(answered) && neverMade(answered)
      ? isAccepted(answered)
        ? holds
        : breaks('success', described(answered))
      : silent,
  ),
  'aliases/may-point-at-latest': onCallsOf('CreateAlias', (answered) => {
    if (!isPlainAliasCall(answered) || !neverMade(answered)) return silent
    if (text(answered.call.input, 'FunctionVersion') !== '$LATEST') return silent
    if (isAccepted(answered)) return holds
    return [400, 404].includes(answered.reply.status)
      ? breaks('success', described(answered))
      : silent
  }),
} as const satisfies Readonly<Record<string, Judge>>
