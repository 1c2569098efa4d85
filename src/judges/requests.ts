import type { Judge } from './judge.ts'
import { acceptanceJudges } from './requests-acceptance.ts'
import { refusedChangesNothing } from './requests-aftermath.ts'
import { misplaced } from './requests-buckets.ts'
import { messagesOfRequestsJudges } from './requests-messages.ts'
import { refusing, theThree } from './requests-refusals.ts'

const publish = (path: string, kind: string): Judge =>
  refusing({ operations: 'PublishVersion', path, kind })

const update = (path: string, kind: string, members?: readonly string[]): Judge =>
  refusing({
    operations: 'UpdateFunctionCode',
    path,
    kind,
    ...(members === undefined ? {} : { members }),
  })

const layer = (path: string, kind: string): Judge =>
  refusing({ operations: 'PublishLayerVersion', path, kind })

const body = (kind: string): Judge => refusing({ operations: theThree, path: '', kind })

const source = ['ZipFile', 'S3Bucket', 'S3Key', 'S3ObjectVersion', 'ImageUri']

const updatePlace = (path: string, kind: string): Judge =>
  misplaced('UpdateFunctionCode', { path, kind })

const layerPlace = (path: string, kind: string): Judge =>
  misplaced('PublishLayerVersion', { path, kind })

/** Which defect of which member of which operation each rule is about. */
export const requestsJudges = {
  ...acceptanceJudges,
  ...messagesOfRequestsJudges,
  'requests/malformed-json-is-refused': body('malformed'),
  'requests/body-that-is-no-object-is-refused': body('no-object'),
  'requests/code-sha256-that-is-no-text-is-refused': publish('CodeSha256', 'type'),
  'requests/description-that-is-no-text-is-refused': publish('Description', 'type'),
  'requests/publish-revision-id-that-is-no-text-is-refused': publish('RevisionId', 'type'),
  'requests/update-revision-id-that-is-no-text-is-refused': update('RevisionId', 'type'),
  'requests/dry-run-that-is-no-flag-is-refused': update('DryRun', 'type'),
  'requests/publish-that-is-no-flag-is-refused': update('Publish', 'type'),
  'requests/image-uri-that-is-no-text-is-refused': update('ImageUri', 'type'),
  'requests/architectures-that-are-no-list-are-refused': update('Architectures', 'type'),
  'requests/layer-description-that-is-no-text-is-refused': layer('Description', 'type'),
  'requests/license-info-that-is-no-text-is-refused': layer('LicenseInfo', 'type'),
  'requests/content-that-is-no-object-is-refused': layer('Content', 'type'),
  'requests/compatible-runtimes-that-are-no-list-are-refused': layer('CompatibleRuntimes', 'type'),
  'requests/compatible-architectures-that-are-no-list-are-refused': layer(
    'CompatibleArchitectures',
    'type',
  ),
  'requests/update-without-an-architecture-is-refused': update('Architectures', 'minItems'),
  'requests/update-to-two-architectures-is-refused': update('Architectures', 'maxItems'),
  'requests/update-to-an-unknown-architecture-is-refused': update('Architectures', 'enum'),
  'requests/runtimes-over-the-maximum-are-refused': layer('CompatibleRuntimes', 'maxItems'),
  'requests/unknown-runtime-of-a-layer-is-refused': layer('CompatibleRuntimes', 'enum'),
  'requests/unknown-architecture-of-a-layer-is-refused': layer('CompatibleArchitectures', 'enum'),
  'requests/three-architectures-of-a-layer-are-refused': layer(
    'CompatibleArchitectures',
    'maxItems',
  ),
  'requests/zip-file-not-in-base64-is-refused': update('ZipFile', 'format'),
  'requests/zip-file-that-is-no-archive-is-refused': update('ZipFile', 'no-archive'),
  'requests/empty-zip-file-is-refused': update('ZipFile', 'empty-zip'),
  'requests/layer-zip-file-not-in-base64-is-refused': layer('Content.ZipFile', 'format'),
  'requests/layer-zip-file-that-is-no-archive-is-refused': layer('Content.ZipFile', 'no-archive'),
  'requests/layer-empty-zip-file-is-refused': layer('Content.ZipFile', 'empty-zip'),
  'requests/update-from-two-sources-is-refused': update('ZipFile', 'two-sources', source),
  'requests/image-for-a-zip-function-is-refused': update('ImageUri', 'image', source),
  'requests/layer-from-two-sources-is-refused': layer('Content.ZipFile', 'two-sources'),
  'requests/empty-content-is-refused': layer('Content', 'no-source'),
  'requests/bucket-of-2-is-refused': updatePlace('S3Bucket', 'minLength'),
  'requests/bucket-of-64-is-refused': updatePlace('S3Bucket', 'maxLength'),
  'requests/bucket-with-a-dot-at-its-end-is-refused': updatePlace('S3Bucket', 'pattern'),
  'requests/empty-key-is-refused': updatePlace('S3Key', 'minLength'),
  'requests/key-of-1025-is-refused': updatePlace('S3Key', 'maxLength'),
  'requests/empty-object-version-is-refused': updatePlace('S3ObjectVersion', 'minLength'),
  'requests/object-version-of-1025-is-refused': updatePlace('S3ObjectVersion', 'maxLength'),
  'requests/layer-bucket-of-2-is-refused': layerPlace('Content.S3Bucket', 'minLength'),
  'requests/layer-empty-key-is-refused': layerPlace('Content.S3Key', 'minLength'),
  'requests/refused-request-changes-nothing': refusedChangesNothing,
} as const satisfies Readonly<Record<string, Judge>>
