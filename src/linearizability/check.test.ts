import { expect, test } from 'vitest'
import { linearize } from './check.ts'
import {
  historyFrom,
  queue,
  register,
  uncertainCounter,
  type QueueEvent,
  type RegisterEvent,
  type Row,
} from './models.fixture.ts'
import type { Linearization } from './search.ts'
import { proofOf } from './naive.fixture.ts'

const write = (value: number): RegisterEvent => ({ kind: 'write', value })
const read = (value: number): RegisterEvent => ({ kind: 'read', value })
const swap = (from: number, to: number, done?: boolean): RegisterEvent => ({
  kind: 'swap',
  from,
  to,
  done,
})
const put = (item: string): QueueEvent => ({ kind: 'put', item })
const take = (item?: string): QueueEvent => ({ kind: 'take', item })

type Expected = Partial<Linearization>

const linearizable: Expected = { kind: 'linearizable' }
const notLinearizable = (...unplaced: readonly number[]): Expected => ({
  kind: 'not linearizable',
  unplaced,
})

const onRegister: readonly (readonly [string, readonly Row<RegisterEvent>[], Expected])[] = [
  ['no call at all', [], linearizable],
  ['one call', [[1, 0, 1, read(0)]], linearizable],
  ['one call that shows what is not there', [[1, 0, 1, read(7)]], notLinearizable(0)],
  [
    'a read beside a write that shows what was before',
    [
      [1, 0, 10, write(1)],
      [2, 5, 15, read(0)],
    ],
    linearizable,
  ],
  [
    'a read after a write that shows what was before',
    [
      [1, 0, 10, write(1)],
      [2, 11, 15, read(0)],
    ],
    notLinearizable(1),
  ],
  [
    'two reads beside a write of which the later shows the older value',
    [
      [1, 0, 100, write(1)],
      [2, 10, 20, read(1)],
      [3, 30, 40, read(0)],
    ],
    notLinearizable(2),
  ],
  [
    'two swaps of one value, both done',
    [
      [1, 0, 10, swap(0, 1, true)],
      [2, 5, 15, swap(0, 2, true)],
    ],
    notLinearizable(1),
  ],
  [
    'two swaps of one value, one done',
    [
      [1, 0, 10, swap(0, 1, false)],
      [2, 5, 15, swap(0, 2, true)],
    ],
    linearizable,
  ],
  [
    'a swap in a circle',
    [
      [1, 0, 100, swap(0, 1, true)],
      [2, 0, 100, swap(1, 2, true)],
      [3, 0, 100, swap(2, 0, true)],
      [1, 101, 102, swap(0, 1, true)],
    ],
    linearizable,
  ],
  [
    'a lost write that must have taken effect',
    [
      [1, 0, Infinity, write(1)],
      [2, 5, 6, read(1)],
    ],
    linearizable,
  ],
  [
    'a lost write that cannot have taken effect yet',
    [
      [1, 0, Infinity, write(1)],
      [2, 5, 6, read(0)],
    ],
    linearizable,
  ],
  [
    'a lost write that takes effect between two reads long after',
    [
      [1, 0, Infinity, write(1)],
      [2, 500, 600, read(0)],
      [2, 700, 800, read(1)],
    ],
    linearizable,
  ],
  [
    'a lost write that comes and goes',
    [
      [1, 0, Infinity, write(1)],
      [2, 5, 6, read(1)],
      [2, 7, 8, read(0)],
    ],
    notLinearizable(2),
  ],
  [
    'a lost write seen before it was made',
    [
      [2, 0, 1, read(1)],
      [1, 2, Infinity, write(1)],
    ],
    notLinearizable(0),
  ],
  [
    'a lost swap that explains another that failed',
    [
      [1, 0, Infinity, swap(0, 1)],
      [2, 5, 6, swap(0, 2, false)],
      [2, 7, 8, read(1)],
    ],
    linearizable,
  ],
  [
    'a client that goes on after a lost write, which takes effect later',
    [
      [1, 0, Infinity, write(1)],
      [1, 5, 6, write(2)],
      [1, 7, 8, read(1)],
    ],
    linearizable,
  ],
  [
    'calls of two clients that touch in one moment, which may be either way round',
    [
      [1, 0, 5, write(1)],
      [2, 5, 9, read(0)],
    ],
    linearizable,
  ],
  [
    'calls of one client that touch in one moment, which are in its order',
    [
      [1, 0, 5, write(1)],
      [1, 5, 9, read(0)],
    ],
    notLinearizable(1),
  ],
  [
    'calls of one client in one moment, which are in its order',
    [
      [1, 5, 5, write(1)],
      [1, 5, 5, write(2)],
      [1, 5, 5, read(2)],
    ],
    linearizable,
  ],
  [
    'calls of one client in one moment, in another order',
    [
      [1, 5, 5, write(1)],
      [1, 5, 5, write(2)],
      [1, 5, 5, read(1)],
    ],
    notLinearizable(2),
  ],
  [
    'a client whose clock gives a call an end before its beginning',
    [
      [1, 5, 3, write(1)],
      [2, 6, 7, read(1)],
    ],
    linearizable,
  ],
]

test.each(onRegister)('of a register: %s', (_, rows, expected) => {
  const history = historyFrom(rows)
  const found = linearize(register, history)
  expect(found).toMatchObject(expected)
  expect(proofOf(register, history, found).isProven).toBe(true)
})

const onQueue: readonly (readonly [string, readonly Row<QueueEvent>[], Expected])[] = [
  [
    'two puts at once come out either way round',
    [
      [1, 0, 10, put('x')],
      [2, 5, 15, put('y')],
      [1, 20, 21, take('y')],
      [1, 22, 23, take('x')],
    ],
    linearizable,
  ],
  [
    'two puts one after the other come out in their order',
    [
      [1, 0, 10, put('x')],
      [2, 11, 15, put('y')],
      [1, 20, 21, take('y')],
    ],
    notLinearizable(2),
  ],
  [
    'nothing is taken twice',
    [
      [1, 0, 10, put('x')],
      [2, 5, 15, take('x')],
      [3, 5, 15, take('x')],
    ],
    notLinearizable(2),
  ],
  [
    'an empty queue was empty before the put or after the take',
    [
      [1, 0, 10, put('x')],
      [2, 5, 15, take('x')],
      [3, 5, 15, take()],
    ],
    linearizable,
  ],
]

test.each(onQueue)('of a queue: %s', (_, rows, expected) => {
  const history = historyFrom(rows)
  const found = linearize(queue, history)
  expect(found).toMatchObject(expected)
  expect(proofOf(queue, history, found).isProven).toBe(true)
})

test.each([
  [0, 'linearizable'],
  [1, 'not linearizable'],
  [2, 'linearizable'],
  [3, 'linearizable'],
  [4, 'linearizable'],
  [5, 'not linearizable'],
  [13, 'linearizable'],
] as const)('of several outcomes each is tried: a read of %d is %s', (value, kind) => {
  const count = { kind: 'count' } as const
  const rows: readonly Row<typeof count | { kind: 'read'; value: number }>[] =
    value === 0
      ? [[1, 0, 1, { kind: 'read', value }]]
      : [
          [1, 0, 1, count],
          [1, 2, 3, count],
          [1, 4, 5, { kind: 'read', value }],
        ]
  expect(linearize(uncertainCounter, historyFrom(rows)).kind).toBe(kind)
})

test('the longest orders are of different calls, and what fits into none of them is named', () => {
  const found = linearize(
    register,
    historyFrom<RegisterEvent>([
      [1, 0, 10, swap(0, 1, true)],
      [2, 0, 10, swap(0, 2, true)],
      [3, 0, 10, read(9)],
    ]),
  )
  expect(found).toEqual({ kind: 'not linearizable', longest: [[0], [1]], unplaced: [2] })
})

test('where each call has a place in some of the longest orders, those that the first leaves out are named', () => {
  const found = linearize(
    register,
    historyFrom<RegisterEvent>([
      [1, 0, 10, swap(0, 1, true)],
      [2, 0, 10, swap(0, 2, true)],
    ]),
  )
  expect(found).toEqual({ kind: 'not linearizable', longest: [[0], [1]], unplaced: [1] })
})

test('no more than five of the longest orders are kept', () => {
  const rows = Array.from({ length: 8 }, (_, client): Row<RegisterEvent> => [
    client,
    0,
    10,
    swap(0, client + 1, true),
  ])
  const found = linearize(register, historyFrom(rows))
  expect(found.kind === 'not linearizable' && found.longest).toEqual([[0], [1], [2], [3], [4]])
})

test('a search that has used up its states says nothing of the history', () => {
  const rows: readonly Row<RegisterEvent>[] = [
    [1, 0, 10, write(1)],
    [2, 0, 10, write(2)],
    [3, 0, 10, read(9)],
  ]
  expect(linearize(register, historyFrom(rows), { states: 2 })).toEqual({
    kind: 'undecided',
    because: 'no answer within 2 states',
  })
  expect(linearize(register, historyFrom(rows), { states: 100 }).kind).toBe('not linearizable')
})

test('a search is given up when its caller says so', () => {
  const rows: readonly Row<RegisterEvent>[] = [[1, 0, 10, read(9)]]
  expect(linearize(register, historyFrom(rows), { until: () => true })).toEqual({
    kind: 'undecided',
    because: 'out of time',
  })
})

test('ten thousand calls one after the other are no deeper than one', () => {
  const rows = Array.from({ length: 10_000 }, (_, call): Row<RegisterEvent> => [
    1,
    2 * call,
    2 * call + 1,
    swap(call, call + 1, true),
  ])
  expect(linearize(register, historyFrom(rows)).kind).toBe('linearizable')
  const found = linearize(register, historyFrom([...rows, [1, 30_000, 30_001, read(0)]]))
  expect(found).toMatchObject({ kind: 'not linearizable', unplaced: [10_000] })
})

test('ten thousand calls of one client in one moment are in its order', () => {
  const rows = Array.from({ length: 10_000 }, (_, call): Row<RegisterEvent> => [
    1,
    5,
    5,
    swap(call, call + 1, true),
  ])
  expect(linearize(register, historyFrom(rows)).kind).toBe('linearizable')
})
