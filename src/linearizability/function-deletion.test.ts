import { expect, test } from 'vitest'
import { on, reply, shown } from '../model/model.fixture.ts'
import {
  creation,
  exchangesFrom,
  missing,
  read,
  stale,
  update,
  type Line,
} from './hand-made.fixture.ts'
import { orderOf } from './order-of.ts'

const big = { MemorySize: 256 }
const byR1 = { RevisionId: 'r1' }

type Row = readonly [title: string, lines: readonly Line[]]

const legal: readonly Row[] = [
  [
    'a deletion beside an update, which came first',
    [
      creation,
      [1, 2, 9, on('DeleteFunction'), reply(204)],
      [2, 2, 9, ...update(big, { ...big, RevisionId: 'r2' })],
      [3, 2, 9, ...missing(on('PublishVersion'))],
      [0, 20, 21, ...missing(on('GetFunctionConfiguration'))],
    ],
  ],
  [
    'a deletion that goes on for a while',
    [
      creation,
      [1, 2, 3, on('DeleteFunction'), reply(202)],
      [0, 20, 21, ...read({ RevisionId: 'r1' })],
      [0, 22, 23, ...missing(on('GetFunctionConfiguration'))],
    ],
  ],
  [
    'a function is made again, with a RevisionId that the one before had',
    [
      creation,
      [0, 2, 3, on('DeleteFunction'), reply(204)],
      [0, 4, 5, on('CreateFunction'), reply(201, shown())],
      [0, 6, 7, ...update(byR1, { RevisionId: 'r2' })],
    ],
  ],
  [
    'a name is not taken any more once it was deleted',
    [
      creation,
      [1, 2, 9, on('DeleteFunction'), reply(204)],
      [2, 2, 9, on('CreateFunction'), reply(201, shown({ RevisionId: 'r2' }))],
      [0, 20, 21, ...read({ RevisionId: 'r2' })],
    ],
  ],
]

const illegal: readonly (readonly [...Row, unplaced: readonly number[]])[] = [
  [
    'a function is updated after its deletion',
    [
      creation,
      [1, 2, 3, on('DeleteFunction'), reply(204)],
      [2, 4, 9, ...update(big, { ...big, RevisionId: 'r2' })],
    ],
    [2],
  ],
  [
    'a function is there again after its deletion',
    [
      creation,
      [1, 2, 9, on('DeleteFunction'), reply(204)],
      [2, 2, 9, ...update(big, { ...big, RevisionId: 'r2' })],
      [0, 20, 21, ...read({ ...big, RevisionId: 'r2' })],
    ],
    [3],
  ],
  [
    'a function that nobody deleted is not found',
    [creation, [1, 2, 3, ...missing(on('GetFunctionConfiguration'))]],
    [1],
  ],
  [
    'one name is given to two functions',
    [creation, [1, 2, 3, on('CreateFunction'), reply(201, shown({ RevisionId: 'r2' }))]],
    [1],
  ],
  [
    'a function is refused by a RevisionId although it is deleted',
    [
      creation,
      [1, 2, 3, on('DeleteFunction'), reply(204)],
      [1, 4, 5, ...stale(on('UpdateFunctionConfiguration', { ...big, RevisionId: 'r0' }))],
    ],
    [2],
  ],
  [
    'a function is deleted twice',
    [
      creation,
      [1, 2, 9, on('DeleteFunction'), reply(204)],
      [2, 2, 9, on('DeleteFunction'), reply(204)],
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
