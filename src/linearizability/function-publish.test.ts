import { expect, test } from 'vitest'
import type { JsonObject } from '../call.ts'
import { on, reply, shown } from '../model/model.fixture.ts'
import {
  busy,
  creation,
  exchangesFrom,
  list,
  missing,
  otherHash,
  publish,
  read,
  readVersion,
  stale,
  update,
  upload,
  type Line,
} from './hand-made.fixture.ts'
import { orderOf } from './order-of.ts'

const big = { MemorySize: 256 }
const b = { CodeSha256: 'hash-b' }
const middling = { MemorySize: 256, Timeout: 5 }
const great = { MemorySize: 512, Timeout: 9 }

const first: Line = [0, 1.2, 1.4, ...publish({}, { Version: '1' })]

type Row = readonly [title: string, lines: readonly Line[]]

const legal: readonly Row[] = [
  [
    'publishes of one change, one of which makes the version',
    [
      creation,
      [1, 2, 9, ...publish({}, { Version: '1' })],
      [2, 2, 9, ...publish({}, { Version: '1' })],
      [3, 2, 9, ...publish({}, { Version: '1' })],
      [0, 20, 21, ...list('1')],
    ],
  ],
  [
    'publishes of one change with one RevisionId, one of which finds nothing to publish or another RevisionId',
    [
      creation,
      [1, 2, 9, ...publish({ RevisionId: 'r1' }, { Version: '1' })],
      [2, 2, 9, ...publish({ RevisionId: 'r1' }, { Version: '1' })],
      [3, 2, 9, ...stale(on('PublishVersion', { RevisionId: 'r1' }))],
    ],
  ],
  [
    'publishes beside each other refused with 409',
    [
      creation,
      [1, 2, 9, ...publish({}, { Version: '1' })],
      [2, 2, 9, ...busy(on('PublishVersion'))],
      [0, 20, 21, ...list('1')],
    ],
  ],
  [
    'a publish leaves the RevisionId of $LATEST, or moves it',
    [
      creation,
      first,
      [1, 2, 3, ...update({ ...big, RevisionId: 'r1' }, { ...big, RevisionId: 'r3' })],
      [1, 4, 5, ...publish({}, { ...big, Version: '2' })],
      [1, 6, 7, ...update({ ...big, RevisionId: 'r4' }, { ...big, RevisionId: 'r5' })],
    ],
  ],
  [
    'a publish beside an update has what was before it or after it',
    [
      creation,
      first,
      [1, 2, 9, ...update(big, { ...big, RevisionId: 'r3' })],
      [2, 2, 9, ...publish({}, { Version: '1' })],
      [3, 2, 9, ...publish({}, { ...big, Version: '2' })],
      [0, 20, 21, ...readVersion('1', {})],
      [0, 22, 23, ...readVersion('2', big)],
    ],
  ],
  [
    'the same bytes once more let a publish make a version, or not',
    [
      creation,
      first,
      [1, 2, 3, ...upload({}, { RevisionId: 'r3' })],
      [1, 4, 5, ...publish({}, { Version: '1' })],
      [1, 6, 7, ...upload({}, { RevisionId: 'r4' })],
      [1, 8, 9, ...publish({}, { Version: '2' })],
    ],
  ],
  [
    'a Description goes to the version alone, or to $LATEST as well',
    [
      creation,
      [1, 2, 3, ...update({ Description: 'x' }, { Description: 'x', RevisionId: 'r2' })],
      [1, 4, 5, ...publish({ Description: 'y' }, { Description: 'y', Version: '1' })],
      [1, 6, 7, ...publish({ Description: 'z' }, { Description: 'y', Version: '1' })],
      [0, 20, 21, ...read({ Description: 'y', RevisionId: 'r2' })],
    ],
  ],
  [
    'an update with Publish beside another makes a version of its own code',
    [
      creation,
      [1, 2, 9, ...upload({ Publish: true }, { ...b, Version: '2', RevisionId: 'v2' })],
      [
        2,
        2,
        9,
        ...upload(
          { Publish: true },
          { CodeSha256: 'hash-c', Version: '1', RevisionId: 'v1', State: 'Pending' },
        ),
      ],
      [0, 20, 21, ...read({ ...b, RevisionId: 'r4' })],
      [0, 22, 23, ...publish({}, { ...b, Version: '2' })],
    ],
  ],
  [
    'an update with Publish and the same bytes gives the last version again',
    [
      creation,
      first,
      [1, 2, 9, ...upload({ Publish: true }, { Version: '1', RevisionId: 'v1' })],
      [0, 20, 21, ...publish({}, { Version: '1' })],
      [0, 22, 23, ...list('1')],
    ],
  ],
  [
    'a CodeSha256 is that of the code before or after an update',
    [
      creation,
      [1, 2, 9, ...upload({}, { ...b, RevisionId: 'r2' })],
      [2, 2, 9, ...publish({ CodeSha256: 'hash-b' }, { ...b, Version: '1' })],
      [3, 2, 9, ...otherHash(on('PublishVersion', { CodeSha256: 'hash-b' }))],
      [4, 2, 9, ...otherHash(on('PublishVersion', { CodeSha256: 'hash-a' }))],
    ],
  ],
  [
    'both preconditions are wrong and one of them is named',
    [
      creation,
      [1, 2, 3, ...otherHash(on('PublishVersion', { CodeSha256: 'no', RevisionId: 'no' }))],
      [1, 4, 5, ...stale(on('PublishVersion', { CodeSha256: 'no', RevisionId: 'no' }))],
    ],
  ],
  [
    'a version deleted beside its publish is read or not',
    [
      creation,
      first,
      [1, 2, 9, on('DeleteFunction', { Qualifier: '1' }), reply(204)],
      [2, 2, 9, ...readVersion('1', {})],
      [3, 2, 9, ...missing(on('GetFunctionConfiguration', { Qualifier: '1' }))],
      [0, 20, 21, ...list()],
      [0, 22, 23, ...publish({}, { Version: '2' })],
    ],
  ],
  [
    'a creation with Publish makes a version, and $LATEST has a RevisionId that was not shown',
    [
      [
        0,
        0,
        1,
        on('CreateFunction', { Publish: true }),
        reply(201, shown({ Version: '1', RevisionId: 'v1' })),
      ],
      [1, 2, 3, ...publish({}, { Version: '1' })],
      [1, 4, 5, ...read({ RevisionId: 'r1' })],
      [1, 6, 7, ...update({ ...big, RevisionId: 'r1' }, { ...big, RevisionId: 'r2' })],
    ],
  ],
  [
    'a publish that shows a part of the version',
    [
      creation,
      [1, 2, 3, on('PublishVersion'), reply(201, { Version: '1' })],
      [1, 4, 5, ...readVersion('1', {})],
    ],
  ],
]

const illegal: readonly (readonly [...Row, unplaced: readonly number[]])[] = [
  [
    'two publishes of one change have two numbers',
    [
      creation,
      [1, 2, 9, ...publish({}, { Version: '1' })],
      [2, 2, 9, ...publish({}, { Version: '2' })],
    ],
    [2],
  ],
  [
    'an update with Publish and a publish of it have two numbers',
    [
      creation,
      [1, 2, 3, ...upload({ Publish: true }, { ...b, Version: '1' })],
      [2, 4, 9, ...publish({}, { ...b, Version: '2' })],
    ],
    [2],
  ],
  [
    'one number is given to two contents',
    [
      creation,
      [1, 2, 9, ...upload({ Publish: true }, { ...b, Version: '1' })],
      [2, 2, 9, ...upload({ Publish: true }, { CodeSha256: 'hash-c', Version: '1' })],
    ],
    [2],
  ],
  [
    'a version has something of two updates, each of which sets both',
    [
      creation,
      [1, 2, 9, ...update(middling, { ...middling, RevisionId: 'r2' })],
      [2, 2, 9, ...update(great, { ...great, RevisionId: 'r3' })],
      [3, 2, 9, ...publish({}, { MemorySize: 256, Timeout: 9, Version: '1' })],
    ],
    [3],
  ],
  [
    'a version has the code of one moment and the memory of another',
    [
      creation,
      [1, 2, 3, ...upload({}, { ...b, RevisionId: 'r2' })],
      [1, 4, 5, ...update(big, { ...b, ...big, RevisionId: 'r3' })],
      [2, 2, 9, ...publish({}, { ...big, Version: '1' })],
    ],
    [3],
  ],
  [
    'a change is not published',
    [
      creation,
      first,
      [1, 2, 3, ...update(big, { ...big, RevisionId: 'r3' })],
      [1, 4, 5, ...publish({}, { Version: '1' })],
    ],
    [3],
  ],
  [
    'a publish is accepted with a RevisionId that an update has made stale',
    [
      creation,
      [1, 2, 3, ...update(big, { ...big, RevisionId: 'r2' })],
      [2, 4, 5, ...publish({ RevisionId: 'r1' }, { ...big, Version: '1' })],
    ],
    [2],
  ],
  [
    'a publish is accepted with the hash of other code',
    [
      creation,
      [1, 2, 3, ...upload({}, { ...b, RevisionId: 'r2' })],
      [2, 4, 5, ...publish({ CodeSha256: 'hash-a' }, { ...b, Version: '1' })],
    ],
    [2],
  ],
  [
    'a publish is refused for the hash of the code that is there',
    [creation, [2, 4, 5, ...otherHash(on('PublishVersion', { CodeSha256: 'hash-a' }))]],
    [1],
  ],
  [
    'a version changes',
    [
      creation,
      first,
      [1, 2, 3, ...upload({}, { ...b, RevisionId: 'r3' })],
      [1, 4, 5, ...readVersion('1', b)],
    ],
    [3],
  ],
  ['a version is not listed', [creation, first, [0, 20, 21, ...list()]], [2]],
  [
    'a version is listed that nobody made',
    [creation, first, [1, 2, 9, ...busy(on('PublishVersion'))], [0, 20, 21, ...list('1', '2')]],
    [3],
  ],
  [
    'a version is not found that was made before',
    [creation, first, [1, 2, 9, ...missing(on('GetFunctionConfiguration', { Qualifier: '1' }))]],
    [2],
  ],
  [
    'a version is read after its deletion',
    [
      creation,
      first,
      [1, 2, 3, on('DeleteFunction', { Qualifier: '1' }), reply(204)],
      [1, 4, 5, ...readVersion('1', {})],
    ],
    [3],
  ],
  [
    'a number is given again to what has changed',
    [
      creation,
      first,
      [0, 2, 3, ...update(big, { ...big, RevisionId: 'r3' })],
      [0, 4, 5, ...publish({}, { ...big, Version: '1' })],
    ],
    [3],
  ],
]

const page = (given: JsonObject, shows: JsonObject = {}): Line => [
  0,
  20,
  21,
  on('ListVersionsByFunction', given),
  reply(200, { Versions: [], ...shows }),
]

test.each<readonly [string, Line, 'linearizable' | 'not linearizable']>([
  ['the whole of it shows every version', page({}), 'not linearizable'],
  ['one that ends by asking for so many shows some', page({ MaxItems: 1 }), 'linearizable'],
  ['one that goes on shows some', page({}, { NextMarker: 'm' }), 'linearizable'],
  ['a later one shows some', page({ Marker: 'm' }), 'linearizable'],
])('of a list, %s', (_, line, kind) => {
  expect(orderOf(exchangesFrom([creation, first, line])).kind).toBe(kind)
})

test.each(legal)('is explained: %s', (_, lines) => {
  expect(orderOf(exchangesFrom(lines)).kind).toBe('linearizable')
})

test.each(illegal)('is not explained: %s', (_, lines, unplaced) => {
  expect(orderOf(exchangesFrom(lines))).toMatchObject({ kind: 'not linearizable', unplaced })
})
