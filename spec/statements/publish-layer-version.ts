import { publishLayerVersionForClients } from './for-clients.ts'
import {
  fullAccount,
  needsBucket,
  openValues,
  otherOperation,
  ownClock,
  serviceFault,
} from './reasons.ts'
import { excluded, statementsOf, withMore, type Statements } from './statement.ts'

const body = 'publish-layer-version/success-body'
const given = 'publish-layer-version/returns-what-was-given'

/** Document 003, as of 2018. */
const sections: Statements['sections'] = {
  'Introduction, paragraph 1': {
    'layer publishes at once make a version each': [
      'concurrency/layer-numbers-are-distinct',
      'concurrency/layer-versions-are-kept',
    ],
    'a layer publish makes a layer from an archive': ['publish-layer-version/success-is-201'],
    'every layer publish under one name makes a new version': [
      'publish-layer-version/always-a-new-version',
      'publish-layer-version/earlier-versions-stay',
    ],
    'the archive must be one, and not empty': [
      'requests/layer-zip-file-that-is-no-archive-is-refused',
      'requests/layer-empty-zip-file-is-refused',
    ],
  },
  'Introduction, paragraph 2': {
    'a layer is added to a function with CreateFunction or UpdateFunctionConfiguration': [
      'no-change/layers-change-makes-version',
    ],
  },
  'Request Syntax': {
    'a layer publish is a POST to /2018-10-31/layers/LayerName/versions with a body of JSON': [
      'publish-layer-version/success-is-201',
    ],
  },
  'URI Request Parameters, LayerName': {
    'is the name of the layer': ['publish-layer-version/always-a-new-version'],
    'is at least one character': excluded('without any the path is another one'),
    'is at most 140 characters': ['names/overlong-layer-name-is-refused'],
    'may be the ARN of the layer, by the pattern': ['names/layer-publish-by-arn'],
    'has no other characters than the pattern allows': ['names/illegal-layer-name-is-refused'],
  },
  'Request Body': {
    'is a JSON object': [
      'requests/malformed-json-is-refused',
      'requests/body-that-is-no-object-is-refused',
    ],
  },
  'Request Body, CompatibleRuntimes': {
    'is not required': ['publish-layer-version/success-is-201'],
    'is a list': ['requests/compatible-runtimes-that-are-no-list-are-refused'],
    'is the runtimes that the layer is for': [given],
    'filters ListLayerVersions': ['listing/layers-by-runtime'],
    'filters ListLayers': otherOperation,
    'has at most 5 items, later at most 15': [
      'requests/runtimes-at-the-maximum-are-accepted',
      'requests/runtimes-over-the-maximum-are-refused',
    ],
    'holds runtimes of the list alone': ['requests/unknown-runtime-of-a-layer-is-refused'],
  },
  'Request Body, Content': {
    'is of this version, and of no other that is made at the same moment': [
      'concurrency/layer-version-has-its-own-content',
    ],
    'is required': ['publish-layer-version/missing-content-is-refused'],
    'is an object': ['requests/content-that-is-no-object-is-refused'],
    'is the archive of the layer': [
      'publish-layer-version/hash-is-of-the-content',
      'publish-layer-version/size-is-of-the-content',
    ],
    'may carry the archive as ZipFile, in base64': [
      'publish-layer-version/success-is-201',
      'requests/layer-zip-file-not-in-base64-is-refused',
    ],
    'may name an object in a bucket by S3Bucket, S3Key and S3ObjectVersion': needsBucket,
    'names a source': ['requests/empty-content-is-refused'],
  },
  'Request Body, Description': {
    'is not required': ['publish-layer-version/success-is-201'],
    'is a string': ['requests/layer-description-that-is-no-text-is-refused'],
    'describes the version': [given],
    'may be empty': ['requests/layer-empty-description-is-accepted'],
    'is at most 256 characters': [
      'publish-layer-version/description-of-257-is-refused',
      'requests/layer-description-of-256-is-accepted',
      'requests/layer-description-counts-characters',
      'requests/layer-description-of-256-beyond-16-bits',
    ],
  },
  'Request Body, LicenseInfo': {
    'is not required': ['publish-layer-version/success-is-201'],
    'is a string': ['requests/license-info-that-is-no-text-is-refused'],
    'is the licence: an identifier, an address or the text': [given],
    'is at most 512 characters': [
      'publish-layer-version/license-info-of-513-is-refused',
      'requests/license-info-of-512-is-accepted',
    ],
  },
  'Response Syntax': {
    'the body is sent as application/json': ['publish-layer-version/content-type'],
    'the body has the members listed': [body],
  },
  'Response Syntax, Content.CodeSha256': { 'is a string': [body] },
  'Response Syntax, Content.CodeSize': { 'is an integer': [body] },
  'Response Syntax, Content.Location': { 'is a string': [body] },
  'Response Elements': {
    'success is 201': ['publish-layer-version/success-is-201'],
    'the data of a success is JSON': [body],
    'the reply shows what was given': [given],
  },
  'Response Elements, CompatibleRuntimes': {
    'is a list of at most 5 strings, later at most 15': [body],
    'is one of the listed runtimes each': openValues,
    'is the runtimes that the layer is for': [given],
  },
  'Response Elements, Content': {
    'is an object with CodeSha256, CodeSize and Location': [body],
    'tells of the archive of the version': [
      'publish-layer-version/hash-is-of-the-content',
      'publish-layer-version/size-is-of-the-content',
    ],
  },
  'Response Elements, CreatedDate': {
    'is a date and time in ISO 8601': [body],
    'is when the version was made': ownClock,
  },
  'Response Elements, Description': {
    'is a string of at most 256 characters': [body],
    'is the description of the version': [given],
  },
  'Response Elements, LayerArn': {
    'is the ARN of a layer by the pattern, of at most 140 characters': [body],
    'names the layer': ['names/layer-publish-by-arn'],
  },
  'Response Elements, LayerVersionArn': {
    'is the ARN of a layer version by the pattern, of at most 140 characters': [body],
    'names the version': ['publish-layer-version/arn-carries-the-number'],
  },
  'Response Elements, LicenseInfo': {
    'is a string of at most 512 characters': [body],
    'is the licence of the layer': [given],
  },
  'Response Elements, Version': {
    'is an integer': [body],
    'is the number of the version': ['publish-layer-version/arn-carries-the-number'],
  },
  Errors: {
    'an error has one of the names listed, or one common to all operations': [
      'publish-layer-version/errors-are-documented',
    ],
  },
  'Errors, CodeStorageExceededException': {
    'an account that is full is answered so, with 400': fullAccount,
  },
  'Errors, InvalidParameterValueException': {
    'a parameter that is not valid is answered so, with 400': [
      'publish-layer-version/missing-content-is-refused',
      'requests/layer-zip-file-that-is-no-archive-is-refused',
    ],
    'a role that the service cannot take on is answered so, with 400': excluded(
      'no operation of the layers takes a role',
    ),
    'what was refused so has changed nothing': ['requests/refused-request-changes-nothing'],
  },
  'Errors, ResourceNotFoundException': {
    'a resource that does not exist is answered so, with 404': excluded(
      'a layer publish names nothing that must be there before',
    ),
  },
  'Errors, ServiceException': {
    'an internal error is answered so, with 500': serviceFault,
  },
  'Errors, TooManyRequestsException': {
    'too many requests are answered so, with 429': serviceFault,
  },
}

export const publishLayerVersionStatements = statementsOf(
  '003',
  withMore(sections, publishLayerVersionForClients),
)
