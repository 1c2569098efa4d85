import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { mutated, replacedIn } from '../fuzz/mutated.fixture.ts'
import { jsonText } from '../report/json-text.ts'
import { exchangeOf, lost, reply } from '../run/run.fixture.ts'
import { mostCalls, readLine } from './line.ts'
import type { StoredProgram } from './stored.ts'

const exchanges: readonly Exchange[] = [
  {
    ...exchangeOf('CreateFunction', { FunctionName: 'f' }, reply(201, { Version: '$LATEST' })),
    lane: 2,
  },
  {
    ...exchangeOf('PublishVersion', { FunctionName: 'f' }, lost('timeout')),
    call: {
      operation: 'PublishVersion',
      input: { FunctionName: 'f' },
      written: { body: '{', pathEncoding: 'lavish' },
      fault: 'reply-slow',
    },
    client: {
      answer: { kind: 'error', name: 'E', status: 412, message: 'no' },
      wire: [
        {
          request: { method: 'POST', path: '/', headers: { a: 'b' }, body: '{}' },
          call: { operation: 'GetFunction', input: {} },
          signature: 'right',
          fault: 'throttled-once',
          answered: reply(200, { a: 1 }),
          given: lost('connection-lost'),
          startedAtMs: 1,
          endedAtMs: 2,
        },
      ],
      strays: [],
      leaks: ['the secret'],
    },
  },
]

const line = (over: object = {}): string =>
  jsonText({ program: 'repeat-publish', exchanges, ...over })

const readProgram = (text: string): StoredProgram => {
  const read = readLine(text)
  if (read.kind !== 'program') throw new Error(JSON.stringify(read))
  return read.program
}

test('what a run has written is read as it was', () => {
  expect(readProgram(line())).toEqual({ name: 'repeat-publish', exchanges })
  expect(readProgram(line({ shrinking: 'names/a', replay: '1:a:2' }))).toMatchObject({
    shrinking: 'names/a',
    replay: '1:a:2',
  })
})

const [first] = exchanges
const changed = (over: object): string => line({ exchanges: [{ ...first, ...over }] })

const misfits: readonly (readonly [text: string, why: string])[] = [
  [jsonText({ program: 'a' }), 'exchanges is missing'],
  [jsonText({ exchanges: [] }), 'program is missing'],
  ['[]', 'it is no object'],
  ['null', 'it is no object'],
  ['7', 'it is no object'],
  [line({ program: 7 }), 'program is no text'],
  [line({ exchanges: {} }), 'exchanges is no list'],
  [line({ exchanges: [first, null] }), 'exchanges[1] is no object'],
  [
    changed({ call: { operation: 'InvokeFunction', input: {} } }),
    'exchanges[0].call.operation is no operation that this release knows',
  ],
  [changed({ call: { operation: 'GetFunction' } }), 'exchanges[0].call.input is missing'],
  [
    changed({ outcome: { ...reply(200), status: '200' } }),
    'exchanges[0].outcome.status is no whole number from 100 to 999',
  ],
  [
    changed({ outcome: { ...reply(200), status: 1e9 } }),
    'exchanges[0].outcome.status is no whole number from 100 to 999',
  ],
  [
    changed({ outcome: { ...reply(200), headers: { a: 1 } } }),
    'a value in exchanges[0].outcome.headers is no text',
  ],
  [
    changed({ outcome: { kind: 'odd' } }),
    'exchanges[0].outcome.kind is no outcome that this release knows',
  ],
  [changed({ startedAtMs: null }), 'exchanges[0].startedAtMs is no time in milliseconds'],
  [
    line().replace('"startedAtMs":0', '"startedAtMs":1e999'),
    'exchanges[0].startedAtMs is no time in milliseconds',
  ],
  [changed({ lane: 0 }), 'exchanges[0].lane is no whole number from 1 to 64'],
  [changed({ lane: 1e15 }), 'exchanges[0].lane is no whole number from 1 to 64'],
  [changed({ client: {} }), 'exchanges[0].client.answer is missing'],
]

test.each(misfits.map(([text, why]) => ({ text, why })))(
  'no program of ours: $why',
  ({ text, why }) => {
    expect(readLine(text)).toEqual({ kind: 'misfit', why })
  },
)

test('half a line, as a killed run leaves it, is no whole JSON', () => {
  expect(readLine(line().slice(0, 300))).toEqual({ kind: 'broken' })
})

test.each([
  [
    'a deep line',
    `{"program":"a","exchanges":${'['.repeat(100_000)}`,
    'nested more than 300 levels deep',
  ],
  [
    'a line of very many values',
    `{"program":"a","exchanges":[${'0,'.repeat(2_100_000)}0]}`,
    'more than 2000000 values',
  ],
  [
    'a line of very many calls',
    jsonText({ program: 'a', exchanges: Array.from({ length: mostCalls + 1 }, () => first) }),
    '2001 calls, 2000 at most',
  ],
  [
    'a line of very many calls at once',
    jsonText({ program: 'a', exchanges: Array.from({ length: 201 }, () => first) }),
    '201 calls at the same moment, 200 at most',
  ],
])('%s is more than can be judged', (_what, text, why) => {
  expect(readLine(text)).toEqual({ kind: 'too-long', why })
})

test('a member called __proto__ is a member like any other', () => {
  const call = '{"operation":"GetFunction","input":{"__proto__":{"FunctionName":"f"}}}'
  const headers = '{"__proto__":"x"}'
  const text = line({ exchanges: [{ ...first, call: 0, outcome: { ...reply(200), headers: 1 } }] })
    .replace('"call":0', `"call":${call}`)
    .replace('"headers":1', `"headers":${headers}`)
  const [read] = readProgram(text).exchanges
  expect(read?.call.input['FunctionName']).toBeUndefined()
  expect(Object.keys(read?.call.input ?? {})).toEqual(['__proto__'])
  expect(({} as Readonly<Record<string, unknown>>)['FunctionName']).toBeUndefined()
})

test('the body of a reply is what its text says, whatever stands beside it', () => {
  const [read] = readProgram(
    changed({ outcome: { ...reply(200, { a: 1 }), body: { kind: 'json', value: { a: 2 } } } }),
  ).exchanges
  expect(read?.outcome).toEqual(reply(200, { a: 1 }))
})

test('of a body that was not kept whole nothing is read', () => {
  const body = { kind: 'not-json', why: 'not kept: 500002 characters' } as const
  const text = '{"a":1… (cut: 500002 characters in all)'
  const [read] = readProgram(changed({ outcome: { ...reply(200), text, body } })).exchanges
  expect(read?.outcome).toMatchObject({ text, body })
})

test('whatever becomes of a line, it is read or said to be none', () => {
  const valid = line()
  fc.assert(
    fc.property(
      fc.oneof(
        mutated(valid),
        replacedIn(JSON.parse(valid) as Json).map((value) => JSON.stringify(value)),
      ),
      (text) => {
        expect(['program', 'broken', 'too-long', 'misfit']).toContain(readLine(text).kind)
      },
    ),
    { numRuns: 2_000, seed: 1 },
  )
})
