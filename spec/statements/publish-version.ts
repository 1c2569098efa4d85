import { laterMembers, members, since2024 } from './configuration-members.ts'
import { publishVersionForClients } from './for-clients.ts'
import { fullAccount, needsImage, nothingIsInvoked, serviceFault } from './reasons.ts'
import { excluded, statementsOf, withMore, type Statements } from './statement.ts'

const judging = {
  body: 'publish-version/success-body',
  hash: ['publish-version/snapshots-code'],
  size: ['publish-version/snapshots-code'],
  latestRevision: ['revision-id/is-always-given', 'revision-id/is-not-given-twice'],
  version: ['publish-version/returns-a-numbered-version'],
  configuration: ['publish-version/snapshots-configuration'],
  arn: ['names/publish-by-arn'],
  name: ['names/replies-have-the-bare-name'],
  lastModified: ['publish-version/keeps-last-modified'],
} as const

/** Document 000, as of 2024. */
const sections: Statements['sections'] = {
  'Introduction, paragraph 1': {
    'the version is what the function was at one moment, whatever is written beside it': [
      'concurrency/version-mixes-no-updates',
      'concurrency/one-number-one-content',
      'concurrency/versions-are-kept',
      'concurrency/calls-have-an-order',
    ],
    'a publish makes a version': [
      'no-change/first-publish-makes-version',
      'publish-version/returns-a-numbered-version',
    ],
    'the version has the present code of the function': ['publish-version/snapshots-code'],
    'the version has the present configuration of the function': [
      'publish-version/snapshots-configuration',
      'publish-version/description-omitted-inherits',
    ],
    'the version does not change any more': [
      'versions/code-stays-after-code-update',
      'versions/configuration-stays-after-configuration-update',
      'versions/stays-after-later-publish',
      'deletion/leaves-other-versions',
      'independence/versions-are-per-function',
    ],
    'a version is one of its own beside the others': ['versions/number-is-new'],
    'a publish is of one function and leaves the others': [
      'independence/publish-leaves-other-functions',
    ],
  },
  'Introduction, paragraph 2': {
    'several publishes of one change at once make one version': [
      'concurrency/publishes-of-one-change-make-one-version',
    ],
    'nothing is published while code and configuration are those of the last version': [
      'no-change/repeat-publish-returns-same-version',
      'no-change/repeat-publish-adds-no-version',
      'no-change/new-description-is-no-change',
      'no-change/read-is-no-change',
      'no-change/alias-is-no-change',
      'no-change/refused-update-is-no-change',
      'no-change/dry-run-is-no-change',
      'no-change/publish-after-update-with-publish',
      'no-change/publish-after-create-with-publish',
      'code-sha256/right-is-accepted-when-nothing-changed',
      'preconditions/both-right-when-nothing-changed',
      'preconditions/wrong-revision-when-nothing-changed',
      'no-change/refused-publish-is-no-change',
      'independence/no-change-is-per-function',
      'permissions/is-no-change',
    ],
    'what was uploaded or set again just as it was is no change, or is one': [
      'no-change/change-and-back',
      'no-change/same-bytes-again',
      'no-change/same-configuration-again',
    ],
    'after UpdateFunctionCode there is something to publish': [
      'no-change/code-change-makes-version',
    ],
    'after UpdateFunctionConfiguration there is something to publish': [
      'no-change/configuration-change-makes-version',
      'no-change/description-change-makes-version',
      'no-change/environment-change-makes-version',
      'no-change/handler-change-makes-version',
      'no-change/memory-size-change-makes-version',
      'no-change/timeout-change-makes-version',
      'no-change/runtime-change-makes-version',
      'no-change/tracing-config-change-makes-version',
      'no-change/layers-change-makes-version',
      'no-change/ephemeral-storage-change-makes-version',
      'no-change/logging-config-change-makes-version',
    ],
    'network, file systems, key, dead letter queue, role, image settings, SnapStart and architecture count as changes too':
      excluded(
        'need resources of other services, cost money, or are refused for the runtime used; every other kind is judged',
      ),
  },
  'Introduction, paragraph 3': {
    'a client can invoke a version, by its number or by an alias': nothingIsInvoked,
    'an alias is made with CreateAlias': ['aliases/new-one-is-accepted'],
  },
  'Request Syntax': {
    'a publish is a POST to /2015-03-31/functions/FunctionName/versions with a body of JSON': [
      'publish-version/success-is-201',
    ],
  },
  'URI Request Parameters, FunctionName': {
    'is required': excluded('without it the path is another one, and the call another operation'),
    'is the name of the function': ['publish-version/unknown-function-is-404'],
    'may be the full ARN of the function': ['names/publish-by-arn'],
    'may be the account and the name: 123456789012:function:name': ['names/publish-by-partial-arn'],
    'is at most 64 characters where it is a name alone': [
      'names/name-of-64-is-accepted',
      'names/name-of-65-is-refused',
    ],
    'is at least one character': excluded('without any the path is another one'),
    'is at most 140 characters as an ARN': ['names/overlong-name-is-refused'],
    'follows the pattern': ['names/publish-with-illegal-name-is-refused'],
    'may carry $LATEST or another qualifier by the pattern': [
      'names/publish-of-latest-by-name',
      'names/publish-of-a-version-by-name',
    ],
  },
  'Request Body': {
    'is a JSON object': [
      'requests/malformed-json-is-refused',
      'requests/body-that-is-no-object-is-refused',
    ],
    'may be left out, or not': ['requests/publish-with-empty-body'],
  },
  'Request Body, CodeSha256': {
    'what is published has this hash, also where others upload at the same moment': [
      'concurrency/checked-publish-publishes-that-code',
    ],
    'is not required': ['code-sha256/absent-is-accepted'],
    'is a string': ['requests/code-sha256-that-is-no-text-is-refused'],
    'a publish with the hash of the present code is accepted': [
      'code-sha256/right-is-accepted',
      'code-sha256/right-is-accepted-when-nothing-changed',
      'preconditions/both-right-is-accepted',
      'preconditions/both-right-when-nothing-changed',
    ],
    'a publish with any other hash makes no version': [
      'code-sha256/wrong-is-refused',
      'code-sha256/previous-is-refused',
      'code-sha256/last-published-is-refused',
      'code-sha256/other-case-is-refused',
      'code-sha256/hex-is-refused',
      'code-sha256/empty',
      'code-sha256/wrong-is-refused-when-nothing-changed',
      'code-sha256/refused-publish-makes-no-version',
      'code-sha256/refused-publish-keeps-revision',
      'preconditions/wrong-hash-beside-current-revision-is-400',
      'preconditions/both-wrong-is-refused',
      'preconditions/refused-publish-makes-no-version',
      'code-sha256/part-is-refused',
    ],
    'the hash of what was uploaded is in the reply of UpdateFunctionCode': [
      'code-sha256/right-is-accepted',
    ],
  },
  'Request Body, Description': {
    'is not required': ['publish-version/description-omitted-inherits'],
    'is a string': ['requests/description-that-is-no-text-is-refused'],
    'is what the version is described by, in place of the description in the configuration': [
      'publish-version/description-overrides',
    ],
    'may be empty': ['publish-version/empty-description'],
    'is at most 256 characters': [
      'publish-version/description-of-257-is-refused',
      'publish-version/description-of-256-is-accepted',
      'requests/publish-description-counts-characters',
    ],
  },
  'Request Body, RevisionId': {
    'what is published had this revision, also where others write at the same moment': [
      'concurrency/guarded-publish-publishes-what-was-seen',
      'concurrency/refused-publish-makes-no-version',
    ],
    'is not required': ['revision-id/publish-without-is-accepted'],
    'is a string': ['requests/publish-revision-id-that-is-no-text-is-refused'],
    'a publish with the revision of the function is accepted': [
      'revision-id/publish-with-current-is-accepted',
      'preconditions/both-right-is-accepted',
      'preconditions/both-right-when-nothing-changed',
    ],
    'a publish with any other revision makes no version': [
      'revision-id/publish-with-made-up-is-refused',
      'revision-id/publish-with-stale-is-refused',
      'revision-id/publish-with-other-functions-is-refused',
      'revision-id/publish-with-versions-is-refused',
      'revision-id/publish-with-aliases-is-refused',
      'revision-id/refused-publish-makes-no-version',
      'revision-id/refused-publish-keeps-revision',
      'preconditions/wrong-revision-beside-right-hash-is-412',
      'preconditions/wrong-revision-when-nothing-changed',
      'preconditions/both-wrong-is-refused',
      'preconditions/refused-publish-makes-no-version',
      'revision-id/publish-with-part-is-refused',
      'revision-id/publish-with-other-case-is-refused',
      'revision-id/empty',
    ],
    'a changed configuration has another revision': ['revision-id/changes-with-configuration'],
    'another function being changed leaves the revision': [
      'independence/revision-stays-when-another-function-changes',
      'independence/revision-is-still-current',
    ],
  },
  'Response Syntax': {
    'the body is sent as application/json': ['publish-version/content-type'],
    'the body has the members listed': ['publish-version/success-body'],
  },
  'Response Elements': {
    'success is 201': ['publish-version/success-is-201', 'no-change/repeat-publish-is-201'],
    'the data of a success is JSON': ['publish-version/success-body'],
  },
  ...withMore(withMore(members(judging), since2024), {
    'Response Elements, Runtime': {
      'is refused for a container image': needsImage,
      'a function of a deprecated runtime can some time later be neither made nor updated':
        excluded("when that begins is the subject's choice, and differs with each runtime"),
    },
  }),
  ...laterMembers(judging),
  Errors: {
    'an error has one of the names listed, or one common to all operations': [
      'publish-version/errors-are-documented',
    ],
  },
  'Errors, CodeStorageExceededException': {
    'an account that is full is answered so, with 400': fullAccount,
  },
  'Errors, InvalidParameterValueException': {
    'a parameter that is not valid is answered so, with 400': [
      'code-sha256/wrong-is-refused',
      'code-sha256/previous-is-refused',
      'code-sha256/last-published-is-refused',
      'code-sha256/other-case-is-refused',
      'code-sha256/part-is-refused',
    ],
    'what was refused so has changed nothing': ['requests/refused-request-changes-nothing'],
  },
  'Errors, PreconditionFailedException': {
    'a RevisionId other than the latest is answered so, with 412': [
      'revision-id/publish-with-made-up-is-refused',
      'revision-id/publish-with-stale-is-refused',
      'revision-id/publish-with-other-functions-is-refused',
      'revision-id/publish-with-versions-is-refused',
      'revision-id/publish-with-aliases-is-refused',
      'revision-id/publish-with-part-is-refused',
      'revision-id/publish-with-other-case-is-refused',
    ],
    'the latest RevisionId of a function is in the reply of GetFunction': [
      'revision-id/publish-with-current-is-accepted',
    ],
    'the latest RevisionId of an alias is in the reply of GetAlias': [
      'aliases/update-with-current-is-accepted',
    ],
    'the latest RevisionId for AddPermission and RemovePermission is in the reply of GetPolicy': [
      'permissions/add-with-current-is-accepted',
      'permissions/remove-with-current-is-accepted',
    ],
  },
  'Errors, ResourceConflictException': {
    'another operation being in progress is answered so, with 409': [
      'publish-version/update-in-progress-is-409',
      'publish-version/pending-function-is-409',
    ],
    'a resource that is there already is answered so, with 409': excluded(
      'a publish makes nothing that the caller names',
    ),
  },
  'Errors, ResourceNotFoundException': {
    'a function that does not exist is answered so, with 404': [
      'publish-version/unknown-function-is-404',
      'deletion/deleted-function-cannot-be-published',
    ],
  },
  'Errors, ServiceException': {
    'an internal error is answered so, with 500': serviceFault,
  },
  'Errors, TooManyRequestsException': {
    'too many requests are answered so, with 429': serviceFault,
  },
  'Common Errors': {
    'errors of other names come from a list common to all services': [
      'publish-version/errors-are-documented',
    ],
  },
}

export const publishVersionStatements = statementsOf(
  '000',
  withMore(sections, publishVersionForClients),
)
