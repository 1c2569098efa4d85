import { expect, test } from 'vitest'
import { lost, on, reply, shown } from '../model/model.fixture.ts'
import {
  busy,
  creation,
  exchangesFrom,
  inProgress,
  read,
  stale,
  throttled,
  update,
  upload,
  type Line,
} from './hand-made.fixture.ts'
import { orderOf } from './order-of.ts'

const big = { MemorySize: 256 }
const slow = { Timeout: 9 }
const pending = { State: 'Pending', LastUpdateStatus: null }
const byR1 = { RevisionId: 'r1' }

type Row = readonly [title: string, lines: readonly Line[]]

const legal: readonly Row[] = [
  ['a creation', [creation]],
  [
    'of two updates with one RevisionId one is refused',
    [
      creation,
      [1, 2, 9, ...update({ ...big, ...byR1 }, { ...big, RevisionId: 'r2' })],
      [2, 2, 9, ...stale(on('UpdateFunctionConfiguration', { ...slow, ...byR1 }))],
      [0, 20, 21, ...read({ ...big, RevisionId: 'r2' })],
    ],
  ],
  [
    'one of two updates is refused because of the other, both without a RevisionId',
    [
      creation,
      [1, 2, 9, ...update(big, { ...big, RevisionId: 'r2' })],
      [2, 2, 9, ...busy(on('UpdateFunctionConfiguration', slow))],
      [0, 20, 21, ...read({ ...big, RevisionId: 'r2' })],
    ],
  ],
  [
    'two updates without a RevisionId are both there',
    [
      creation,
      [1, 2, 9, ...update(big, { ...big, ...slow, RevisionId: 'r3' })],
      [2, 2, 9, ...update(slow, { ...slow, RevisionId: 'r2' })],
      [0, 20, 21, ...read({ ...big, ...slow, RevisionId: 'r3' })],
    ],
  ],
  [
    'of two updates of one member the one that came last is there',
    [
      creation,
      [1, 2, 9, ...update({ MemorySize: 256 }, { MemorySize: 256, RevisionId: 'r2' })],
      [2, 2, 9, ...update({ MemorySize: 512 }, { MemorySize: 512, RevisionId: 'r3' })],
      [0, 20, 21, ...read({ MemorySize: 256, RevisionId: 'r2' })],
    ],
  ],
  [
    'everything is refused with 409',
    [
      creation,
      [1, 2, 9, ...busy(on('UpdateFunctionConfiguration', { ...big, ...byR1 }))],
      [2, 2, 9, ...busy(on('UpdateFunctionCode', byR1))],
      [3, 2, 9, ...busy(on('PublishVersion', byR1))],
      [0, 20, 21, ...read({ RevisionId: 'r1' })],
    ],
  ],
  [
    'the end of an update moves the RevisionId once more',
    [
      creation,
      [1, 2, 3, ...update(big, { ...big, ...inProgress, RevisionId: 'r2' })],
      [1, 4, 5, ...read({ ...big, ...inProgress, RevisionId: 'r2' })],
      [2, 6, 7, ...stale(on('UpdateFunctionConfiguration', { ...slow, RevisionId: 'r2' }))],
      [1, 8, 9, ...read({ ...big, RevisionId: 'r3' })],
    ],
  ],
  [
    'the end of an update leaves the RevisionId',
    [
      creation,
      [1, 2, 3, ...update(big, { ...big, ...inProgress, RevisionId: 'r2' })],
      [1, 8, 9, ...read({ ...big, RevisionId: 'r2' })],
      [1, 10, 11, ...update({ ...slow, RevisionId: 'r2' }, { ...big, ...slow, RevisionId: 'r3' })],
    ],
  ],
  [
    'an update is accepted with a RevisionId that the end of the last one brought',
    [
      creation,
      [1, 2, 3, ...update(big, { ...big, ...inProgress, RevisionId: 'r2' })],
      [2, 6, 7, ...update({ ...slow, RevisionId: 'r3' }, { ...big, ...slow, RevisionId: 'r4' })],
      [1, 8, 9, ...read({ ...big, ...slow, RevisionId: 'r4' })],
    ],
  ],
  [
    'a function that has just been made settles',
    [
      [
        0,
        0,
        1,
        on('CreateFunction'),
        reply(201, shown({ State: 'Pending', LastUpdateStatus: null })),
      ],
      [0, 2, 3, ...read({ State: 'Pending', LastUpdateStatus: null, RevisionId: 'r1' })],
      [0, 4, 5, ...read({ RevisionId: 'r2' })],
      [1, 6, 9, ...stale(on('UpdateFunctionConfiguration', { ...big, ...byR1 }))],
    ],
  ],
  [
    'an update that asks for what is there leaves the RevisionId',
    [
      creation,
      [1, 2, 9, ...update({ MemorySize: 128, ...byR1 }, { RevisionId: 'r1' })],
      [2, 2, 9, ...update({ MemorySize: 128, ...byR1 }, { RevisionId: 'r1' })],
    ],
  ],
  [
    'an update of which only a part of the request is known',
    [
      creation,
      [
        1,
        2,
        9,
        { ...on('UpdateFunctionConfiguration'), partial: true },
        reply(200, shown({ ...big, RevisionId: 'r2' })),
      ],
      [0, 20, 21, ...read({ ...big, RevisionId: 'r2' })],
    ],
  ],
  [
    'a reply leaves out what another shows',
    [
      creation,
      [1, 2, 9, on('UpdateFunctionConfiguration', big), reply(200, { RevisionId: 'r2' })],
      [0, 20, 21, on('GetFunctionConfiguration'), reply(200, { FunctionName: 'f', Timeout: 3 })],
      [0, 22, 23, ...read({ ...big, Timeout: 3, RevisionId: 'r2' })],
    ],
  ],
  [
    'a dry run is answered with the hash of what it did not upload',
    [
      creation,
      [1, 2, 9, ...upload({ DryRun: true, ...byR1 }, { CodeSha256: 'hash-b', RevisionId: 'r9' })],
      [2, 2, 9, ...update({ ...big, ...byR1 }, { ...big, RevisionId: 'r2' })],
      [0, 20, 21, ...read({ ...big, RevisionId: 'r2' })],
    ],
  ],
  [
    'a throttled update, and one that was not sent, did nothing',
    [
      creation,
      [1, 2, 9, ...throttled(on('UpdateFunctionConfiguration', big))],
      [2, 2, 9, on('UpdateFunctionConfiguration', big), lost('unreachable')],
      [0, 20, 21, ...read({ RevisionId: 'r1' })],
    ],
  ],
]

const illegal: readonly (readonly [...Row, unplaced: readonly number[]])[] = [
  [
    'both of two updates with one RevisionId are accepted',
    [
      creation,
      [1, 2, 9, ...update({ ...big, ...byR1 }, { ...big, RevisionId: 'r2' })],
      [2, 2, 9, ...update({ ...slow, ...byR1 }, { ...slow, RevisionId: 'r3' })],
    ],
    [2],
  ],
  [
    'both of two updates with one RevisionId are accepted, of code and of configuration',
    [
      creation,
      [1, 2, 9, ...upload(byR1, { CodeSha256: 'hash-b', ...inProgress, RevisionId: 'r2' })],
      [2, 2, 9, ...update({ ...slow, ...byR1 }, { ...slow, ...inProgress, RevisionId: 'r3' })],
    ],
    [2],
  ],
  [
    'an update is refused by the RevisionId that is current all the time',
    [creation, [1, 2, 9, ...stale(on('UpdateFunctionConfiguration', { ...big, ...byR1 }))]],
    [1],
  ],
  [
    'an update is gone that nobody can have overwritten',
    [
      creation,
      [1, 2, 9, ...update(big, { ...big, RevisionId: 'r2' })],
      [2, 2, 9, ...update(slow, { ...slow, RevisionId: 'r3' })],
      [0, 20, 21, ...read({ ...slow, RevisionId: 'r3' })],
    ],
    [3],
  ],
  [
    'the reply to an update shows the value of another',
    [
      creation,
      [1, 2, 9, ...update({ MemorySize: 256 }, { MemorySize: 512, RevisionId: 'r2' })],
      [2, 2, 9, ...update({ MemorySize: 512 }, { MemorySize: 512, RevisionId: 'r3' })],
    ],
    [1],
  ],
  [
    'two updates get one RevisionId',
    [
      creation,
      [1, 2, 9, ...update(big, { ...big, RevisionId: 'r2' })],
      [2, 2, 9, ...update(slow, { ...big, ...slow, RevisionId: 'r2' })],
    ],
    [2],
  ],
  [
    'a refused update has taken effect',
    [
      creation,
      [1, 2, 9, ...busy(on('UpdateFunctionConfiguration', big))],
      [0, 20, 21, ...read({ ...big, RevisionId: 'r2' })],
    ],
    [2],
  ],
  [
    'a RevisionId comes back when an update ends',
    [
      creation,
      [1, 2, 3, ...update(big, { ...big, ...inProgress, RevisionId: 'r2' })],
      [1, 8, 9, ...read({ ...big, RevisionId: 'r1' })],
    ],
    [2],
  ],
  [
    'a RevisionId moves although nothing is under way',
    [
      creation,
      [1, 2, 3, ...update(big, { ...big, RevisionId: 'r2' })],
      [1, 8, 9, ...read({ ...big, RevisionId: 'r3' })],
    ],
    [2],
  ],
  [
    'a dry run has uploaded the code',
    [
      creation,
      [1, 2, 9, ...upload({ DryRun: true }, { CodeSha256: 'hash-b' })],
      [0, 20, 21, ...read({ CodeSha256: 'hash-b', RevisionId: 'r2' })],
    ],
    [2],
  ],
  [
    'the RevisionId from before an update is accepted, where the one after it was not shown',
    [
      creation,
      [0, 2, 3, ...update(big, { ...big, RevisionId: null })],
      [0, 4, 5, ...update({ Timeout: 9, RevisionId: 'r1' }, { ...big, RevisionId: 'r3' })],
    ],
    [2],
  ],
  [
    'the content of $LATEST changes that was not known at first',
    [
      creation,
      [0, 2, 3, ...read({ Runtime: 'nodejs20.x', RevisionId: 'r1' })],
      [0, 4, 5, ...read({ Runtime: 'nodejs22.x', RevisionId: 'r1' })],
    ],
    [2],
  ],
  [
    'the RevisionId of a settled function moves',
    [
      [0, 0, 1, on('CreateFunction'), reply(201, shown(pending))],
      [0, 2, 3, ...read({ RevisionId: 'r2' })],
      [0, 4, 5, ...read({ RevisionId: 'r3' })],
    ],
    [2],
  ],
]

test.each(legal)('is explained: %s', (_, lines) => {
  expect(orderOf(exchangesFrom(lines)).kind).toBe('linearizable')
})

test.each(illegal)('is not explained: %s', (_, lines, unplaced) => {
  expect(orderOf(exchangesFrom(lines))).toMatchObject({ kind: 'not linearizable', unplaced })
})
