import { modelBody } from './reasons.ts'
import { statementsOf } from './statement.ts'

/** Layers. */
export const layerModelStatements = statementsOf('model-2024-08-19', {
  CompatibleArchitectures: {
    'is a list of at most two, each known': [
      'requests/unknown-architecture-of-a-layer-is-refused',
      'requests/three-architectures-of-a-layer-are-refused',
      'requests/compatible-architectures-that-are-no-list-are-refused',
    ],
  },
  CompatibleRuntimes: {
    'is a list of at most 15': [
      'requests/runtimes-at-the-maximum-are-accepted',
      'requests/runtimes-over-the-maximum-are-refused',
    ],
  },
  DeleteLayerVersion: {
    'deletes the version': [
      'deletion/layer-version-is-gone',
      'deletion/layer-version-is-not-listed',
    ],
  },
  'DeleteLayerVersionRequest, LayerName': {
    'is the layer whose version is meant': ['independence/layers-are-apart'],
  },
  'DeleteLayerVersionRequest, VersionNumber': {
    'is the one version that is meant': ['deletion/other-layer-versions-stay'],
  },
  GetLayerVersion: {
    'shows a layer version as it was published': [
      'publish-layer-version/is-readable',
      'publish-layer-version/earlier-versions-stay',
      'supporting/get-layer-version-body',
    ],
  },
  'GetLayerVersion, ResourceNotFoundException': {
    'is the answer where there is no such version': ['deletion/layer-version-is-gone'],
  },
  'GetLayerVersionRequest, LayerName': {
    'may be the ARN of the layer': ['names/layer-read-by-arn'],
  },
  GetLayerVersionResponse: { [modelBody]: ['supporting/get-layer-version-body'] },
  LayerVersionContentInput: {
    'has one source, ZipFile or an object in a bucket': [
      'requests/layer-from-two-sources-is-refused',
      'requests/empty-content-is-refused',
    ],
    'holds ZipFile in base64': ['requests/layer-zip-file-not-in-base64-is-refused'],
  },
  'LayerVersionContentInput, S3Bucket': {
    'is at least 3 characters': ['requests/layer-bucket-of-2-is-refused'],
  },
  'LayerVersionContentInput, S3Key': {
    'is at least 1 character': ['requests/layer-empty-key-is-refused'],
  },
  'LayerVersionContentOutput, CodeSha256': {
    'is the hash of the archive': ['publish-layer-version/hash-is-of-the-content'],
  },
  'LayerVersionContentOutput, CodeSize': {
    'is the size of the archive in bytes': ['publish-layer-version/size-is-of-the-content'],
  },
  ListLayerVersions: {
    'lists versions that were made at once': ['concurrency/layer-versions-are-kept'],
    'shows the versions of a layer': [
      'publish-layer-version/is-listed',
      'supporting/list-layer-versions-body',
    ],
    'shows no version that was deleted': ['deletion/layer-version-is-not-listed'],
  },
  'ListLayerVersionsRequest, Marker': {
    'leads on from where a page ended': ['listing/layer-pages-make-up-the-list'],
  },
  'ListLayerVersionsRequest, MaxItems': {
    'is the most a page holds': ['listing/layer-page-is-no-longer-than-asked'],
  },
  ListLayerVersionsResponse: { [modelBody]: ['supporting/list-layer-versions-body'] },
  'ListLayerVersionsResponse, NextMarker': {
    'is there while there is more': ['listing/layer-pages-make-up-the-list'],
  },
})
