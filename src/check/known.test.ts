import { expect, test } from 'vitest'
import type { Exchange } from '../drivers/driver.ts'
import { text } from '../model/json.ts'
import { newKeeper } from '../run/keep.ts'
import { exchangeOf, reply } from '../run/run.fixture.ts'
import { asJudged, asKnown } from './known.ts'

const publish = (name: string, status: number, more: Partial<Exchange> = {}): Exchange => ({
  ...exchangeOf('PublishVersion', { FunctionName: name }, reply(status, {})),
  ...more,
})

const statuses = (exchanges: readonly Exchange[]): readonly string[] =>
  exchanges.map(
    ({ call, outcome }) =>
      `${text(call.input, 'FunctionName')} ${outcome.kind === 'reply' ? outcome.status : outcome.reason}`,
  )

test.each<[string, readonly Exchange[], readonly string[]]>([
  [
    'a call that was told to come again, and then carried out',
    [publish('f', 429), publish('f', 429), publish('f', 201)],
    ['f 201'],
  ],
  [
    'a call that was told so to the last, five times, and the same call again',
    [...Array.from({ length: 5 }, () => publish('f', 429)), publish('f', 201)],
    ['f 429', 'f 201'],
  ],
  ['another call after it', [publish('f', 429), publish('g', 201)], ['f 429', 'g 201']],
  [
    'one that a client was given on purpose',
    [
      publish('f', 429, {
        call: {
          operation: 'PublishVersion',
          input: { FunctionName: 'f' },
          fault: 'throttled-always',
        },
      }),
      publish('f', 201),
    ],
    ['f 429', 'f 201'],
  ],
  [
    'the same call of two clients',
    [
      publish('f', 429, { lane: 1, endedAtMs: 1 }),
      publish('f', 201, { lane: 2, endedAtMs: 2 }),
      publish('f', 200, { lane: 1, endedAtMs: 3 }),
    ],
    ['f 201', 'f 200'],
  ],
  [
    'one that ends a race, and the same call afterwards',
    [publish('f', 429, { lane: 1 }), publish('f', 201)],
    ['f 429', 'f 201'],
  ],
])('of repeated sendings the last one counts: %s', (_what, exchanges, expected) => {
  expect(statuses(asJudged(exchanges))).toEqual(expected)
})

test('calls made at the same moment stand in the order of their replies, and all others where they were', () => {
  const stored = [
    publish('first', 201, { endedAtMs: 90 }),
    publish('a', 201, { lane: 1, endedAtMs: 7 }),
    publish('b', 201, { lane: 2, endedAtMs: 5 }),
    publish('last', 201, { endedAtMs: 1 }),
    publish('c', 201, { lane: 1, endedAtMs: 4 }),
    publish('d', 201, { lane: 2, endedAtMs: 3 }),
  ]
  expect(statuses(asJudged(stored))).toEqual([
    'first 201',
    'b 201',
    'a 201',
    'last 201',
    'd 201',
    'c 201',
  ])
})

const get = (size: number, headers: Readonly<Record<string, string>> = {}): Exchange =>
  exchangeOf('GetFunction', { FunctionName: 'f' }, reply(200, 'x'.repeat(size), headers))

test.each([
  ['a body', get(300_000)],
  ['its headers', get(10, { one: 'y'.repeat(9_000) })],
])('a reply of which %s was cut is as good as lost', (_what, exchange) => {
  expect(asKnown(exchange)).toBe(exchange)
  const [kept = exchange] = newKeeper()([exchange])
  expect(asKnown(kept).outcome).toMatchObject({ kind: 'lost', reason: 'too-large' })
})

test('a subject cannot make a reply look cut', () => {
  const claimed = exchangeOf(
    'GetFunction',
    { FunctionName: 'f' },
    {
      kind: 'reply',
      status: 200,
      headers: {},
      text: 'not kept: 5 characters… (cut: 500002 characters in all)',
      body: { kind: 'not-json', why: `Unexpected token 'o', "not kept: "... is not valid JSON` },
    },
  )
  expect(asKnown(claimed)).toBe(claimed)
})

const answered = (over: object): Exchange => ({
  ...publish('f', 201),
  client: {
    answer: { kind: 'output', output: { Version: '1' } },
    wire: [],
    strays: [],
    leaks: [],
    ...over,
  },
})

const sent = (body: string) => ({
  request: { method: 'POST', path: '/', headers: {}, body },
  signature: 'right' as const,
  given: reply(201, {}),
  startedAtMs: 0,
  endedAtMs: 1,
})

test.each([
  ['its output', answered({ answer: { kind: 'output', output: 'z'.repeat(300_000) } })],
  ['its message', answered({ answer: { kind: 'error', message: 'z'.repeat(300_000) } })],
  ['a request', answered({ wire: [sent('z'.repeat(300_000))] })],
  ['a reply it got', answered({ wire: [{ ...sent(''), given: get(300_000).outcome }] })],
  [
    'a reply after its answer',
    answered({ strays: [{ ...sent(''), given: get(300_000).outcome }] }),
  ],
])('a client of which %s was cut is unknown', (_what, exchange) => {
  expect(asKnown(exchange)).toBe(exchange)
  const [kept = exchange] = newKeeper()([exchange])
  expect(asKnown(kept).client).toBeUndefined()
  expect(asKnown(kept).outcome.kind).toBe('lost')
})

test('of a storm of requests the first and the last are kept', () => {
  const wire = Array.from({ length: 200 }, (_, index) => sent(`${index}`))
  const [kept] = newKeeper()([answered({ wire, strays: wire.slice(0, 3) })])
  const bodies = kept?.client?.wire.map(({ request }) => request.body)
  expect(bodies).toHaveLength(50)
  expect([bodies?.[0], bodies?.at(-1)]).toEqual(['0', '199'])
  expect(kept?.client?.strays).toHaveLength(3)
})
