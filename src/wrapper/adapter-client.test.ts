import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Client, Told } from './client.ts'
import { adapterMaker } from './adapter-client.ts'
import { ask, fileWith, gone, none, opened, patience, pidsIn, target } from './script.test-kit.ts'

/** An adapter, in a file of its own, whose publishVersion runs the statements. */
const adapter = (statements: string, before = ''): Promise<string> =>
  fileWith(
    `${before}
    let calls = 0
    export default {
      name: 'mine',
      create: (target) => ({
        async publishVersion(input) {
          calls += 1
          ${statements}
          return { calls, pid: process.pid }
        },
        getFunction: async () => ({}),
      }),
    }`,
    'adapter.mjs',
  )

const clientOf = async (path: string): Promise<Client> => opened(await adapterMaker(path))

const tell = async (statements: string, timeoutMs = patience): Promise<Told> =>
  (await clientOf(await adapter(statements))).ask(ask, timeoutMs)

const output = async (client: Client): Promise<{ calls?: unknown; pid?: unknown }> => {
  const { answer } = await client.ask(ask, patience)
  if (answer.kind !== 'output') throw new Error(JSON.stringify(answer))
  return answer.output as object
}

test('an adapter says what it is called and which operations it has', async () => {
  expect(await adapterMaker(await adapter(''))).toMatchObject({
    name: 'mine',
    operations: ['PublishVersion', 'GetFunction'],
  })
})

test('an adapter is found from the current folder', async () => {
  const path = relative(process.cwd(), await adapter(''))
  expect((await adapterMaker(path)).name).toBe('mine')
})

test('the methods are made for the target, which is in the environment too', async () => {
  process.env['AWS_PROFILE'] = 'the-users'
  onTestFinished(() => {
    delete process.env['AWS_PROFILE']
  })
  const { answer } = await tell(`
    const { AWS_ENDPOINT_URL_LAMBDA: url, AWS_SECRET_ACCESS_KEY: key, AWS_PROFILE: profile } = process.env
    return { target, input, url, key, profile }`)
  expect(answer).toEqual({
    kind: 'output',
    output: { target, input: ask.input, url: target.endpoint, key: 'SECRETPLANTED' },
  })
})

test('each client has a process of its own, which is gone after closing', async () => {
  const maker = await adapterMaker(await adapter(''))
  const [first, second] = [await opened(maker), await opened(maker)]
  const [one, other] = [await output(first), await output(second)]
  expect(one.pid).not.toBe(other.pid)
  expect(await output(first)).toEqual({ calls: 2, pid: one.pid })
  await Promise.all([first.close(), second.close()])
  await gone(Number(one.pid))
  await gone(Number(other.pid))
  expect((await first.ask(ask, patience)).answer).toEqual(none('died', /the client is closed/))
})

test('the process that was asked for the operations is gone', async () => {
  const pids = await fileWith('', 'pids')
  await adapterMaker(
    await adapter(
      '',
      `import { appendFileSync } from 'node:fs'
      appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n')`,
    ),
  )
  const numbers = pidsIn(pids)
  expect(numbers).toHaveLength(1)
  for (const pid of numbers) await gone(pid)
})

test('a thrown error is told with its name, its status and its message', async () => {
  const { answer, said } = await tell(`
    const error = new Error('try later')
    error.name = 'TooManyRequestsException'
    error.$metadata = { httpStatusCode: 429 }
    error.config = { headers: { authorization: 'in its members' } }
    console.log('to stdout')
    console.error('to stderr')
    throw error`)
  expect(answer).toEqual({
    kind: 'error',
    name: 'TooManyRequestsException',
    status: 429,
    message: 'try later',
  })
  for (const text of ['adapter.mjs', 'in its members', 'to stdout', 'to stderr']) {
    expect(said).toContain(text)
  }
})

test.each([
  ['return "1"', none('odd', /publishVersion answered "1" instead of an object/)],
  ['return { n: 1n }', none('odd', /which is no JSON/)],
  ['throw null', none('odd', /publishVersion threw null/)],
])('%s is an odd answer', async (statements, expected) => {
  expect((await tell(statements)).answer).toEqual(expected)
})

test.each([
  ['process.exit(3)', none('died', /the process of the adapter ended with exit code 3/)],
  ['process.disconnect(); await new Promise(() => {})', none('died', /ended with exit code 0/)],
  ['process.kill(process.pid, "SIGKILL")', none('died', /was killed by SIGKILL/)],
  [
    'setTimeout(() => { throw new TypeError("late") }); await new Promise(() => {})',
    none('died', /ended by an error that nothing caught, TypeError: late/),
  ],
  [
    'Promise.reject(new TypeError("lost")); await new Promise(() => {})',
    none('died', /ended by an error that nothing caught, TypeError: lost/),
  ],
  ['for (;;) continue', none('timed-out', /no answer in 1500 ms/)],
  ['console.error("stuck"); await new Promise(() => {})', none('timed-out', /1500 ms: stuck/)],
])('after %s the next call has a new process', async (statements, expected) => {
  const client = await clientOf(
    await adapter(`if (input.FunctionName === 'bad') { ${statements} }`),
  )
  const first = await output(client)
  const bad = { operation: 'PublishVersion', input: { FunctionName: 'bad' } } as const
  const limit = expected.reason === 'timed-out' ? 1_500 : patience
  expect((await client.ask(bad, limit)).answer).toEqual(expected)
  await gone(Number(first.pid))
  expect(await output(client)).toMatchObject({ calls: 1 })
})

test('an adapter that cannot be loaded a second time is answered for', async () => {
  const once = await fileWith('', 'once')
  const client = await clientOf(
    await adapter(
      'process.exit(3)',
      `import { appendFileSync, readFileSync } from 'node:fs'
      appendFileSync(${JSON.stringify(once)}, '.')
      if (readFileSync(${JSON.stringify(once)}).length > 2) throw new Error('in use')`,
    ),
  )
  expect((await client.ask(ask, patience)).answer).toEqual(none('died', /exit code 3/))
  expect((await client.ask(ask, patience)).answer).toEqual(none('died', /Error: in use/))
})

test('messages and noise of an adapter of its own disturb nothing', async () => {
  const { answer, said } = await tell(`
    process.send(null)
    process.send({ kind: 'told' })
    process.send({ fromAdapterHost: null })
    process.stdout.write('x'.repeat(3_000_000))
    process.stderr.write('y'.repeat(3_000_000))`)
  expect(answer).toMatchObject({ kind: 'output', output: { calls: 1 } })
  expect(said.length).toBeLessThanOrEqual(256 * 1_024)
})

test('an adapter in TypeScript is loaded as it is', async () => {
  const wrapper = fileURLToPath(new URL('wrapper.ts', import.meta.url))
  const path = await fileWith(
    `import { defineWrapper, type WrapperTarget } from ${JSON.stringify(wrapper)}
    import { basename } from 'node:path'
    enum Mode { On = 'on' }
    class Service {
      constructor(private readonly target: WrapperTarget) {}
      publish = async () => ({ Version: Mode.On, Description: basename(this.target.region) })
    }
    export default defineWrapper({
      name: 'typed',
      create: (target) => ({ publishVersion: new Service(target).publish }),
    })`,
    'adapter.ts',
  )
  const maker = await adapterMaker(path)
  expect(maker).toMatchObject({ name: 'typed', operations: ['PublishVersion'] })
  const { answer } = await (await opened(maker)).ask(ask, patience)
  expect(answer).toEqual({
    kind: 'output',
    output: { Version: 'on', Description: 'eu-west-1' },
  })
})

const methods = 'create: () => ({ publishVersion: async () => ({}) })'

test.each([
  ['adapter.cjs', `module.exports = { name: 'mine', ${methods} }`],
  ['adapter.cjs', `exports.__esModule = true; exports.default = { name: 'mine', ${methods} }`],
  ['adapter.js', `export default { name: 'mine', ${methods} }`],
  ['adapter.mts', `export default { name: 'mine' as const, ${methods} }`],
  ['adapter.cts', `const name: string = 'mine'; module.exports = { name, ${methods} }`],
  ['a b%#?.mjs', `export default { name: 'mine', ${methods} }`],
])('%s is loaded: %s', async (name, content) => {
  expect((await adapterMaker(await fileWith(content, name))).name).toBe('mine')
})

test.each([
  ['adapter.mjs', '', /has no default export; write export default defineWrapper/],
  ['adapter.ts', 'export const x: number = 1', /has no default export; write export default/],
  ['adapter.mjs', 'export default 7', /is 7 and no wrapper; write defineWrapper/],
  ['adapter.mjs', 'export default { name: "x" }', /has no function create; write defineWrapper/],
  ['adapter.mjs', `export default { ${methods} }`, /has no name; write defineWrapper/],
  ['adapter.mjs', '\n\nlet x = )', /cannot be loaded, because of SyntaxError: .*, line 3; make/],
  ['adapter.ts', '\n\nlet x = )', /cannot be loaded, because of .*; make/],
  ['adapter.mjs', 'import "./no-such.mjs"', /cannot be loaded, because of Error: Cannot find mod/],
  ['adapter.mjs', 'throw new TypeError("top")', /because of TypeError: top; make it/],
  ['adapter.mjs', 'process.exit(3)', /cannot be loaded: .*ended with exit code 3; make it/],
  [
    'adapter.mjs',
    'setTimeout(() => { throw new TypeError("late") }); await new Promise(() => {})',
    /cannot be loaded: .* nothing caught, TypeError: late; make it/,
  ],
  [
    'adapter.mjs',
    'export default { name: "x", create() { throw new TypeError("no") } }',
    /^create of .* throws TypeError: no; make it/,
  ],
  ['adapter.mjs', 'export default { name: "x", create() {} }', /gave back undefined; return an/],
  [
    'adapter.mjs',
    'export default { name: "x", create: () => ({ publishVersion: {} }) }',
    /^publishVersion of .* is \{\} and no function; write publishVersion: async/,
  ],
  [
    'adapter.mjs',
    'export default { name: "x", create: () => ({ publish() {} }) }',
    /has none of publishVersion, updateFunctionCode and publishLayerVersion; return at least/,
  ],
])('%s with %j is unusable, in one line', async (name, content, line) => {
  await expectUnusable(await fileWith(content, name), line)
})

test('a path where nothing is, or a folder, is unusable', async () => {
  await expectUnusable('./no-such-adapter.mjs', /^\.\/no-such-adapter\.mjs does not exist; make/)
  await expectUnusable('./src', /^\.\/src cannot be loaded, because of .*; make it a module/)
})

const expectUnusable = async (path: string, line: RegExp): Promise<void> => {
  const error: unknown = await adapterMaker(path).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'UnusableWrapper', message: expect.stringMatching(line) })
  expect(error).toMatchObject({ message: expect.stringMatching(/^[^\p{Cc}]{1,300}$/u) })
}
