import { beyondPublishing, bigUpload, notPromised, otherOperation } from '../reasons.ts'
import { statementsOf } from '../statement.ts'

/** Layers and what is uploaded for them. */
export const layerFacts = statementsOf('facts', {
  F064: {
    'layer publishes at once make versions of different numbers': [
      'concurrency/layer-numbers-are-distinct',
    ],
    'each layer publish makes a version, also of the same bytes': [
      'publish-layer-version/always-a-new-version',
    ],
  },
  F065: {
    'layer version numbers start at 1 and rise by 1': [
      'publish-layer-version/numbers-rise-by-one',
      'publish-layer-version/numbers-are-per-layer',
    ],
    'the number of a deleted layer version is not given again': [
      'publish-layer-version/numbers-are-not-reused',
    ],
    'the numbers of layers and those of functions have nothing to do with each other': [
      'independence/layer-numbers-are-their-own',
    ],
  },
  F066: {
    'a layer publish returns content, date, ARNs and number': [
      'publish-layer-version/success-body',
    ],
    'the hash of the content is written in base64': ['publish-layer-version/hash-is-base64'],
    'it returns runtimes, architectures and licence only if they were given': notPromised,
  },
  F067: {
    'a layer version that does not exist is answered 404': [
      'deletion/layer-version-is-gone',
      'messages/layer-version-not-found',
    ],
    'a version number below 1 is answered 400 InvalidParameterValueException': [
      'deletion/layer-version-0-is-refused',
      'messages/layer-version-below-1',
    ],
  },
  F068: {
    'deleting a layer version answers 204, whether it is there or not': [
      'deletion/absent-layer-version-succeeds',
    ],
  },
  F069: {
    'the list of layer versions begins with the newest': ['listing/newest-layer-version-first'],
    'the list of a layer that does not exist is empty, and answers 200': [
      'listing/unknown-layer-is-an-empty-list',
    ],
    'the items of the list have no Content': ['listing/content-of-layer-items'],
    'ListLayers shows the latest version that matches': otherOperation,
  },
  F070: {
    'an unknown runtime or architecture of a layer is answered 400 ValidationException': [
      'requests/unknown-runtime-of-a-layer-is-refused',
      'requests/unknown-architecture-of-a-layer-is-refused',
    ],
    'a layer takes at most 15 runtimes and 2 architectures': [
      'requests/runtimes-at-the-maximum-are-accepted',
      'requests/runtimes-over-the-maximum-are-refused',
      'requests/three-architectures-of-a-layer-are-refused',
    ],
    'runtimes out of support are accepted': ['requests/runtimes-at-the-maximum-are-accepted'],
  },
  F071: { 'a function keeps a layer version that was deleted': beyondPublishing },
  F072: {
    'a function with a layer that does not exist, one layer twice, more than five, or one of another region is refused':
      beyondPublishing,
  },
  F073: {
    'what is no archive is answered 400 InvalidParameterValueException': [
      'requests/zip-file-that-is-no-archive-is-refused',
      'requests/layer-zip-file-that-is-no-archive-is-refused',
      'update-function-code/dry-run-of-no-archive-is-refused',
      'messages/not-an-archive',
    ],
    'an empty archive of a function is answered 400': ['requests/empty-zip-file-is-refused'],
    'an empty archive of a layer is answered 400 too, by inference': [
      'requests/layer-empty-zip-file-is-refused',
    ],
  },
  F074: {
    'an archive that unpacks to more than 262144000 bytes is answered 400': bigUpload,
    'a request above 69905067 bytes is answered 413': bigUpload,
  },
  F075: {
    'a layer publish without Content is answered 400': [
      'publish-layer-version/missing-content-is-refused',
    ],
  },
  F076: { 'permissions of layers have errors of their own': otherOperation },
  F077: { 'a layer version asked for by an ARN without a number is refused': otherOperation },
})
