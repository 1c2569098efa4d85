import type { Statements } from './statement.ts'

type Sections = Statements['sections']

/** What a document says of one operation means this to who calls it by way of a client. */
const calls: Sections = {
  'Request Syntax': {
    'a call is asked for in this way and in no other': [
      'client/request-is-of-the-api',
      'client/request-is-valid',
      'client/valid-call-is-sent',
    ],
  },
  'Response Elements': {
    'such a reply says that the call was carried out, which is then done': [
      'client/success-is-not-repeated',
      'client/success-is-no-error',
    ],
    'without such a reply, and the whole of it, nobody knows of a success': [
      'client/lost-connection-is-told',
      'client/cut-reply-is-no-success',
    ],
    'the data are for the caller, all of them and no others': [
      'client/output-keeps-members',
      'client/output-invents-nothing',
    ],
  },
  Errors: {
    'a call that is not answered with success is answered with an error': [
      'client/answers',
      'client/ends',
      'client/error-is-no-success',
    ],
    'an error has a name, which says what is wrong': ['client/answers', 'client/error-keeps-name'],
    'an error has a status': ['client/error-keeps-status', 'client/error-has-status'],
  },
}

/** Document 000, to callers. */
export const publishVersionForClients: Sections = {
  ...calls,
  'Introduction, paragraph 1': {
    'a publish does nothing but make a version': ['client/changes-nothing-else'],
  },
  'Introduction, paragraph 2': {
    'a publish sent again after it was carried out gives back the version it has made': [
      'client/lost-reply-makes-no-second-version',
      'client/after-a-lost-reply',
    ],
  },
  'URI Request Parameters, FunctionName': {
    'which function is meant is for the caller to say': ['client/keeps-name'],
  },
  'Request Body, CodeSha256': {
    'a CodeSha256 of the caller is what the service compares': ['client/keeps-code-sha256'],
  },
  'Request Body, Description': {
    'whether the description is overridden is for the caller to say': ['client/keeps-description'],
  },
  'Request Body, RevisionId': {
    'a RevisionId of the caller is what the service compares': ['client/keeps-revision-id'],
  },
  'Response Syntax': {
    'a call that succeeds is answered with these members': ['client/answers'],
    'the reply is the end of the call': [
      'client/ends',
      'client/leaves-nothing-running',
      'client/slow-reply-is-waited-for',
    ],
  },
  'Errors, InvalidParameterValueException': {
    'the parameters are at fault, and are the same in the same call': [
      'client/bad-request-is-not-retried',
    ],
  },
  'Errors, PreconditionFailedException': {
    'it is this error that tells a caller to read the function again': ['client/error-keeps-name'],
    'a RevisionId that is not the latest does not become so': [
      'client/precondition-is-not-retried',
    ],
    'it says nothing of an earlier request with the same RevisionId': [
      'client/lost-reply-is-no-false-412',
    ],
  },
  'Errors, ResourceConflictException': {
    'another operation is in progress until it ends, which a read shows': [
      'client/conflict-is-not-retried-blindly',
    ],
  },
  'Errors, ResourceNotFoundException': {
    'what the call names is missing, and the call does not make it': [
      'client/missing-is-not-retried',
    ],
  },
  'Errors, ServiceException': {
    'the fault is on the side of the service, and may last': [
      'client/retries-are-bounded',
      'client/after-a-service-fault',
    ],
    'a call that fails so to the end has this as its answer': ['client/last-error-is-told'],
  },
  'Errors, TooManyRequestsException': {
    'the caller asks too often: more requests make it no better': [
      'client/retries-are-bounded',
      'client/storms-nothing',
      'client/backs-off',
      'client/after-throttling',
    ],
    'a call that is refused so to the end has this as its answer': ['client/last-error-is-told'],
  },
}

/** Document 002, to callers. */
export const updateFunctionCodeForClients: Sections = {
  ...calls,
  'Introduction, paragraph 1': {
    'a code update does nothing that its caller has not asked for': ['client/changes-nothing-else'],
  },
  'URI Request Parameters, FunctionName': {
    'which function is meant is for the caller to say': ['client/keeps-name'],
  },
  'Request Body, Architectures': {
    'whether the architecture is set is for the caller to say': ['client/keeps-architectures'],
  },
  'Request Body, DryRun': {
    'whether anything is changed is for the caller to say': ['client/keeps-dry-run'],
  },
  'Request Body, Publish': {
    'whether a version is made is for the caller to say': ['client/keeps-publish'],
  },
  'Request Body, RevisionId': {
    'a RevisionId of the caller is what the service compares': ['client/keeps-revision-id'],
  },
  'Request Body, S3Key': {
    'which object is meant is for the caller to say': ['client/keeps-other-members'],
  },
  'Response Elements, LastUpdateStatus': {
    'InProgress is no success': ['client/no-early-success', 'client/wait-ends-when-settled'],
    'Successful is the end of the update': [
      'client/wait-ends-when-settled',
      'client/wait-goes-no-further',
    ],
    'Failed says of an update that was accepted that it failed': ['client/failed-update-is-told'],
  },
  'Errors, PreconditionFailedException': {
    'a RevisionId that is not the latest does not become so': [
      'client/precondition-is-not-retried',
    ],
  },
}

/** Document 003, to callers. */
export const publishLayerVersionForClients: Sections = {
  ...calls,
  'Introduction, paragraph 1': {
    'a layer publish does nothing but make a version of the layer': ['client/changes-nothing-else'],
    'a layer publish sent again makes a second version': [
      'client/success-is-not-repeated',
      'client/lost-reply-makes-no-second-layer-version',
      'client/after-a-lost-reply',
    ],
  },
  'URI Request Parameters, LayerName': {
    'which layer is meant is for the caller to say': ['client/keeps-name'],
  },
  'Request Body, CompatibleRuntimes': {
    'what the layer is for is for the caller to say': ['client/keeps-other-members'],
  },
  'Request Body, Content': {
    'the archive of the caller is what the layer is made from': ['client/keeps-zip-file'],
  },
  'Request Body, Description': {
    'the description is the one that the caller gives': ['client/keeps-description'],
  },
  'Request Body, LicenseInfo': {
    'the licence is the one that the caller gives': ['client/keeps-other-members'],
  },
}
