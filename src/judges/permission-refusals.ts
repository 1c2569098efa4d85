import { text } from '../model/json.ts'
import { errorName } from '../model/reply.ts'
import { certain, isImplemented } from './aliases-of.ts'
import { expectError, expectStatus } from './expected-errors.ts'
import { breaks, holds, onCallsOf, silent, type Answered, type Judge } from './judge.ts'
import {
  hasNone,
  isPlainPolicyCall,
  policyOf,
  policyRevisionOf,
  statementIdOf,
  type PolicyRevision,
} from './policies-of.ts'
import { onRefusals } from './refusals.ts'
import { described, isAccepted, isNoAnswer } from './replies.ts'

type Change = 'AddPermission' | 'RemovePermission'

const holdsStatement = (answered: Answered): boolean =>
  policyOf(answered)?.statements.has(statementIdOf(answered) ?? '') === true

/** Whether the policy has room for the statement to add, or holds the one to remove. */
const fits = (answered: Answered): boolean =>
  isPlainPolicyCall(answered) &&
  holdsStatement(answered) === (answered.call.operation === 'RemovePermission')

const refusesRevision = (operation: Change, kind: PolicyRevision): Judge =>
  onRefusals({
    operations: operation,
    members: ['RevisionId'],
    opine: (answered) =>
      fits(answered) && policyRevisionOf(answered) === kind
        ? expectError(answered, 412, 'PreconditionFailedException')
        : silent,
  })

const acceptsCurrent = (operation: Change): Judge =>
  onCallsOf(operation, (answered) => {
    if (!fits(answered) || policyRevisionOf(answered) !== 'current') return silent
    if (isAccepted(answered)) return holds
    // A policy that is full says nothing of the RevisionId.
    if (errorName(answered.reply) === 'PolicyLengthExceededException') return silent
    return [400, 412].includes(answered.reply.status)
      ? breaks('success', described(answered))
      : silent
  })

const isWithoutRevision = ({ call }: Answered): boolean => call.input['RevisionId'] === undefined

/** On a function that is there; whatever is wrong with the request is the case itself. */
const isOnKnown = (answered: Answered): boolean =>
  certain(answered) !== undefined &&
  isWithoutRevision(answered) &&
  !isNoAnswer(answered.reply) &&
  isImplemented(answered)

const isLegalId = (id: string | undefined): boolean =>
  id !== undefined && /^[a-zA-Z0-9_-]{1,100}$/.test(id)

/** What is refused about permissions, and what is not. */
export const permissionRefusalsJudges = {
  'permissions/add-with-current-is-accepted': acceptsCurrent('AddPermission'),
  'permissions/remove-with-current-is-accepted': acceptsCurrent('RemovePermission'),
  'permissions/add-with-made-up-is-refused': refusesRevision('AddPermission', 'made-up'),
  'permissions/remove-with-made-up-is-refused': refusesRevision('RemovePermission', 'made-up'),
  'permissions/add-with-stale-is-refused': refusesRevision('AddPermission', 'stale'),
  'permissions/remove-with-stale-is-refused': refusesRevision('RemovePermission', 'stale'),
  'permissions/duplicate-statement-id-is-409': onRefusals({
    operations: 'AddPermission',
    members: [],
    opine: (answered) =>
      isPlainPolicyCall(answered) && isWithoutRevision(answered) && holdsStatement(answered)
        ? expectError(answered, 409, 'ResourceConflictException')
        : silent,
  }),
  'permissions/unknown-statement-removed-is-404': onRefusals({
    operations: 'RemovePermission',
    members: ['StatementId', 'RevisionId'],
    opine: (answered) =>
      isPlainPolicyCall(answered) &&
      isWithoutRevision(answered) &&
      (policyOf(answered)?.statements.size ?? 0) > 0 &&
      !holdsStatement(answered)
        ? expectError(answered, 404, 'ResourceNotFoundException')
        : silent,
  }),
  'permissions/no-policy-is-404': onRefusals({
    operations: 'GetPolicy',
    members: [],
    opine: (answered) =>
      isPlainPolicyCall(answered) && hasNone(answered)
        ? expectError(answered, 404, 'ResourceNotFoundException')
        : silent,
  }),
  'permissions/qualifier-latest-is-400': onRefusals({
    operations: 'AddPermission',
    members: ['Qualifier', 'StatementId', 'RevisionId'],
    opine: (answered) =>
      isOnKnown(answered) &&
      isLegalId(statementIdOf(answered)) &&
      text(answered.call.input, 'Qualifier') === '$LATEST'
        ? expectStatus(answered, 400)
        : silent,
  }),
  'permissions/illegal-statement-id-is-400': onRefusals({
    operations: 'AddPermission',
    members: ['StatementId', 'RevisionId'],
    opine: (answered) =>
      isOnKnown(answered) &&
      statementIdOf(answered) !== undefined &&
      !isLegalId(statementIdOf(answered))
        ? expectStatus(answered, 400)
        : silent,
  }),
} as const satisfies Readonly<Record<string, Judge>>
