import { modelBody } from './reasons.ts'
import { statementsOf } from './statement.ts'

/** What the rules take from the service model of 2024 alone. It is no list of all that stands there. */
export const serviceModelStatements = statementsOf('model-2024-08-19', {
  CreateFunction: {
    'a success is answered with a function configuration': ['supporting/create-function-body'],
    'takes a name that is free': ['deletion/deleted-name-can-be-used-again'],
  },
  'CreateFunction, ResourceConflictException': {
    'is the answer where the function is there already': [
      'supporting/second-creation-is-refused',
      'supporting/refused-creation-changes-nothing',
    ],
  },
  'CreateFunctionRequest, FunctionName': {
    'is at most 64 characters where it is a name alone': [
      'names/name-of-64-is-accepted',
      'names/name-of-65-is-refused',
    ],
  },
  'CreateFunctionRequest, Publish': {
    'a creation with Publish makes the first version': [
      'supporting/create-with-publish-makes-version',
    ],
    'a creation without it makes no version': [
      'supporting/create-without-publish-makes-no-version',
    ],
  },
  DeleteFunction: {
    'deletes the function beside other calls, too': ['concurrency/deleted-function-stays-deleted'],
    'deletes the function with all that belongs to it': [
      'deletion/deleted-function-is-not-readable',
      'deletion/deleted-name-can-be-used-again',
      'deletion/old-versions-do-not-come-back',
      'deletion/old-aliases-do-not-come-back',
    ],
    'leaves the other functions': ['independence/deletion-leaves-other-functions'],
  },
  'DeleteFunction, ResourceConflictException': {
    'is the answer for a version that an alias points at': [
      'deletion/version-behind-an-alias-is-refused',
    ],
  },
  'DeleteFunction, ResourceNotFoundException': {
    'is the answer where there is no function': ['deletion/unknown-function-is-404'],
  },
  DeleteFunctionRequest: {
    'names function and version to delete, and no other': [
      'independence/versions-are-per-function',
    ],
  },
  'DeleteFunctionRequest, Qualifier': {
    'deletes one version': ['versions/deleted-is-gone'],
    'leaves $LATEST and the other versions': [
      'deletion/leaves-latest',
      'deletion/leaves-other-versions',
    ],
  },
  FunctionConfiguration: {
    [modelBody]: [
      'supporting/create-function-body',
      'supporting/get-function-configuration-body',
      'supporting/update-function-configuration-body',
    ],
    'is the same wherever a version is shown': [
      'listing/items-are-as-read',
      'listing/latest-is-as-read',
    ],
  },
  'FunctionConfiguration, CodeSha256': {
    'is the hash of the package': ['supporting/create-hash-is-of-the-package'],
  },
  GetFunction: {
    'a success is answered with configuration, code and tags': ['supporting/get-function-body'],
  },
  GetFunctionConfiguration: {
    'a success is answered with a function configuration': [
      'supporting/get-function-configuration-body',
    ],
  },
  'GetFunctionConfiguration, ResourceNotFoundException': {
    'is the answer where there is no function': ['deletion/deleted-function-is-not-readable'],
  },
  'GetFunctionConfigurationRequest, FunctionName': {
    'may be a name, an ARN or a part of one': [
      'names/read-by-arn',
      'names/read-by-partial-arn',
      'names/read-by-function-and-name',
      'names/read-of-a-version-by-arn',
    ],
    'stands in the path, where it may be percent-encoded': [
      'names/colons-need-no-encoding',
      'names/encoded-letters-are-letters',
    ],
    'follows the pattern': ['names/read-with-illegal-name-is-refused'],
  },
  'GetFunctionConfigurationRequest, Qualifier': {
    'asks for one version': ['versions/is-readable'],
    'may be an alias': ['aliases/reads-its-version'],
    'names something that is there': ['aliases/unknown-qualifier-is-404'],
  },
  GetFunctionResponse: { [modelBody]: ['supporting/get-function-body'] },
  'GetFunctionResponse, Configuration': {
    'is the configuration of the version asked for': ['versions/get-function-agrees'],
  },
  ListVersionsByFunction: {
    'lists versions that were made beside other calls': ['concurrency/versions-are-kept'],
    'a success is answered with a list of versions': ['supporting/list-versions-body'],
  },
  'ListVersionsByFunctionRequest, FunctionName': {
    'is the function whose versions are meant': ['independence/list-shows-own-versions'],
  },
  'ListVersionsByFunctionRequest, Marker': {
    'leads on from where a page ended': ['listing/pages-make-up-the-list'],
  },
  'ListVersionsByFunctionRequest, MaxItems': {
    'is the most a page holds': ['listing/page-is-no-longer-than-asked'],
  },
  ListVersionsByFunctionResponse: { [modelBody]: ['supporting/list-versions-body'] },
  'ListVersionsByFunctionResponse, NextMarker': {
    'is there while there is more': ['listing/pages-make-up-the-list'],
  },
  'ListVersionsByFunctionResponse, Versions': {
    'holds every version': ['versions/is-listed'],
    'shows each version as it is': ['listing/items-are-as-read', 'listing/latest-is-as-read'],
    'holds no other versions': ['deletion/old-versions-do-not-come-back'],
  },
  PreconditionFailedException: {
    'a RevisionId other than the latest is answered so, with 412': [
      'revision-id/update-configuration-with-made-up-is-refused',
      'revision-id/update-configuration-with-stale-is-refused',
      'revision-id/update-configuration-with-other-functions-is-refused',
      'revision-id/update-configuration-with-versions-is-refused',
      'revision-id/update-configuration-with-aliases-is-refused',
      'revision-id/update-configuration-with-part-is-refused',
      'revision-id/update-configuration-with-other-case-is-refused',
      'aliases/update-with-made-up-is-refused',
      'aliases/update-with-stale-is-refused',
      'aliases/update-with-functions-is-refused',
      'aliases/update-with-versions-is-refused',
      'permissions/add-with-made-up-is-refused',
      'permissions/remove-with-made-up-is-refused',
      'permissions/add-with-stale-is-refused',
      'permissions/remove-with-stale-is-refused',
      'aliases/update-with-other-aliases-is-refused',
    ],
    'an error has a name and a body with the members of its shape': [
      'errors/are-named',
      'errors/body',
    ],
  },
  'PreconditionFailedException, message': {
    'is a text, in this or another shape of error': ['errors/have-a-message'],
  },
  ResourceConflictException: {
    'a call that conflicts with another has done nothing': [
      'concurrency/refused-update-changes-nothing',
      'concurrency/refused-publish-makes-no-version',
    ],
    'what is there already is answered so, with 409': [
      'aliases/duplicate-is-409',
      'permissions/duplicate-statement-id-is-409',
    ],
  },
  ResourceNotFoundException: {
    'what does not exist is answered so, with 404': [
      'aliases/unknown-read-is-404',
      'aliases/unknown-update-is-404',
      'aliases/deleted-is-gone',
      'permissions/no-policy-is-404',
      'aliases/unknown-qualifier-is-404',
    ],
  },
  UpdateFunctionConfiguration: {
    'an update that was accepted is there as a whole, whatever came beside it': [
      'concurrency/accepted-update-is-not-lost',
      'concurrency/updates-are-not-mixed',
    ],
    'changes the configuration of $LATEST and answers with it': [
      'supporting/update-function-configuration-body',
      'supporting/configuration-update-takes-effect',
    ],
    'leaves the other functions': ['independence/configuration-update-leaves-other-functions'],
  },
  UpdateFunctionConfigurationRequest: {
    'holds no code': ['supporting/configuration-update-keeps-code'],
  },
  'UpdateFunctionConfigurationRequest, FunctionName': {
    'may be a name, an ARN or a part of one': [
      'names/update-configuration-by-arn',
      'names/update-configuration-by-partial-arn',
    ],
    'follows the pattern': ['names/update-configuration-with-illegal-name-is-refused'],
  },
  'UpdateFunctionConfigurationRequest, RevisionId': {
    'of several updates with one revision at once no more than one takes effect': [
      'concurrency/one-configuration-update-by-one-revision-id',
      'concurrency/one-update-of-either-kind-by-one-revision-id',
      'concurrency/refused-update-changes-nothing',
    ],
    'is not required': ['revision-id/update-configuration-without-is-accepted'],
    'an update with the revision of the function is accepted': [
      'revision-id/update-configuration-with-current-is-accepted',
    ],
    'an update with any other revision changes nothing': [
      'revision-id/update-configuration-with-made-up-is-refused',
      'revision-id/update-configuration-with-stale-is-refused',
      'revision-id/update-configuration-with-other-functions-is-refused',
      'revision-id/update-configuration-with-versions-is-refused',
      'revision-id/update-configuration-with-aliases-is-refused',
      'revision-id/refused-update-configuration-keeps-configuration',
      'revision-id/refused-update-configuration-keeps-revision',
      'revision-id/update-configuration-with-part-is-refused',
      'revision-id/update-configuration-with-other-case-is-refused',
    ],
    'a function that changed since it was read has another revision': [
      'revision-id/changes-with-configuration',
    ],
  },
  'TooManyRequestsException, retryAfterSeconds': {
    'says in the header Retry-After how many seconds to wait': ['client/heeds-retry-after'],
  },
  'http.responseCode': {
    'each operation has one status of success': ['supporting/success-statuses'],
  },
  errors: {
    'each operation has a list of errors, each error a status': [
      'errors/supporting-are-documented',
    ],
  },
})
