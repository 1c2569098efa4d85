import { expect, test } from 'vitest'
import { lost, notJson, on } from '../model/model.fixture.ts'
import {
  broken,
  creation,
  exchangesFrom,
  list,
  publish,
  read,
  readVersion,
  stale,
  update,
  type Line,
} from './hand-made.fixture.ts'
import { orderOf } from './order-of.ts'

const big = { MemorySize: 256 }
const slow = { Timeout: 9 }
const byR1 = { RevisionId: 'r1' }
const b = { CodeSha256: 'hash-b' }

const first: Line = [0, 1.2, 1.4, ...publish({}, { Version: '1' })]

type Row = readonly [title: string, lines: readonly Line[]]

const legal: readonly Row[] = [
  [
    'a lost update has taken effect',
    [
      creation,
      [1, 2, 9, on('UpdateFunctionConfiguration', { ...big, ...byR1 }), lost('timeout')],
      [2, 2, 9, ...stale(on('UpdateFunctionConfiguration', { ...slow, ...byR1 }))],
      [0, 20, 21, ...read({ ...big, RevisionId: 'r2' })],
    ],
  ],
  [
    'a lost update has not taken effect',
    [
      creation,
      [1, 2, 9, on('UpdateFunctionConfiguration', { ...big, ...byR1 }), lost('connection-lost')],
      [2, 2, 9, ...update({ ...slow, ...byR1 }, { ...slow, RevisionId: 'r2' })],
      [0, 20, 21, ...read({ ...slow, RevisionId: 'r2' })],
    ],
  ],
  [
    'a lost update takes effect between two reads',
    [
      creation,
      [1, 2, 9, on('UpdateFunctionConfiguration', big), lost('timeout')],
      [0, 20, 21, ...read({ RevisionId: 'r1' })],
      [0, 30, 31, ...read({ ...big, RevisionId: 'r2' })],
    ],
  ],
  [
    'an update that ended in an error of the service, or in a reply that makes no sense, has taken effect',
    [
      creation,
      [1, 2, 9, ...broken(on('UpdateFunctionConfiguration', big))],
      [2, 2, 9, on('UpdateFunctionConfiguration', slow), notJson],
      [0, 20, 21, ...read({ ...big, ...slow, RevisionId: 'r2' })],
    ],
  ],
  [
    'code uploaded by a lost call is read, whatever it is called',
    [
      creation,
      [1, 2, 9, on('UpdateFunctionCode'), lost('timeout')],
      [0, 20, 21, ...read({ CodeSha256: 'hash-b', RevisionId: 'r2' })],
    ],
  ],
  [
    'a lost publish has made a version, which the next one gives',
    [
      creation,
      [1, 2, 9, on('PublishVersion'), lost('timeout')],
      [0, 20, 21, ...list('1')],
      [0, 22, 23, ...publish({}, { Version: '1' })],
      [0, 24, 25, ...readVersion('1', {})],
    ],
  ],
  [
    'a lost publish has made no version',
    [
      creation,
      [1, 2, 9, ...broken(on('PublishVersion'))],
      [0, 20, 21, ...list()],
      [0, 22, 23, ...publish({}, { Version: '1' })],
    ],
  ],
  [
    'a lost update with Publish has made a version of its code',
    [
      creation,
      first,
      [1, 2, 9, on('UpdateFunctionCode', { Publish: true }), lost('timeout')],
      [0, 20, 21, ...list('1', '2')],
      [0, 22, 23, ...publish({}, { ...b, Version: '2' })],
    ],
  ],
]

const illegal: readonly (readonly [...Row, unplaced: readonly number[]])[] = [
  [
    'a lost update comes and goes',
    [
      creation,
      [1, 2, 9, on('UpdateFunctionConfiguration', big), lost('timeout')],
      [0, 20, 21, ...read({ ...big, RevisionId: 'r2' })],
      [0, 30, 31, ...read({ RevisionId: 'r1' })],
    ],
    [3],
  ],
  [
    'one lost publish has made two versions',
    [creation, [1, 2, 9, on('PublishVersion'), lost('timeout')], [0, 20, 21, ...list('1', '2')]],
    [2],
  ],
]

test.each(legal)('is explained: %s', (_, lines) => {
  expect(orderOf(exchangesFrom(lines)).kind).toBe('linearizable')
})

test.each(illegal)('is not explained: %s', (_, lines, unplaced) => {
  expect(orderOf(exchangesFrom(lines))).toMatchObject({ kind: 'not linearizable', unplaced })
})
