import { modelBody } from './reasons.ts'
import { statementsOf } from './statement.ts'

/** Aliases and policies. */
export const aliasAndPolicyModelStatements = statementsOf('model-2024-08-19', {
  AddPermission: {
    'a success is answered with the statement': ['supporting/add-permission-body'],
    'leaves the other functions': ['independence/alias-or-permission-leaves-other-functions'],
    'adds a statement to the policy, which may be removed again': [
      'permissions/policy-shows-the-statement',
      'permissions/policy-holds-all-statements',
      'permissions/removed-statement-is-gone',
      'permissions/removal-leaves-the-others',
    ],
  },
  'AddPermissionRequest, Qualifier': {
    'names the version or alias the policy is for': ['permissions/version-has-its-own-policy'],
  },
  'AddPermissionRequest, RevisionId': {
    'a call with the revision of the policy is accepted': [
      'permissions/add-with-current-is-accepted',
    ],
    'a call with any other revision changes nothing': [
      'permissions/add-with-made-up-is-refused',
      'permissions/add-with-stale-is-refused',
      'permissions/refused-add-keeps-statements',
      'permissions/refused-add-keeps-revision-id',
    ],
  },
  AddPermissionResponse: { [modelBody]: ['supporting/add-permission-body'] },
  'AddPermissionResponse, Statement': {
    'is the statement that was added': ['permissions/add-returns-the-statement'],
  },
  Alias: {
    'is no number': ['aliases/all-digits-name-is-400'],
  },
  AliasConfiguration: {
    [modelBody]: [
      'supporting/create-alias-body',
      'supporting/get-alias-body',
      'supporting/update-alias-body',
    ],
  },
  'AliasConfiguration, Description': {
    'stays until the alias is updated': ['aliases/refused-call-keeps-description'],
  },
  'AliasConfiguration, FunctionVersion': {
    'is the version the alias points at': [
      'aliases/create-shows-name-and-version',
      'aliases/read-shows-what-was-created',
      'aliases/reads-its-version',
    ],
    'stays until the alias is updated': [
      'aliases/publish-does-not-move-it',
      'aliases/refused-call-keeps-version',
    ],
  },
  'AliasConfiguration, Name': {
    'is the name of the alias': ['aliases/create-shows-name-and-version'],
  },
  'AliasConfiguration, RevisionId': {
    'is the revision of the alias, which changes with it': [
      'aliases/has-a-revision-id',
      'aliases/refused-call-keeps-revision-id',
    ],
  },
  CreateAlias: {
    'a success is answered with the alias': ['supporting/create-alias-body'],
    'makes an alias for a version': [
      'aliases/new-one-is-accepted',
      'aliases/publish-does-not-move-it',
    ],
  },
  GetAlias: {
    'a success is answered with the alias': ['supporting/get-alias-body'],
    'shows the alias as it was made or updated': ['aliases/read-shows-what-was-created'],
    'needs an alias that is there': ['aliases/unknown-read-is-404', 'aliases/deleted-is-gone'],
  },
  'GetAlias, ResourceNotFoundException': {
    'is the answer where there is no alias': ['deletion/old-aliases-do-not-come-back'],
  },
  'GetAliasRequest, FunctionName': {
    'is the function whose alias is meant': ['independence/aliases-are-per-function'],
  },
  GetPolicy: {
    'a success is answered with the policy': ['supporting/get-policy-body'],
    'needs a policy that is there': ['permissions/no-policy-is-404'],
  },
  GetPolicyResponse: { [modelBody]: ['supporting/get-policy-body'] },
  'GetPolicyResponse, Policy': {
    'holds the statements there are, and no others': [
      'permissions/policy-shows-the-statement',
      'permissions/policy-holds-all-statements',
      'permissions/removed-statement-is-gone',
      'permissions/removal-leaves-the-others',
      'permissions/refused-add-keeps-statements',
      'permissions/refused-remove-keeps-statements',
    ],
  },
  'GetPolicyResponse, RevisionId': {
    'is the revision of the policy': [
      'permissions/policy-has-a-revision-id',
      'permissions/refused-add-keeps-revision-id',
      'permissions/refused-remove-keeps-revision-id',
    ],
  },
  RemovePermission: {
    'needs a statement that is there': ['permissions/unknown-statement-removed-is-404'],
  },
  'RemovePermissionRequest, RevisionId': {
    'a call with the revision of the policy is accepted': [
      'permissions/remove-with-current-is-accepted',
    ],
    'a call with any other revision changes nothing': [
      'permissions/remove-with-made-up-is-refused',
      'permissions/remove-with-stale-is-refused',
      'permissions/refused-remove-keeps-statements',
      'permissions/refused-remove-keeps-revision-id',
    ],
  },
  StatementId: {
    'holds letters, digits, hyphens and underscores alone': [
      'permissions/illegal-statement-id-is-400',
    ],
  },
  UpdateAlias: {
    'a success is answered with the alias': ['supporting/update-alias-body'],
    'changes version and description of the alias': [
      'aliases/update-moves-it',
      'aliases/update-changes-its-description',
    ],
    'needs an alias that is there': ['aliases/unknown-update-is-404'],
    'leaves the other functions': ['independence/alias-or-permission-leaves-other-functions'],
  },
  UpdateAliasRequest: {
    'leaves what it does not give': ['aliases/update-keeps-what-is-not-given'],
  },
  'UpdateAliasRequest, Description': {
    'is the description from now on': ['aliases/update-changes-its-description'],
  },
  'UpdateAliasRequest, FunctionName': {
    'is the function whose alias is meant': ['independence/aliases-are-per-function'],
  },
  'UpdateAliasRequest, FunctionVersion': {
    'is the version the alias points at from now on': ['aliases/update-moves-it'],
  },
  'UpdateAliasRequest, RevisionId': {
    'of several updates with one revision at once no more than one takes effect': [
      'concurrency/one-alias-update-by-one-revision-id',
      'concurrency/refused-alias-update-changes-nothing',
    ],
    'an update with the revision of the alias is accepted': [
      'aliases/update-with-current-is-accepted',
    ],
    'an update with any other revision changes nothing': [
      'aliases/update-with-made-up-is-refused',
      'aliases/update-with-stale-is-refused',
      'aliases/update-with-functions-is-refused',
      'aliases/update-with-versions-is-refused',
      'aliases/refused-call-keeps-version',
      'aliases/refused-call-keeps-description',
      'aliases/refused-call-keeps-revision-id',
      'aliases/update-with-other-aliases-is-refused',
    ],
    'a revision of before is not current again': ['aliases/revision-id-does-not-come-back'],
  },
})
