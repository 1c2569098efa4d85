import type { Json, JsonObject } from '../../call.ts'
import { packages } from '../packages.ts'
import { giving, leavingOut, writing, type Alteration } from './alteration.ts'

/** Only where the edition's operation has the member. */
const whereTaken =
  (name: string, alteration: Alteration): Alteration =>
  (call, known) =>
    known.bindings.takes(call.operation, name) ? alteration(call, known) : undefined

const instead =
  (name: string, value: Json): Alteration =>
  (call, known) =>
    whereTaken(name, giving({ [name]: value }))(call, known)

/** Code from elsewhere, in place of the archive. */
const from =
  (source: JsonObject): Alteration =>
  (call, known) => {
    const without = leavingOut('ZipFile', 'Content')(call, known)
    if (without === undefined) return undefined
    return call.operation === 'PublishLayerVersion'
      ? giving({ Content: source })(without, known)
      : giving(source)(without, known)
  }

/** The archive with something beside it, or with something else in its place. */
const archive =
  (change: (zip: string) => JsonObject): Alteration =>
  (call, known) => {
    const source = change(packages.b.base64)
    return call.operation === 'PublishLayerVersion'
      ? giving({ Content: source })(call, known)
      : giving(source)(call, known)
  }

/** No bucket of that name is anywhere: it is longer than anyone would choose. */
const place = {
  S3Bucket: 'lambda-conformance-no-such-bucket-at-all-0123456789',
  S3Key: 'no-such-key.zip',
} as const

/** Documented in every edition. */
const runtimes = ['nodejs8.10', 'java8', 'python3.6', 'python3.7', 'go1.x', 'ruby2.5']
/** Documented since 2024. */
const moreRuntimes = [
  'nodejs10.x',
  'nodejs12.x',
  'nodejs14.x',
  'nodejs16.x',
  'nodejs18.x',
  'java11',
  'java17',
  'python3.8',
  'python3.9',
  'python3.10',
]

/** The documents named at most 5 runtimes before there were architectures to choose from, and 15 since. */
const manyRuntimes =
  (extra: 0 | 1): Alteration =>
  (call, known) =>
    giving({
      CompatibleRuntimes: known.bindings.takes(call.operation, 'CompatibleArchitectures')
        ? [...runtimes, ...moreRuntimes].slice(0, 15 + extra)
        : runtimes.slice(0, 5 + extra),
    })(call, known)

const unknownRuntime = { CompatibleRuntimes: ['cobol85'] }
const unknownArchitecture = { CompatibleArchitectures: ['pdp11'] }

/** What may be wrong with a body or a member of it, and what is at the edge of being so. */
export const requestsAlterations = {
  'with-defaults': leavingOut('MemorySize', 'Timeout'),
  'malformed-body': writing({ body: '{"Description": ' }),
  'list-for-a-body': writing({ body: '["Description"]' }),
  'empty-body': writing({ body: '' }),
  'unknown-member': giving({ Flavour: 'vanilla' }),
  'number-for-code-sha256': instead('CodeSha256', 7),
  'number-for-description': instead('Description', 7),
  'number-for-revision-id': instead('RevisionId', 7),
  'number-for-license-info': instead('LicenseInfo', 7),
  'number-for-image-uri': instead('ImageUri', 7),
  'text-for-dry-run': instead('DryRun', 'yes'),
  'text-for-publish': instead('Publish', 'yes'),
  'text-for-architectures': instead('Architectures', 'x86_64'),
  'text-for-content': instead('Content', 'none'),
  'text-for-compatible-runtimes': instead('CompatibleRuntimes', 'python3.7'),
  'text-for-compatible-architectures': instead('CompatibleArchitectures', 'x86_64'),
  'no-architecture': instead('Architectures', []),
  'two-architectures': instead('Architectures', ['x86_64', 'arm64']),
  'unknown-architecture': instead('Architectures', ['pdp11']),
  'two-byte-description': instead('Description', 'é'.repeat(256)),
  'astral-description': instead('Description', '😀'.repeat(256)),
  'license-info-of-512': instead('LicenseInfo', 'l'.repeat(512)),
  'all-compatible-runtimes': manyRuntimes(0),
  'too-many-compatible-runtimes': manyRuntimes(1),
  'unknown-compatible-runtime': giving(unknownRuntime),
  'unknown-compatible-architecture': whereTaken(
    'CompatibleArchitectures',
    giving(unknownArchitecture),
  ),
  'three-compatible-architectures': instead('CompatibleArchitectures', [
    'x86_64',
    'arm64',
    'x86_64',
  ]),
  'unknown-runtime-and-architecture': whereTaken(
    'CompatibleArchitectures',
    giving({ ...unknownRuntime, ...unknownArchitecture }),
  ),
  'archive-not-in-base64': archive(() => ({ ZipFile: '*not base64*' })),
  'archive-of-text': archive(() => ({
    ZipFile: Buffer.from('This is no archive at all.').toString('base64'),
  })),
  'archive-of-nothing': archive(() => ({ ZipFile: '' })),
  'archive-beside-a-bucket': archive((zip) => ({ ZipFile: zip, ...place })),
  'image-for-a-zip-function': whereTaken(
    'ImageUri',
    from({ ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/no-such-image:latest' }),
  ),
  'content-of-nothing': giving({ Content: {} }),
  'code-in-a-bucket': from(place),
  'bucket-of-2': from({ ...place, S3Bucket: 'bb' }),
  'bucket-of-64': from({ ...place, S3Bucket: 'b'.repeat(64) }),
  'bucket-with-a-dot-at-its-end': from({ ...place, S3Bucket: 'lambda-conformance-bucket.' }),
  'empty-key': from({ ...place, S3Key: '' }),
  'key-of-1025': from({ ...place, S3Key: 'k'.repeat(1025) }),
  'empty-object-version': from({ ...place, S3ObjectVersion: '' }),
  'object-version-of-1025': from({ ...place, S3ObjectVersion: 'v'.repeat(1025) }),
} as const satisfies Readonly<Record<string, Alteration>>
