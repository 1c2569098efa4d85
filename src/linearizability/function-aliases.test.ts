import { expect, test } from 'vitest'
import { lost, on, reply, shown } from '../model/model.fixture.ts'
import {
  alias,
  creation,
  exchangesFrom,
  missing,
  read,
  stale,
  update,
  type Line,
} from './hand-made.fixture.ts'
import { orderOf } from './order-of.ts'

const made: Line = [0, 1.2, 1.4, ...alias('CreateAlias', {}, { RevisionId: 'a1' })]
const byA1 = { RevisionId: 'a1' }
const permission = on('AddPermission', { StatementId: 's' })

type Row = readonly [title: string, lines: readonly Line[]]

const legal: readonly Row[] = [
  [
    'of two updates with one RevisionId one is refused',
    [
      creation,
      made,
      [
        1,
        2,
        9,
        ...alias(
          'UpdateAlias',
          { Description: 'x', ...byA1 },
          { Description: 'x', RevisionId: 'a2' },
        ),
      ],
      [2, 2, 9, ...stale(on('UpdateAlias', { Name: 'live', Description: 'y', ...byA1 }))],
      [0, 20, 21, ...alias('GetAlias', {}, { Description: 'x', RevisionId: 'a2' })],
    ],
  ],
  [
    'an alias is deleted beside an update',
    [
      creation,
      made,
      [1, 2, 9, on('DeleteAlias', { Name: 'live' }), reply(204)],
      [
        2,
        2,
        9,
        ...alias('UpdateAlias', { Description: 'x' }, { Description: 'x', RevisionId: 'a2' }),
      ],
      [3, 2, 9, ...missing(on('UpdateAlias', { Name: 'live', Description: 'y' }))],
      [0, 20, 21, ...missing(on('GetAlias', { Name: 'live' }))],
    ],
  ],
  [
    'a change of an alias moves the RevisionId of the function, or leaves it',
    [
      creation,
      made,
      [1, 2, 3, ...read({ RevisionId: 'r2' })],
      [1, 4, 5, ...alias('UpdateAlias', {}, { RevisionId: 'a2' })],
      [1, 6, 7, ...update({ RevisionId: 'r2' }, { RevisionId: 'r3' })],
    ],
  ],
  [
    'a permission moves the RevisionIds of the function and the alias, or leaves them',
    [
      creation,
      made,
      [1, 2, 3, permission, reply(201, { Statement: '{}' })],
      [1, 4, 5, ...alias('GetAlias', {}, { RevisionId: 'a2' })],
      [1, 6, 7, ...read({ RevisionId: 'r1' })],
    ],
  ],
  [
    'a lost update of an alias has taken effect',
    [
      creation,
      made,
      [1, 2, 3, on('UpdateAlias', { Name: 'live', Description: 'x', ...byA1 }), lost('timeout')],
      [2, 2, 3, ...stale(on('UpdateAlias', { Name: 'live', Description: 'y', ...byA1 }))],
      [1, 4, 5, ...alias('GetAlias', {}, { Description: 'x', RevisionId: 'a2' })],
    ],
  ],
  [
    'a function made again may have the aliases of the one before',
    [
      creation,
      made,
      [0, 2, 3, on('DeleteFunction'), reply(204)],
      [0, 4, 5, on('CreateFunction'), reply(201, { RevisionId: 'r2' })],
      [0, 6, 7, ...alias('GetAlias', {}, { RevisionId: 'a1' })],
    ],
  ],
  [
    'an alias is not moved, because the version is not there',
    [
      creation,
      made,
      [1, 2, 3, ...missing(on('UpdateAlias', { Name: 'live', FunctionVersion: '7' }))],
    ],
  ],
  [
    'an alias is not made, because the version is not there',
    [creation, [1, 2, 3, ...missing(on('CreateAlias', { Name: 'live', FunctionVersion: '7' }))]],
  ],
  [
    'a function is read by an alias that is there',
    [creation, made, [1, 2, 3, on('GetFunction', { Qualifier: 'live' }), reply(200, {})]],
  ],
]

const illegal: readonly (readonly [...Row, unplaced: readonly number[]])[] = [
  [
    'both of two updates with one RevisionId are accepted',
    [
      creation,
      made,
      [
        1,
        2,
        9,
        ...alias(
          'UpdateAlias',
          { Description: 'x', ...byA1 },
          { Description: 'x', RevisionId: 'a2' },
        ),
      ],
      [
        2,
        2,
        9,
        ...alias(
          'UpdateAlias',
          { Description: 'y', ...byA1 },
          { Description: 'y', RevisionId: 'a3' },
        ),
      ],
    ],
    [3],
  ],
  [
    'a refused update has taken effect',
    [
      creation,
      made,
      [
        1,
        2,
        9,
        ...alias(
          'UpdateAlias',
          { Description: 'x', ...byA1 },
          { Description: 'x', RevisionId: 'a2' },
        ),
      ],
      [2, 2, 9, ...stale(on('UpdateAlias', { Name: 'live', Description: 'y', ...byA1 }))],
      [0, 20, 21, ...alias('GetAlias', {}, { Description: 'y', RevisionId: 'a2' })],
    ],
    [4],
  ],
  [
    'an alias points where nobody has put it',
    [
      creation,
      made,
      [
        1,
        2,
        9,
        ...alias(
          'UpdateAlias',
          { FunctionVersion: '1' },
          { FunctionVersion: '1', RevisionId: 'a2' },
        ),
      ],
      [0, 20, 21, ...alias('GetAlias', {}, { FunctionVersion: '$LATEST', RevisionId: 'a2' })],
    ],
    [3],
  ],
  [
    'the RevisionId of an alias is refused that is current all the time',
    [creation, made, [1, 2, 9, ...stale(on('UpdateAlias', { Name: 'live', ...byA1 }))]],
    [2],
  ],
  [
    'an alias is not found that nobody deleted',
    [creation, made, [1, 2, 9, ...missing(on('GetAlias', { Name: 'live' }))]],
    [2],
  ],
  [
    'an alias is read that nobody made',
    [creation, [1, 2, 9, ...alias('GetAlias', {}, { RevisionId: 'a1' })]],
    [1],
  ],
  [
    'an alias has a RevisionId that nobody gave it',
    [
      creation,
      [0, 2, 3, ...alias('CreateAlias', {}, { RevisionId: 'a1' })],
      [0, 4, 5, ...alias('GetAlias', {}, { RevisionId: 'a2' })],
    ],
    [2],
  ],
  [
    'a function is read by an alias that nobody made',
    [creation, [0, 4, 5, on('GetFunction', { Qualifier: 'live' }), reply(200, shown())]],
    [1],
  ],
  [
    'an alias is not moved, although it is there',
    [creation, made, [1, 2, 3, ...missing(on('UpdateAlias', { Name: 'live', Description: 'x' }))]],
    [2],
  ],
  [
    'an alias is not moved, although $LATEST is there',
    [
      creation,
      made,
      [1, 2, 3, ...missing(on('UpdateAlias', { Name: 'live', FunctionVersion: '$LATEST' }))],
    ],
    [2],
  ],
  [
    'a function is not found by an alias that is there',
    [creation, made, [1, 2, 3, ...missing(on('GetFunction', { Qualifier: 'live' }))]],
    [2],
  ],
  [
    'an alias is not made for want of $LATEST, which is there',
    [
      creation,
      [1, 2, 3, ...missing(on('CreateAlias', { Name: 'live', FunctionVersion: '$LATEST' }))],
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
