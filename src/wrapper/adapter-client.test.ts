import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Client, Told } from './client.ts'
import { adapterMaker } from './adapter-client.ts'
import {
  ask,
  expectUnusable,
  fileWith,
  gone,
  none,
  opened,
  patience,
  pidsIn,
  target,
} from './script.test-kit.ts'

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

test('an adapter is found from the current folder, whatever it is called', async () => {
  const file = await fileWith("export { default } from './adapter.mjs'", 'a b%#?.mjs')
  await writeFile(join(dirname(file), 'adapter.mjs'), await readFile(await adapter('')))
  expect((await adapterMaker(relative(process.cwd(), file))).name).toBe('mine')
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

test('the process that was asked for the operations is gone, usable or not', async () => {
  const pids = await fileWith('', 'pids')
  const note = `
    import { appendFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n')`
  await adapterMaker(await adapter('', note))
  await expectUnusable(adapterMaker(await fileWith(note, 'adapter.mjs')), /no default export/)
  const numbers = pidsIn(pids)
  expect(numbers).toHaveLength(2)
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
  [
    'process.disconnect(); await new Promise((resolve) => setTimeout(resolve, 1e6))',
    none('died', /ended with exit code 0/),
  ],
  ['process.kill(process.pid, "SIGKILL")', none('died', /was killed by SIGKILL/)],
  [
    'setTimeout(() => { throw new TypeError("late") }); await new Promise(() => {})',
    none('died', /ended by an error that nothing caught, TypeError: late/),
  ],
  [
    'Promise.reject(new TypeError("lost")); await new Promise(() => {})',
    none('died', /ended by an error that nothing caught, TypeError: lost/),
  ],
  ['for (;;) continue', none('timed-out', /no answer in 500 ms/)],
  ['console.error("stuck"); await new Promise(() => {})', none('timed-out', /500 ms: stuck/)],
])('after %s the next call has a new process', async (statements, expected) => {
  const client = await clientOf(
    await adapter(`if (input.FunctionName === 'bad') { ${statements} }`),
  )
  const first = await output(client)
  const bad = { operation: 'PublishVersion', input: { FunctionName: 'bad' } } as const
  const limit = expected.reason === 'timed-out' ? 500 : patience
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
    process.send({ kind: 'told', id: 1 })
    process.send({ mark: '', message: null })
    process.stdout.write('x'.repeat(3_000_000))
    process.stderr.write('y'.repeat(3_000_000))`)
  expect(answer).toMatchObject({ kind: 'output', output: { calls: 1 } })
  expect(said.length).toBeLessThanOrEqual(256 * 1_024)
})

test('an adapter in TypeScript is loaded as it is, from the current folder', async () => {
  const path = await fileWith(
    `class Service {
      constructor(private readonly region: string) {}
      publish = async () => ({ Description: this.region })
    }
    export default {
      name: 'typed',
      create: ({ region }) => ({ publishVersion: new Service(region).publish }),
    }`,
    'adapter.ts',
  )
  const maker = await adapterMaker(relative(process.cwd(), path))
  expect(maker).toMatchObject({ name: 'typed', operations: ['PublishVersion'] })
  const { answer } = await (await opened(maker)).ask(ask, patience)
  expect(answer).toEqual({ kind: 'output', output: { Description: 'eu-west-1' } })
})

test.each([
  ['export const x = 1', /has no default export; write export default defineWrapper/],
  ['export default { name: "x", create() {} }', /gave back undefined; return an object/],
  ['process.exit(3)', /cannot be loaded: .*ended with exit code 3; make it/],
  ['throw new TypeError("top")', /cannot be loaded, because of TypeError: top; make it/],
  [
    'setTimeout(() => { throw new TypeError("late") }); await new Promise(() => {})',
    /cannot be loaded: .* nothing caught, TypeError: late; make it/,
  ],
])('%s is unusable, in one line', async (content, line) => {
  await expectUnusable(adapterMaker(await fileWith(content, 'adapter.mjs')), line)
})

test('an adapter is called in its line as its user wrote it', async () => {
  await expectUnusable(adapterMaker('./none.mjs'), /^\.\/none\.mjs does not exist; give the path/)
})
