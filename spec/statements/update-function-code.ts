import { laterMembers, members, since2024 } from './configuration-members.ts'
import { updateFunctionCodeForClients } from './for-clients.ts'
import {
  fullAccount,
  needsBucket,
  needsImage,
  needsSigning,
  serviceFault,
  unprovable,
} from './reasons.ts'
import { excluded, statementsOf, withMore, type Statements } from './statement.ts'

const judging = {
  body: 'update-function-code/success-body',
  hash: [
    'update-function-code/hash-is-of-the-package',
    'update-function-code/publish-snapshots-the-new-code',
  ],
  size: ['update-function-code/size-is-of-the-package'],
  latestRevision: ['revision-id/reply-is-current', 'revision-id/changes-with-code'],
  version: ['update-function-code/publish-returns-a-version'],
  configuration: ['update-function-code/keeps-configuration'],
  arn: ['names/update-code-by-arn'],
  name: ['names/replies-have-the-bare-name'],
  lastModified: ['update-function-code/dry-run-keeps-last-modified'],
} as const

/** Document 002, as of 2024. */
const sections: Statements['sections'] = {
  'Introduction, paragraph 1': {
    'an update that was accepted is not undone by one beside it': [
      'concurrency/accepted-update-is-not-lost',
    ],
    'a code update changes the code of the function': ['update-function-code/takes-effect'],
    'a code update changes nothing but the code': ['update-function-code/keeps-configuration'],
    'where code signing is on, only a package that somebody trusted has signed is taken':
      needsSigning,
    'a code update is of one function and leaves the others': [
      'independence/code-update-leaves-other-functions',
    ],
  },
  'Introduction, paragraph 2': {
    'a function of package type Image takes its code from ImageUri': needsImage,
  },
  'Introduction, paragraph 3': {
    'a function of package type Zip takes its code from an archive, and needs one': [
      'update-function-code/missing-code-is-refused',
    ],
    'the archive may lie in a bucket, given by S3Bucket and S3Key': needsBucket,
    'the archive may come in the request, as ZipFile': ['update-function-code/success-is-200'],
    'the archive must be one, and not empty': [
      'requests/zip-file-that-is-no-archive-is-refused',
      'requests/empty-zip-file-is-refused',
    ],
    'the archive comes in one way or the other': ['requests/update-from-two-sources-is-refused'],
  },
  'Introduction, paragraph 4': {
    'the code must fit the architecture of the function': excluded(
      'only an invocation shows whether it does',
    ),
  },
  'Introduction, paragraph 5': {
    'no update changes the code of a version once it is published': [
      'versions/code-stays-after-code-update',
      'versions/configuration-stays-after-configuration-update',
      'versions/stays-after-later-publish',
    ],
    'only the unpublished version can be changed': ['names/update-of-a-version-is-refused'],
  },
  'Introduction, note': {
    'the tag of an image is resolved to its digest, and the function stays with that': needsImage,
  },
  'Request Syntax': {
    'a code update is a PUT to /2015-03-31/functions/FunctionName/code with a body of JSON': [
      'update-function-code/success-is-200',
    ],
  },
  'URI Request Parameters, FunctionName': {
    'is required': excluded('without it the path is another one, and the call another operation'),
    'is the name of the function': ['update-function-code/unknown-function-is-404'],
    'may be the full ARN of the function': ['names/update-code-by-arn'],
    'may be the account and the name: 123456789012:function:name': [
      'names/update-code-by-partial-arn',
    ],
    'is at most 64 characters where it is a name alone': [
      'names/name-of-64-is-accepted',
      'names/name-of-65-is-refused',
    ],
    'is at least one character': excluded('without any the path is another one'),
    'is at most 140 characters as an ARN': ['names/overlong-name-is-refused'],
    'follows the pattern': ['names/update-code-with-illegal-name-is-refused'],
    'may carry $LATEST or another qualifier by the pattern': ['names/update-of-latest-by-name'],
  },
  'Request Body': {
    'is a JSON object': [
      'requests/malformed-json-is-refused',
      'requests/body-that-is-no-object-is-refused',
    ],
  },
  'Request Body, Architectures': {
    'is not required': ['update-function-code/success-is-200'],
    'is a list': ['requests/architectures-that-are-no-list-are-refused'],
    'has exactly one item': [
      'requests/update-without-an-architecture-is-refused',
      'requests/update-to-two-architectures-is-refused',
    ],
    'is x86_64 or arm64': ['requests/update-to-an-unknown-architecture-is-refused'],
    'is x86_64 where nothing was said': ['supporting/create-defaults'],
    'a dry run leaves the architecture': ['update-function-code/dry-run-keeps-configuration'],
  },
  'Request Body, DryRun': {
    'is not required': ['update-function-code/takes-effect'],
    'is true or false': ['requests/dry-run-that-is-no-flag-is-refused'],
    'a dry run checks the parameters': [
      'update-function-code/dry-run-is-200',
      'update-function-code/dry-run-with-stale-revision',
      'update-function-code/dry-run-with-current-revision-is-200',
      'update-function-code/dry-run-of-no-archive-is-refused',
      'update-function-code/dry-run-of-unknown-function-is-404',
    ],
    'a dry run checks the permissions of the caller': excluded(
      'needs callers with fewer permissions',
    ),
    'a dry run leaves the code of the function': [
      'update-function-code/dry-run-keeps-code',
      'update-function-code/dry-run-keeps-revision',
      'update-function-code/dry-run-makes-no-version',
      'no-change/dry-run-is-no-change',
      'update-function-code/dry-run-keeps-configuration',
      'update-function-code/dry-run-keeps-last-modified',
    ],
    'a dry run is answered like an update': ['update-function-code/dry-run-hash'],
  },
  'Request Body, ImageUri': {
    'is not required': ['update-function-code/success-is-200'],
    'is a string': ['requests/image-uri-that-is-no-text-is-refused'],
    'is the image of the function in a registry': needsImage,
    'is not for a function made from an archive': ['requests/image-for-a-zip-function-is-refused'],
  },
  'Request Body, Publish': {
    'the version has the code of this call, also where others upload at the same moment': [
      'concurrency/deployment-publishes-its-own-code',
    ],
    'is not required, and without it no version is made': [
      'update-function-code/without-publish-makes-no-version',
    ],
    'is true or false': ['requests/publish-that-is-no-flag-is-refused'],
    'an update with Publish makes a version of the new code': [
      'update-function-code/publish-returns-a-version',
      'update-function-code/publish-snapshots-the-new-code',
      'update-function-code/publish-updates-latest',
    ],
    'an update with Publish does what an update and a publish after it do': [
      'no-change/publish-after-update-with-publish',
      'update-function-code/publish-same-bytes',
    ],
  },
  'Request Body, RevisionId': {
    'of several updates with one revision at once no more than one takes effect': [
      'concurrency/one-code-update-by-one-revision-id',
      'concurrency/one-update-of-either-kind-by-one-revision-id',
      'concurrency/refused-update-changes-nothing',
      'concurrency/calls-have-an-order',
    ],
    'is not required': ['revision-id/update-code-without-is-accepted'],
    'is a string': ['requests/update-revision-id-that-is-no-text-is-refused'],
    'an update with the revision of the function is accepted': [
      'revision-id/update-code-with-current-is-accepted',
      'update-function-code/dry-run-with-current-revision-is-200',
    ],
    'an update with any other revision changes nothing': [
      'revision-id/update-code-with-made-up-is-refused',
      'revision-id/update-code-with-stale-is-refused',
      'revision-id/update-code-with-other-functions-is-refused',
      'revision-id/update-code-with-versions-is-refused',
      'revision-id/update-code-with-aliases-is-refused',
      'revision-id/refused-update-code-keeps-code',
      'revision-id/refused-update-code-keeps-revision',
      'revision-id/refused-update-code-makes-no-version',
      'no-change/refused-update-is-no-change',
      'revision-id/update-code-with-part-is-refused',
      'revision-id/update-code-with-other-case-is-refused',
    ],
    'a function that changed since it was read has another revision': [
      'revision-id/changes-with-code',
      'revision-id/is-not-given-twice',
    ],
    'a function that did not change since it was read has the same revision': [
      'revision-id/stays-when-read',
    ],
  },
  'Request Body, S3Bucket': {
    'is not required': ['update-function-code/success-is-200'],
    'is a string': unprovable,
    'is a bucket in the region of the function, of whatever account': needsBucket,
    'is for functions made from an archive': needsImage,
    'is at least 3 characters': ['requests/bucket-of-2-is-refused'],
    'is at most 63 characters': ['requests/bucket-of-64-is-refused'],
    'follows the pattern, which allows no dot at the end': [
      'requests/bucket-with-a-dot-at-its-end-is-refused',
    ],
  },
  'Request Body, S3Key': {
    'is not required': ['update-function-code/success-is-200'],
    'is a string': unprovable,
    'is the key of the archive in the bucket': needsBucket,
    'is for functions made from an archive': needsImage,
    'is at least 1 character': ['requests/empty-key-is-refused'],
    'is at most 1024 characters': ['requests/key-of-1025-is-refused'],
  },
  'Request Body, S3ObjectVersion': {
    'is not required': ['update-function-code/success-is-200'],
    'is a string': unprovable,
    'is the version of the object in the bucket': needsBucket,
    'is at least 1 character': ['requests/empty-object-version-is-refused'],
    'is at most 1024 characters': ['requests/object-version-of-1025-is-refused'],
  },
  'Request Body, ZipFile': {
    'is not required': needsBucket,
    'is the archive in base64': [
      'update-function-code/hash-is-of-the-package',
      'update-function-code/size-is-of-the-package',
      'requests/zip-file-not-in-base64-is-refused',
    ],
    'is for functions made from an archive': needsImage,
    'clients of AWS encode it for the caller': ['client/keeps-zip-file'],
  },
  'Response Syntax': {
    'the body is sent as application/json': ['update-function-code/content-type'],
    'the body has the members listed': ['update-function-code/success-body'],
  },
  'Response Elements': {
    'success is 200': [
      'update-function-code/success-is-200',
      'update-function-code/dry-run-is-200',
    ],
    'the data of a success is JSON': ['update-function-code/success-body'],
  },
  ...withMore(members(judging), since2024),
  ...laterMembers(judging),
  Errors: {
    'an error has one of the names listed, or one common to all operations': [
      'update-function-code/errors-are-documented',
    ],
  },
  'Errors, CodeSigningConfigNotFoundException': {
    'a code signing configuration that does not exist is answered so, with 404': needsSigning,
  },
  'Errors, CodeStorageExceededException': {
    'an account that is full is answered so, with 400': fullAccount,
  },
  'Errors, CodeVerificationFailedException': {
    'a signature that fails a check is answered so, with 400, where that is enforced': needsSigning,
  },
  'Errors, InvalidCodeSignatureException': {
    'a signature that is broken is answered so, with 400': needsSigning,
  },
  'Errors, InvalidParameterValueException': {
    'a parameter that is not valid is answered so, with 400': [
      'update-function-code/missing-code-is-refused',
      'requests/image-for-a-zip-function-is-refused',
      'requests/zip-file-that-is-no-archive-is-refused',
    ],
    'what was refused so has changed nothing': ['requests/refused-request-changes-nothing'],
  },
  'Errors, PreconditionFailedException': {
    'a RevisionId other than the latest is answered so, with 412': [
      'revision-id/update-code-with-made-up-is-refused',
      'revision-id/update-code-with-stale-is-refused',
      'revision-id/update-code-with-other-functions-is-refused',
      'revision-id/update-code-with-versions-is-refused',
      'revision-id/update-code-with-aliases-is-refused',
      'revision-id/update-code-with-part-is-refused',
      'revision-id/update-code-with-other-case-is-refused',
    ],
    'the latest RevisionId of a function is in the reply of GetFunction': [
      'revision-id/update-code-with-current-is-accepted',
    ],
    'the latest RevisionId of an alias is in the reply of GetAlias': [
      'aliases/update-with-current-is-accepted',
    ],
  },
  'Errors, ResourceConflictException': {
    'another operation being in progress is answered so, with 409': [
      'update-function-code/update-in-progress-is-409',
      'update-function-code/pending-function-is-409',
    ],
    'a resource that is there already is answered so, with 409': excluded(
      'an update makes nothing that the caller names',
    ),
  },
  'Errors, ResourceNotFoundException': {
    'a function that does not exist is answered so, with 404': [
      'update-function-code/unknown-function-is-404',
      'deletion/deleted-function-cannot-be-updated',
      'update-function-code/dry-run-of-unknown-function-is-404',
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
      'update-function-code/errors-are-documented',
    ],
  },
}

export const updateFunctionCodeStatements = statementsOf(
  '002',
  withMore(sections, updateFunctionCodeForClients),
)
