import { expect, test } from 'vitest'
import type { ClientAnswer } from '../drivers/client-record.ts'
import type { Told } from './client.ts'
import { inlineMaker } from './inline-client.ts'
import { ask, expectUnusable, target } from './script.test-kit.ts'
import type { Wrapper } from './wrapper.ts'

/** A wrapper as a user without types may write it. */
const untyped = (wrapper: unknown): Wrapper => wrapper as Wrapper

const publishing = (publishVersion: unknown): Wrapper =>
  untyped({ name: 'mine', create: () => ({ publishVersion }) })

const told = async (publishVersion: unknown, timeoutMs = 5_000): Promise<Told> => {
  const client = await (await inlineMaker(publishing(publishVersion))).open(target)
  return client.ask(ask, timeoutMs)
}

const answering = async (output: unknown): Promise<ClientAnswer> =>
  (await told(async () => output)).answer

const throwing = (thrown: unknown): Promise<Told> =>
  told(async () => {
    throw thrown
  })

const odd = (because: RegExp) => ({
  kind: 'none',
  reason: 'odd',
  because: expect.stringMatching(because),
})

test('a wrapper has the documented operations whose methods it has, own or inherited', async () => {
  class Methods {
    publishVersion = async () => ({})
    listLayers = async () => ({})
    updateAlias = undefined
    async getFunction() {
      return {}
    }
  }
  const maker = await inlineMaker(untyped({ name: 'mine\n2', create: () => new Methods() }))
  expect(maker).toMatchObject({ name: 'mine 2', operations: ['PublishVersion', 'GetFunction'] })
})

test('each client is made for its own target', async () => {
  const maker = await inlineMaker(
    untyped({
      name: 'mine',
      create: (given: unknown) => ({
        publishVersion: async (input: unknown) => ({ given, input }),
      }),
    }),
  )
  const client = await maker.open(target)
  expect((await client.ask(ask, 5_000)).answer).toEqual({
    kind: 'output',
    output: { given: target, input: ask.input },
  })
})

test('a wrapper can do no harm to the input it is given', async () => {
  const input = { FunctionName: 'f' }
  const maker = await inlineMaker(
    publishing((given: { FunctionName?: string }) => {
      delete given.FunctionName
      return {}
    }),
  )
  await (await maker.open(target)).ask({ operation: 'PublishVersion', input }, 5_000)
  expect(input).toEqual({ FunctionName: 'f' })
})

test('an output is what JSON makes of it, without what a library adds', async () => {
  const output = { Version: '1', Description: undefined, at: new Date(0), go: () => {} }
  expect(await answering({ ...output, $metadata: { httpStatusCode: 201, attempts: 1 } })).toEqual({
    kind: 'output',
    output: { Version: '1', at: '1970-01-01T00:00:00.000Z' },
    status: 201,
  })
  expect(await answering({ ...output, ResponseMetadata: { HTTPStatusCode: 201 } })).toEqual({
    kind: 'output',
    output: { Version: '1', at: '1970-01-01T00:00:00.000Z' },
    status: 201,
  })
  expect(await answering({ $metadata: { httpStatusCode: 99 } })).toEqual({
    kind: 'output',
    output: {},
  })
})

/** Throws at every look into it. */
const shut: Record<string, unknown> = new Proxy(
  {},
  {
    get: () => {
      throw new Error('shut')
    },
    getPrototypeOf: () => {
      throw new Error('shut')
    },
  },
)

const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

let deep: unknown = {}
for (let level = 0; level < 300; level += 1) deep = { deep }

test.each([
  ['1', /^publishVersion answered "1" instead of an object with the members of the reply$/],
  [1, /answered 1 instead of/],
  [null, /answered null instead of/],
  [undefined, /answered undefined instead of/],
  [[{}], /answered \[ \{\} \] instead of/],
  [() => {}, /instead of/],
  [new Date(0), /answered 1970-01-01T00:00:00.000Z instead of/],
  [{ n: 1n }, /which is no JSON: Do not know how to serialize a BigInt$/],
  [cycle, /which is no JSON: Converting circular structure to JSON$/],
  [deep, /which is no JSON: nested more than 256 levels deep$/],
  [{ toJSON: () => shut.x }, /which is no JSON: shut$/],
  [new Error('boom'), /gave back an error, Error: boom .*, and did not throw it$/],
])('an output that is none is odd, case %#', async (output, because) => {
  expect(await answering(output)).toEqual(odd(because))
})

test('what an odd answer was stays in one short line', async () => {
  const answer = await answering(`a\n\u001B[31m${'long '.repeat(1_000)}`)
  expect(answer).toEqual(odd(/^[^\p{Cc}]{1,300}$/u))
})

class TooBig extends Error {
  override readonly name = 'TooBigException'
  readonly config = { headers: { authorization: 'SECRETPLANTED' } }
}

test('an error is told by its name, its message and the status it carries', async () => {
  const { answer, said } = await throwing(new TooBig('too big'))
  expect(answer).toEqual({ kind: 'error', name: 'TooBigException', message: 'too big' })
  expect(said).toContain('inline-client.test.ts')
  expect(said).toContain('SECRETPLANTED')
})

test.each([
  [{ $metadata: { httpStatusCode: 409 }, statusCode: 500 }, 409],
  [{ $response: { statusCode: 409 }, statusCode: 500 }, 409],
  [{ statusCode: 409, status: 500 }, 409],
  [{ status: 409 }, 409],
  [{ status: '409' }, undefined],
  [{ status: 1_000 }, undefined],
])('the status of an error with %j is %j', async (members, status) => {
  const { answer } = await throwing({ name: 'ResourceConflictException', ...members })
  expect(answer).toEqual({
    kind: 'error',
    name: 'ResourceConflictException',
    ...(status === undefined ? {} : { status }),
  })
})

test.each([null, undefined, 'gone', 404, { code: 404 }, []])(
  'to throw %j is an odd answer',
  async (thrown) => {
    expect((await throwing(thrown)).answer).toEqual(odd(/^publishVersion threw .+ instead of an/))
  },
)

test('a method that throws at once is answered for', async () => {
  const { answer } = await told(() => {
    throw new TypeError('at once')
  })
  expect(answer).toEqual({ kind: 'error', name: 'TypeError', message: 'at once' })
})

test('a thrown thing that cannot be looked into is an odd answer', async () => {
  expect((await throwing(shut)).answer).toEqual(odd(/cannot be read$/))
})

test('a method that never answers is answered for when the time is up', async () => {
  const { answer } = await told(() => new Promise(() => {}), 20)
  expect(answer).toEqual({ kind: 'none', reason: 'timed-out', because: 'no answer in 20 ms' })
})

test('what was said is bounded', async () => {
  const { said } = await told(async () => ({ text: 'x'.repeat(1_000_000), Version: 'LAST' }))
  expect(said.length).toBeLessThanOrEqual(256 * 1_024)
  expect(said).toContain('"Version":"LAST"')
})

test('an operation without a method is answered for', async () => {
  const client = await (await inlineMaker(publishing(async () => ({})))).open(target)
  const { answer } = await client.ask({ operation: 'GetFunction', input: {} }, 5_000)
  expect(answer).toEqual(odd(/^the wrapper has no getFunction$/))
})

const named = { name: 'mine' }

test.each([
  [undefined, /^the wrapper is undefined and no wrapper; write defineWrapper\(\{ name/],
  [named, /^the wrapper has no function create; write defineWrapper\(\{ name/],
  [{ create: () => ({}) }, /^the wrapper has no name; write defineWrapper\(\{ name/],
  [{ name: ' \n', create: () => ({}) }, /^the wrapper has no name; write/],
  [{ ...named, create: () => undefined }, /^create of the wrapper gave back undefined; return an/],
  [
    { ...named, create: () => ({}) },
    /^the wrapper has none of publishVersion, .*; return at least/,
  ],
  [
    { ...named, create: () => ({ getFunction: () => ({}) }) },
    /^the wrapper has none of publishVersion, .*; return at least/,
  ],
  [
    { ...named, create: () => ({ publishVersion: () => ({}), updatefunctioncode: () => ({}) }) },
    /^the wrapper has "updatefunctioncode"; call it updateFunctionCode$/,
  ],
  [
    { ...named, create: () => ({ publishVersion: 'x' }) },
    /^publishVersion of the wrapper is "x" and no function; write publishVersion: async/,
  ],
  [
    {
      ...named,
      create: () => {
        throw new TypeError(`no region ${'long '.repeat(100)}`)
      },
    },
    /^create of the wrapper throws TypeError: no region .*…; make it work without a request/,
  ],
])('a wrapper that lacks something is unusable, in one line, case %#', async (wrapper, line) => {
  await expectUnusable(inlineMaker(untyped(wrapper)), line)
})
