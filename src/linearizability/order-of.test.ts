import { expect, test } from 'vitest'
import { lost, on, reply, shown } from '../model/model.fixture.ts'
import {
  alias,
  busy,
  creation,
  exchangesFrom,
  list,
  publish,
  read,
  readVersion,
  stale as refusedAsStale,
  throttled,
  update,
  type Line,
} from './hand-made.fixture.ts'
import { historyOf, subjectOf } from './history-of.ts'
import { orderOf } from './order-of.ts'

const big = { MemorySize: 256 }

test('what answers show is put in an order, named by the places of the exchanges', () => {
  const lines: readonly Line[] = [
    creation,
    [1, 2, 9, ...update(big, { ...big, Timeout: 9, RevisionId: 'r3' })],
    [2, 2, 9, ...throttled(on('PublishVersion'))],
    [3, 2, 9, ...update({ Timeout: 9 }, { Timeout: 9, RevisionId: 'r2' })],
    [0, 20, 21, ...read({ ...big, Timeout: 9, RevisionId: 'r3' })],
  ]
  expect(orderOf(exchangesFrom(lines))).toEqual({ kind: 'linearizable', order: [0, 3, 1, 4] })
})

test('the exchanges may be in any order', () => {
  const lines: readonly Line[] = [[0, 20, 21, ...read({ RevisionId: 'r1' })], creation]
  expect(orderOf(exchangesFrom(lines))).toEqual({ kind: 'linearizable', order: [1, 0] })
})

const beside: readonly Line[] = [
  creation,
  [1, 2, 9, ...update(big, { ...big, RevisionId: 'r2' })],
  [2, 2, 4, ...read({ ...big, RevisionId: 'r2' })],
  [2, 5, 8, ...read({ RevisionId: 'r1' })],
]

test('a read beside a change counts only where all reads do', () => {
  expect(orderOf(exchangesFrom(beside)).kind).toBe('not linearizable')
  expect(orderOf(exchangesFrom(beside), { reads: 'all' }).kind).toBe('not linearizable')
  expect(orderOf(exchangesFrom(beside), { reads: 'quiet' })).toEqual({
    kind: 'linearizable',
    order: [0, 1],
  })
})

const stale = read({ RevisionId: 'r1' })

test.each<readonly [string, Line, 'linearizable' | 'not linearizable']>([
  ['after a change is quiet', [2, 10, 11, ...stale], 'not linearizable'],
  [
    'of another client in the moment in which a change ends is not',
    [2, 9, 11, ...stale],
    'linearizable',
  ],
  [
    'of the same client in the moment in which its change ends is',
    [1, 9, 11, ...stale],
    'not linearizable',
  ],
  ['that began before a change is not', [2, 1, 2, ...read({ RevisionId: 'r9' })], 'linearizable'],
])('a read %s', (_, line, kind) => {
  const lines = [creation, [1, 2, 9, ...update(big, { ...big, RevisionId: 'r2' })] as Line, line]
  expect(orderOf(exchangesFrom(lines), { reads: 'quiet' }).kind).toBe(kind)
})

test('a read long after a lost call is quiet, and shows what the call did or not', () => {
  const lines: readonly Line[] = [
    creation,
    [1, 2, 9, on('UpdateFunctionConfiguration', big), lost('timeout')],
    [0, 20, 21, ...read({ MemorySize: 512, RevisionId: 'r2' })],
  ]
  expect(orderOf(exchangesFrom(lines), { reads: 'quiet' })).toMatchObject({
    kind: 'not linearizable',
    unplaced: [2],
  })
})

test('a change of another function makes no read less quiet', () => {
  const lines: readonly Line[] = [
    creation,
    [1, 2, 9, on('CreateFunction', {}, 'g'), reply(201, shown())],
    [2, 2, 9, ...read({ RevisionId: 'r9' })],
  ]
  expect(orderOf(exchangesFrom(lines), { reads: 'quiet' })).toMatchObject({ unplaced: [2] })
})

test('functions and layers are judged one by one, and the wrong one is named', () => {
  const lines: readonly Line[] = [
    creation,
    [0, 2, 3, on('CreateFunction', {}, 'g'), reply(201, shown({ RevisionId: 'g1' }))],
    [
      1,
      4,
      9,
      { operation: 'PublishLayerVersion', input: { LayerName: 'f' } },
      reply(201, { Version: 1 }),
    ],
    [
      2,
      4,
      9,
      { operation: 'PublishLayerVersion', input: { LayerName: 'f' } },
      reply(201, { Version: 1 }),
    ],
    [3, 4, 9, ...update(big, { ...big, RevisionId: 'r2' })],
  ]
  expect(orderOf(exchangesFrom(lines))).toEqual({
    kind: 'not linearizable',
    longest: [[2], [3]],
    unplaced: [3],
  })
})

test('a search that has used up its budget says nothing', () => {
  expect(orderOf(exchangesFrom(beside), { budget: { states: 2 } })).toEqual({
    kind: 'undecided',
    because: 'no answer within 2 states',
  })
})

test('a function is the same by its name and by its ARN, and no layer of that name', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f:1'
  const layer = 'arn:aws:lambda:us-east-1:123456789012:layer:f:1'
  expect(subjectOf(on('GetFunction', {}, arn))).toBe(subjectOf(on('GetFunction')))
  const ofLayer = subjectOf({ operation: 'GetLayerVersion', input: { LayerName: 'f' } })
  expect(ofLayer).not.toBe(subjectOf(on('GetFunction')))
  expect(subjectOf({ operation: 'GetLayerVersion', input: { LayerName: layer } })).toBe(ofLayer)
})

test('a call of unknown end has none, and what did nothing is left out', () => {
  const lines: readonly Line[] = [
    creation,
    [1, 2, 9, on('PublishVersion'), lost('timeout')],
    [1, 2, 9, on('PublishVersion'), lost('unreachable')],
    [1, 2, 9, on('PublishVersion'), lost('not-sent')],
    [1, 2, 9, ...throttled(on('PublishVersion'))],
    [1, 2, 9, on('GetFunction'), lost('timeout')],
    [2, 2, 9, on('PublishVersion'), reply(503)],
    [3, 2, 9, ...busy(on('PublishVersion'))],
  ]
  expect(
    historyOf(exchangesFrom(lines)).map(({ at, client, returnedAt }) => [at, client, returnedAt]),
  ).toEqual([
    [0, 0, 1],
    [1, 1, Infinity],
    [6, 2, Infinity],
    [7, 3, 9],
  ])
})

const midway: readonly (readonly [string, readonly Line[], readonly number[]])[] = [
  [
    'versions and aliases that nobody has seen made',
    [
      [0, 2, 3, ...list('7', '9')],
      [0, 4, 5, ...readVersion('8', {})],
    ],
    [],
  ],
  [
    'an alias that nobody has seen made',
    [
      [0, 2, 3, on('GetFunction', { Qualifier: 'live' }), reply(200, {})],
      [0, 4, 5, ...refusedAsStale(on('UpdateAlias', { Name: 'live', RevisionId: 'a1' }))],
      [0, 6, 7, ...alias('GetAlias', {}, { RevisionId: 'a2' })],
    ],
    [],
  ],
  ['a function that is not there', [[0, 2, 3, on('CreateFunction'), reply(201, shown())]], []],
  ['a publish that finds nothing to publish', [[0, 2, 3, ...publish({}, { Version: '7' })]], []],
  [
    'two updates accepted with the RevisionId just read',
    [
      [0, 2, 3, ...read({ Timeout: 3, RevisionId: 'r7' })],
      [1, 4, 9, ...update({ ...big, RevisionId: 'r7' }, { ...big, RevisionId: 'r8' })],
      [2, 4, 9, ...update({ Timeout: 9, RevisionId: 'r7' }, { Timeout: 9, RevisionId: 'r9' })],
    ],
    [2],
  ],
  [
    'two publishes of one change with two numbers',
    [
      [0, 2, 3, ...update(big, { ...big, RevisionId: 'r8' })],
      [1, 4, 5, ...publish({}, { ...big, Version: '8' })],
      [2, 6, 7, ...publish({}, { ...big, Version: '9' })],
    ],
    [2],
  ],
  [
    'a layer version that nobody has seen made',
    [
      [
        0,
        2,
        3,
        { operation: 'GetLayerVersion', input: { LayerName: 'l', VersionNumber: 7 } },
        reply(200, { Version: 7 }),
      ],
    ],
    [],
  ],
  [
    'one layer number twice',
    [1, 2].map((lane): Line => [
      lane,
      4,
      9,
      { operation: 'PublishLayerVersion', input: { LayerName: 'l' } },
      reply(201, { Version: 8 }),
    ]),
    [1],
  ],
]

test.each(midway)('a history that begins in the middle: %s', (_, lines, unplaced) => {
  const found = orderOf(exchangesFrom(lines), { beginning: 'anything' })
  expect(found).toMatchObject(
    unplaced.length === 0 ? { kind: 'linearizable' } : { kind: 'not linearizable', unplaced },
  )
})
