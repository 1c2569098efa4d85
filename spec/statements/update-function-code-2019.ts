import { members } from './configuration-members.ts'
import { fullAccount, needsBucket, serviceFault } from './reasons.ts'
import { excluded, statementsOf } from './statement.ts'

/** Document 004, as of 2019. The copy at hand has lost the names of members and errors; they follow from order and wording. */
export const updateFunctionCode2019Statements = statementsOf('004', {
  'Introduction, paragraph 1': {
    'a code update changes the code of the function': ['update-function-code/takes-effect'],
  },
  'Introduction, paragraph 2': {
    'no update changes the code of a version once it is published': [
      'versions/code-stays-after-code-update',
      'versions/stays-after-later-publish',
    ],
    'only the unpublished version can be changed': ['names/update-of-a-version-is-refused'],
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
    'is at most 140 characters as an ARN': ['names/overlong-name-is-refused'],
    'follows the pattern, perhaps with a qualifier': [
      'names/update-code-with-illegal-name-is-refused',
      'names/update-of-latest-by-name',
    ],
  },
  'Request Body, DryRun': {
    'is true or false, and not required': [
      'requests/dry-run-that-is-no-flag-is-refused',
      'update-function-code/takes-effect',
    ],
    'a dry run checks the parameters': ['update-function-code/dry-run-is-200'],
    'a dry run checks the permissions of the caller': excluded(
      'needs callers with fewer permissions',
    ),
    'a dry run leaves the code of the function': ['update-function-code/dry-run-keeps-code'],
  },
  'Request Body, Publish': {
    'is true or false, and not required': ['update-function-code/without-publish-makes-no-version'],
    'an update with Publish makes a version of the new code': [
      'update-function-code/publish-returns-a-version',
      'update-function-code/publish-snapshots-the-new-code',
    ],
    'an update with Publish does what an update and a publish after it do': [
      'no-change/publish-after-update-with-publish',
    ],
  },
  'Request Body, RevisionId': {
    'is a string': ['requests/update-revision-id-that-is-no-text-is-refused'],
    'is not required': ['revision-id/update-code-without-is-accepted'],
    'an update with any other revision than the present one changes nothing': [
      'revision-id/update-code-with-made-up-is-refused',
      'revision-id/update-code-with-stale-is-refused',
      'revision-id/refused-update-code-keeps-code',
    ],
    'a function that changed since it was read has another revision': [
      'revision-id/changes-with-code',
      'revision-id/is-not-given-twice',
    ],
  },
  'Request Body, S3Bucket': {
    'is a bucket in the region of the function, of whatever account': needsBucket,
    'is 3 to 63 characters': [
      'requests/bucket-of-2-is-refused',
      'requests/bucket-of-64-is-refused',
    ],
    'follows the pattern, which allows no dot at the end': [
      'requests/bucket-with-a-dot-at-its-end-is-refused',
    ],
  },
  'Request Body, S3Key': {
    'is the key of the archive in the bucket': needsBucket,
    'is 1 to 1024 characters': ['requests/empty-key-is-refused', 'requests/key-of-1025-is-refused'],
  },
  'Request Body, S3ObjectVersion': {
    'is the version of the object in the bucket': needsBucket,
    'is 1 to 1024 characters': [
      'requests/empty-object-version-is-refused',
      'requests/object-version-of-1025-is-refused',
    ],
  },
  'Request Body, ZipFile': {
    'is the archive in base64': [
      'update-function-code/hash-is-of-the-package',
      'update-function-code/size-is-of-the-package',
      'requests/zip-file-not-in-base64-is-refused',
    ],
    'clients of AWS encode it for the caller': ['client/keeps-zip-file'],
  },
  'Response Syntax': {
    'the body is sent as application/json': ['update-function-code/content-type'],
    'the body has the members listed': ['update-function-code/success-body'],
  },
  'Response Elements': {
    'success is 200': ['update-function-code/success-is-200'],
    'the data of a success is JSON': ['update-function-code/success-body'],
  },
  ...members({
    body: 'update-function-code/success-body',
    hash: ['update-function-code/hash-is-of-the-package'],
    size: ['update-function-code/size-is-of-the-package'],
    latestRevision: ['revision-id/reply-is-current', 'revision-id/changes-with-code'],
    version: ['update-function-code/publish-returns-a-version'],
    configuration: ['update-function-code/keeps-configuration'],
    arn: ['names/update-code-by-arn'],
    name: ['names/replies-have-the-bare-name'],
    lastModified: ['update-function-code/dry-run-keeps-last-modified'],
  }),
  'Errors, CodeStorageExceededException': {
    'an account that is full is answered so, with 400': fullAccount,
  },
  'Errors, InvalidParameterValueException': {
    'a parameter that is not valid is answered so, with 400': [
      'update-function-code/missing-code-is-refused',
      'requests/zip-file-that-is-no-archive-is-refused',
    ],
    'a role that the service cannot take on is answered so, with 400': excluded(
      'a code update takes no role',
    ),
  },
  'Errors, PreconditionFailedException': {
    'a RevisionId other than the latest is answered so, with 412': [
      'revision-id/update-code-with-made-up-is-refused',
      'revision-id/update-code-with-stale-is-refused',
    ],
    'the latest RevisionId of a function is in the reply of GetFunction': [
      'revision-id/update-code-with-current-is-accepted',
    ],
  },
  'Errors, ResourceNotFoundException': {
    'a function that does not exist is answered so, with 404': [
      'update-function-code/unknown-function-is-404',
    ],
  },
  'Errors, ServiceException': {
    'an internal error is answered so, with 500': serviceFault,
  },
  'Errors, TooManyRequestsException': {
    'too many requests are answered so, with 429': serviceFault,
  },
})
