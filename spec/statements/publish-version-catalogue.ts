import { excluded, statementsOf } from './statement.ts'
import { nothingIsInvoked, ofSigning } from './reasons.ts'

/** Document 001, a catalogue of somebody else's that tells of PublishVersion as of 2021. */
export const publishVersionCatalogueStatements = statementsOf('001', {
  'Introduction, paragraph 1': {
    'a publish makes a version of the present code and configuration': [
      'publish-version/snapshots-code',
      'publish-version/snapshots-configuration',
    ],
    'the version does not change any more': [
      'versions/code-stays-after-code-update',
      'versions/configuration-stays-after-configuration-update',
      'versions/stays-after-later-publish',
    ],
  },
  'Introduction, paragraph 2': {
    'nothing is published while code and configuration are those of the last version': [
      'no-change/repeat-publish-returns-same-version',
      'no-change/repeat-publish-adds-no-version',
    ],
    'after UpdateFunctionCode or UpdateFunctionConfiguration there is something to publish': [
      'no-change/code-change-makes-version',
      'no-change/configuration-change-makes-version',
    ],
  },
  'Introduction, paragraph 3': {
    'a client can invoke a version, by its number or by an alias': nothingIsInvoked,
    'an alias is made with CreateAlias': ['aliases/new-one-is-accepted'],
  },
  'Request Syntax': {
    'a publish is a POST to /2015-03-31/functions/FunctionName/versions': [
      'publish-version/success-is-201',
    ],
  },
  'Path parameters, FunctionName': {
    'is a string and required': excluded(
      'without it the path is another one, and the call another operation',
    ),
    'is the name of the function': ['publish-version/unknown-function-is-404'],
    'may be the full ARN of the function': ['names/publish-by-arn'],
    'may be the account and the name: 123456789012:function:name': ['names/publish-by-partial-arn'],
    'is at most 64 characters where it is a name alone': [
      'names/name-of-64-is-accepted',
      'names/name-of-65-is-refused',
    ],
  },
  'Request headers, Content-Type': {
    'is application/json, and required': ['publish-version/success-is-201'],
  },
  'Request headers, X-Amz-*': {
    'hash, credential, date, algorithm, signed headers, token and signature are strings, none of them required':
      ofSigning,
  },
  'Request body fields, CodeSha256': {
    'is a string': ['requests/code-sha256-that-is-no-text-is-refused'],
    'is not required': ['code-sha256/absent-is-accepted'],
    'a publish with any other hash than that of the present code makes no version': [
      'code-sha256/wrong-is-refused',
      'code-sha256/refused-publish-makes-no-version',
    ],
    'the hash of what was uploaded is in the reply of UpdateFunctionCode': [
      'code-sha256/right-is-accepted',
    ],
  },
  'Request body fields, RevisionId': {
    'is a string': ['requests/publish-revision-id-that-is-no-text-is-refused'],
    'is not required': ['revision-id/publish-without-is-accepted'],
    'a publish with any other revision than the present one makes no version': [
      'revision-id/publish-with-made-up-is-refused',
      'revision-id/publish-with-stale-is-refused',
      'revision-id/refused-publish-makes-no-version',
    ],
    'a changed configuration has another revision': ['revision-id/changes-with-configuration'],
  },
  'Request body fields, Description': {
    'is a string': ['requests/description-that-is-no-text-is-refused'],
    'is not required': ['publish-version/description-omitted-inherits'],
    'is what the version is described by, in place of the description in the configuration': [
      'publish-version/description-overrides',
    ],
  },
  'How to start integrating': {
    'tells how to call the operation from a workflow': excluded(
      'tells of a product that is not the service',
    ),
  },
})
