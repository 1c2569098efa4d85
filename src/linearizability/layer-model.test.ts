import { expect, test } from 'vitest'
import type { Call, JsonObject } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { lost, reply } from '../model/model.fixture.ts'
import { exchangesFrom, missing, type Line } from './hand-made.fixture.ts'
import { orderOf } from './order-of.ts'

const on = (operation: Call['operation'], input: JsonObject = {}): Call => ({
  operation,
  input: { LayerName: 'l', ...input },
})

const version = (Version: number, hash: string, Description = ''): JsonObject => ({
  Version,
  Description,
  Content: { CodeSha256: hash, CodeSize: 7 },
})

const publish = (number: number, hash: string, description?: string): readonly [Call, Outcome] => [
  on('PublishLayerVersion', description === undefined ? {} : { Description: description }),
  reply(201, version(number, hash, description)),
]

const get = (number: number, hash: string): readonly [Call, Outcome] => [
  on('GetLayerVersion', { VersionNumber: number }),
  reply(200, version(number, hash)),
]

const list = (...numbers: readonly number[]): readonly [Call, Outcome] => [
  on('ListLayerVersions'),
  reply(200, { LayerVersions: numbers.map((Version) => ({ Version })) }),
]

const remove = (number: number): readonly [Call, Outcome] => [
  on('DeleteLayerVersion', { VersionNumber: number }),
  reply(204),
]

type Row = readonly [title: string, lines: readonly Line[]]

const legal: readonly Row[] = [
  [
    'every publish makes a version, of the same bytes, too',
    [
      [1, 2, 9, ...publish(2, 'x')],
      [2, 2, 9, ...publish(1, 'x')],
      [0, 20, 21, ...list(2, 1)],
      [0, 22, 23, ...get(1, 'x')],
    ],
  ],
  [
    'a version is deleted beside its reads',
    [
      [0, 0, 1, ...publish(1, 'x')],
      [1, 2, 9, ...remove(1)],
      [2, 2, 9, ...get(1, 'x')],
      [3, 2, 9, ...missing(on('GetLayerVersion', { VersionNumber: 1 }))],
      [4, 2, 9, ...remove(1)],
      [0, 20, 21, ...list()],
    ],
  ],
  [
    'a lost publish has made a version',
    [
      [1, 2, 9, on('PublishLayerVersion'), lost('timeout')],
      [2, 2, 9, ...publish(2, 'x')],
      [0, 20, 21, ...list(2, 1)],
      [0, 22, 23, ...get(1, 'y')],
    ],
  ],
  [
    'a lost publish has made no version, a lost deletion has',
    [
      [0, 0, 1, ...publish(1, 'x')],
      [1, 2, 9, on('PublishLayerVersion'), lost('timeout')],
      [1, 10, 11, on('DeleteLayerVersion', { VersionNumber: 1 }), lost('timeout')],
      [0, 20, 21, ...list()],
    ],
  ],
  [
    'a list for one runtime does not show all there is',
    [
      [0, 0, 1, ...publish(1, 'x')],
      [
        1,
        2,
        3,
        on('ListLayerVersions', { CompatibleRuntime: 'nodejs20.x' }),
        reply(200, { LayerVersions: [] }),
      ],
    ],
  ],
  [
    'a page of a list does not show all there is',
    [
      [0, 0, 1, ...publish(1, 'x')],
      [1, 2, 3, on('ListLayerVersions'), reply(200, { LayerVersions: [], NextMarker: 'm' })],
    ],
  ],
]

const illegal: readonly (readonly [...Row, unplaced: readonly number[]])[] = [
  [
    'two publishes get one number',
    [
      [1, 2, 9, ...publish(1, 'x')],
      [2, 2, 9, ...publish(1, 'y')],
    ],
    [1],
  ],
  [
    'a version has what was published as another',
    [
      [1, 2, 9, ...publish(1, 'x')],
      [2, 2, 9, ...publish(2, 'y')],
      [0, 20, 21, ...get(1, 'y')],
    ],
    [2],
  ],
  [
    'a version is shown with the description of another',
    [[1, 2, 9, on('PublishLayerVersion', { Description: 'x' }), reply(201, version(1, 'x', 'y'))]],
    [0],
  ],
  [
    'a version is not listed',
    [
      [1, 2, 9, ...publish(1, 'x')],
      [2, 2, 9, ...publish(2, 'y')],
      [0, 20, 21, ...list(2)],
    ],
    [2],
  ],
  ['a version is listed that nobody made', [[0, 20, 21, ...list(1)]], [0]],
  [
    'a version is read after its deletion',
    [
      [0, 0, 1, ...publish(1, 'x')],
      [1, 2, 3, ...remove(1)],
      [2, 4, 5, ...get(1, 'x')],
    ],
    [2],
  ],
  [
    'a version is not found that nobody deleted',
    [
      [0, 0, 1, ...publish(1, 'x')],
      [1, 2, 3, ...missing(on('GetLayerVersion', { VersionNumber: 1 }))],
    ],
    [1],
  ],
  [
    'one lost publish has made two versions',
    [
      [1, 2, 9, on('PublishLayerVersion'), lost('timeout')],
      [0, 20, 21, ...list(2, 1)],
    ],
    [1],
  ],
]

test.each(legal)('is explained: %s', (_, lines) => {
  expect(orderOf(exchangesFrom(lines)).kind).toBe('linearizable')
})

test.each(illegal)('is not explained: %s', (_, lines, unplaced) => {
  expect(orderOf(exchangesFrom(lines))).toMatchObject({ kind: 'not linearizable', unplaced })
})
