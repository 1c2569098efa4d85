import type { OperationName } from '../operations.ts'
import { fact, model, publishVersion } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

type Change = {
  readonly operation: 'AddPermission' | 'RemovePermission'
  readonly does: string
  readonly request: string
}
const add: Change = {
  operation: 'AddPermission',
  does: 'adding a permission',
  request: 'AddPermissionRequest',
}
const remove: Change = {
  operation: 'RemovePermission',
  does: 'the removal of a permission',
  request: 'RemovePermissionRequest',
}

const given = 'permissions/policy-has-a-revision-id'
const steady = 'permissions/revision-id-stays-when-read'
const shown = 'permissions/policy-shows-the-statement'
const removed = 'permissions/removed-statement-is-gone'

const accepted = ({ operation, does, request }: Change): Rule => ({
  title: `${does} with the current RevisionId of the policy is accepted`,
  level: 'must',
  basis: 'documented',
  cites: [model(request, 'RevisionId'), publishVersion('Errors', 'PreconditionFailedException')],
  needs: [operation, 'GetPolicy'],
  dependsOn: [given, steady],
})

const refused = ({ operation, does, request }: Change, what: string, root?: string): Rule => ({
  title: `${does} with ${what} answers 412 PreconditionFailedException`,
  level: 'must',
  basis: 'documented',
  cites: [model(request, 'RevisionId'), model('PreconditionFailedException'), fact('F018')],
  needs: [operation, 'GetPolicy'],
  ...(root === undefined ? {} : { dependsOn: [root] }),
})

const kept = ({ operation, request }: Change): Rule => ({
  title: `a refused ${operation} leaves the statements of the policy`,
  level: 'must',
  basis: 'documented',
  cites: [model(request, 'RevisionId'), model('GetPolicyResponse', 'Policy')],
  needs: [operation, 'GetPolicy'],
})

const keptRevision = (of: Change, root: string): Rule => ({
  ...kept(of),
  title: `a refused ${of.operation} leaves the RevisionId of the policy`,
  cites: [model(of.request, 'RevisionId'), model('GetPolicyResponse', 'RevisionId')],
  dependsOn: [given, steady, root],
})

const policy = (
  title: string,
  needs: readonly [OperationName, ...OperationName[]],
  ...roots: readonly string[]
): Rule => ({
  title,
  level: 'must',
  basis: 'documented',
  cites: [model('GetPolicyResponse', 'Policy'), model('AddPermission')],
  needs,
  ...(roots.length === 0 ? {} : { dependsOn: roots }),
})

const recorded = (
  title: string,
  number: string,
  needs: readonly [OperationName, ...OperationName[]],
): Rule => ({ title, level: 'should', basis: 'recorded', cites: [fact(number)], needs })

const surveyed = (
  title: string,
  number: string,
  needs: readonly [OperationName, ...OperationName[]],
) => ({ title, level: 'may', basis: 'recorded', cites: [fact(number)], needs }) as const

export const permissionsRules = rulesOf('permissions', {
  'permissions/add-returns-the-statement': {
    title: 'AddPermission returns the statement with the id, the action and the effect asked for',
    level: 'must',
    basis: 'documented',
    cites: [model('AddPermissionResponse', 'Statement')],
    needs: ['AddPermission'],
  },
  'permissions/policy-shows-the-statement': policy('the policy holds the statement just added', [
    'AddPermission',
    'GetPolicy',
  ]),
  'permissions/policy-holds-all-statements': policy(
    'a further statement leaves those that the policy holds',
    ['AddPermission', 'GetPolicy'],
    shown,
  ),
  'permissions/removed-statement-is-gone': policy(
    'a removed statement is in the policy no more',
    ['RemovePermission', 'GetPolicy'],
    shown,
  ),
  'permissions/removal-leaves-the-others': policy(
    'the removal of a statement leaves the others',
    ['RemovePermission', 'GetPolicy'],
    shown,
  ),
  'permissions/policy-has-a-revision-id': {
    title: 'a policy is read with a RevisionId',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F001'), model('GetPolicyResponse', 'RevisionId')],
    needs: ['AddPermission', 'GetPolicy'],
  },
  'permissions/revision-id-stays-when-read': {
    title: 'a policy read twice shows the same RevisionId',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F017')],
    needs: ['GetPolicy'],
  },
  'permissions/another-statement-changes-revision-id': {
    ...recorded('another statement gives the policy another RevisionId', 'F017', [
      'AddPermission',
      'GetPolicy',
    ]),
    dependsOn: [given],
  },
  'permissions/add-with-current-is-accepted': accepted(add),
  'permissions/remove-with-current-is-accepted': accepted(remove),
  'permissions/add-with-made-up-is-refused': refused(add, 'a RevisionId that was never given'),
  'permissions/remove-with-made-up-is-refused': refused(
    remove,
    'a RevisionId that was never given',
  ),
  'permissions/add-with-stale-is-refused': refused(
    add,
    'a RevisionId the policy had before',
    'permissions/add-with-made-up-is-refused',
  ),
  'permissions/remove-with-stale-is-refused': refused(
    remove,
    'a RevisionId the policy had before',
    'permissions/remove-with-made-up-is-refused',
  ),
  'permissions/refused-add-keeps-statements': kept(add),
  'permissions/refused-remove-keeps-statements': kept(remove),
  'permissions/refused-add-keeps-revision-id': keptRevision(
    add,
    'permissions/refused-add-keeps-statements',
  ),
  'permissions/refused-remove-keeps-revision-id': keptRevision(
    remove,
    'permissions/refused-remove-keeps-statements',
  ),
  'permissions/duplicate-statement-id-is-409': {
    ...recorded('a statement id that the policy holds answers 409', 'F085', ['AddPermission']),
    cites: [fact('F085'), model('ResourceConflictException')],
  },
  'permissions/unknown-statement-removed-is-404': {
    ...recorded(
      'the removal of a statement that the policy does not hold answers 404 ResourceNotFoundException',
      'F084',
      ['RemovePermission'],
    ),
    cites: [fact('F084'), model('RemovePermission')],
  },
  'permissions/no-policy-is-404': {
    title: 'a read of the policy where there is none answers 404 ResourceNotFoundException',
    level: 'must',
    basis: 'documented',
    cites: [model('GetPolicy'), model('ResourceNotFoundException'), fact('F084')],
    needs: ['GetPolicy'],
  },
  'permissions/qualifier-latest-is-400': recorded(
    'a permission for the qualifier $LATEST answers 400',
    'F085',
    ['AddPermission'],
  ),
  'permissions/illegal-statement-id-is-400': {
    ...recorded('a statement id with other than letters, digits, - and _ answers 400', 'F085', [
      'AddPermission',
    ]),
    cites: [fact('F085'), model('StatementId')],
  },
  'permissions/version-has-its-own-policy': {
    ...recorded('the policy of a version is apart from that of the function', 'F017', [
      'AddPermission',
      'GetPolicy',
      'PublishVersion',
    ]),
    cites: [fact('F017'), model('AddPermissionRequest', 'Qualifier')],
    dependsOn: [shown, removed],
  },
  'permissions/is-no-change': {
    title: 'a permission is no change: a publish after it returns the existing version',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F028'), publishVersion('Introduction, paragraph 2')],
    needs: ['PublishVersion', 'AddPermission'],
    dependsOn: ['no-change/repeat-publish-returns-same-version'],
  },
  'permissions/publish-and-the-policys-revision-id': surveyed(
    'a new version leaves the RevisionId of the policy or changes it',
    'F017',
    ['PublishVersion', 'GetPolicy'],
  ),
  'permissions/whose-revision-id': surveyed(
    "the RevisionId of a policy is its own or the function's",
    'F017',
    ['AddPermission', 'GetPolicy', 'GetFunctionConfiguration'],
  ),
  'permissions/add-and-latests-revision-id': surveyed(
    'a permission leaves the RevisionId of $LATEST or changes it',
    'Q4',
    ['AddPermission', 'GetFunctionConfiguration'],
  ),
  'permissions/first-with-functions-revision-id': surveyed(
    "the first permission with the function's RevisionId is accepted or refused",
    'Q4',
    ['AddPermission'],
  ),
})
