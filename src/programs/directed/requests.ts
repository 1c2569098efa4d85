import type { Action } from '../action.ts'
import type { AlterationName } from '../alterations.ts'
import { code, create, layer, list, listLayer, publish, read, readLayer } from './actions.ts'

const altered =
  (action: Action) =>
  (name: AlterationName): Action => ({ ...action, altered: name })

const publishes = altered(publish())
const updates = altered(code('b'))
const layers = altered(layer('a'))

/** Requests that are wrong in themselves; what was accepted in the end shows that nothing else was wrong with them. */
export const requestsPrograms = {
  bodies: [
    create(),
    ...(
      [
        'malformed-body',
        'list-for-a-body',
        'number-for-code-sha256',
        'number-for-description',
        'number-for-revision-id',
      ] as const
    ).map(publishes),
    read,
    list,
    publishes('two-byte-description'),
    publish(),
    publishes('unknown-member'),
    publishes('empty-body'),
  ],
  'update-requests': [
    create(),
    ...(
      [
        'malformed-body',
        'list-for-a-body',
        'number-for-revision-id',
        'number-for-image-uri',
        'text-for-dry-run',
        'text-for-publish',
        'text-for-architectures',
        'no-architecture',
        'two-architectures',
        'unknown-architecture',
        'archive-not-in-base64',
        'archive-of-text',
        'archive-of-nothing',
        'archive-beside-a-bucket',
        'image-for-a-zip-function',
        'bucket-of-2',
        'bucket-of-64',
        'bucket-with-a-dot-at-its-end',
        'empty-key',
        'key-of-1025',
        'empty-object-version',
        'object-version-of-1025',
      ] as const
    ).map(updates),
    read,
    code('b'),
    updates('unknown-member'),
    updates('code-in-a-bucket'),
  ],
  'layer-requests': [
    layer('a'),
    // Before the requests that a subject may fail at: after those nobody knows what versions there are.
    layers('layer-by-arn'),
    { ...readLayer('first'), altered: 'layer-by-arn' },
    ...(
      [
        'malformed-body',
        'list-for-a-body',
        'number-for-description',
        'number-for-license-info',
        'text-for-content',
        'text-for-compatible-runtimes',
        'text-for-compatible-architectures',
        'too-many-compatible-runtimes',
        'unknown-compatible-runtime',
        'unknown-compatible-architecture',
        'three-compatible-architectures',
        'unknown-runtime-and-architecture',
        'archive-not-in-base64',
        'archive-of-text',
        'archive-of-nothing',
        'archive-beside-a-bucket',
        'content-of-nothing',
        'bucket-of-2',
        'empty-key',
        'code-in-a-bucket',
        'illegal-layer-name',
        'layer-name-of-141',
      ] as const
    ).map(layers),
    listLayer,
    layer('a', { description: 256 }),
    layer('a', { description: 'empty' }),
    ...(
      [
        'unknown-member',
        'two-byte-description',
        'astral-description',
        'license-info-of-512',
        'all-compatible-runtimes',
      ] as const
    ).map(layers),
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
