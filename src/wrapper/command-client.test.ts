import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { ClientAnswer } from '../drivers/client-record.ts'
import type { Client, Told } from './client.ts'
import { commandMaker } from './command-client.ts'
import { ask, fileWith, gone, none, opened, patience, pidsIn, target } from './script.test-kit.ts'

/** The command that runs this script with Node. */
const running = async (script: string): Promise<string> =>
  `'${process.execPath}' '${await fileWith(script, 'program.mjs')}'`

const clientOf = (command: string, persistent = false): Promise<Client> =>
  opened(commandMaker({ command, persistent }))

/** Reads one question and then runs the statements, which know it as `ask`. */
const onAsk = (statements: string): string => `
  import { readFileSync } from 'node:fs'
  const ask = JSON.parse(readFileSync(0, 'utf8'))
  const reply = (value) => console.log(JSON.stringify(value))
  ${statements}`

const tell = async (statements: string, timeoutMs = patience): Promise<Told> =>
  (await clientOf(await running(onAsk(statements)))).ask(ask, timeoutMs)

const answerTo = async (statements: string, timeoutMs = patience): Promise<ClientAnswer> =>
  (await tell(statements, timeoutMs)).answer

test('a command is known by its text and has the three operations', () => {
  expect(commandMaker({ command: 'python3\n deploy.py', persistent: false })).toMatchObject({
    name: 'python3 deploy.py',
    operations: ['PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion'],
  })
})

test('a program is asked on its standard input and answers with an output', async () => {
  expect(await answerTo('reply({ ok: true, status: 201, output: ask })')).toEqual({
    kind: 'output',
    output: ask,
    status: 201,
  })
})

test('what an SDK adds to an output is no part of it', async () => {
  const output = '{ Version: "1", ResponseMetadata: { HTTPStatusCode: 201, RetryAttempts: 0 } }'
  expect(await answerTo(`reply({ ok: true, output: ${output} })`)).toEqual({
    kind: 'output',
    output: { Version: '1' },
    status: 201,
  })
})

test.each([
  ['{ name: "X", status: 409, message: "m" }', { name: 'X', status: 409, message: 'm' }],
  ['{ status: 409 }', { status: 409 }],
  ['{ name: 7, status: "409", message: null }', {}],
  ['"gone"', { message: 'gone' }],
  ['undefined', {}],
])('the error %s is told by what it has', async (error, members) => {
  expect(await answerTo(`reply({ ok: false, error: ${error} })`)).toEqual({
    kind: 'error',
    ...members,
  })
})

test('an error counts whatever the exit code is', async () => {
  expect(await answerTo('reply({ ok: false, error: { name: "X" } }); process.exit(3)')).toEqual({
    kind: 'error',
    name: 'X',
  })
})

test.each([
  ['reply({ ok: true })', none('odd', /the program answered undefined instead of an object/)],
  ['reply({ ok: true, output: [] })', none('odd', /the program answered \[\] instead of an obj/)],
  ['reply({ Version: "1" })', none('odd', /the program wrote .*Version.* and not \{"ok":true/)],
  ['reply(7)', none('odd', /the program wrote "7" and not \{"ok":true/)],
  ['console.log("{"); process.exit(2)', none('odd', /wrote "\{" and not .*exit code 2/)],
  ['', none('silent', /the program wrote no reply and ended with exit code 0/)],
  ['process.exit(4)', none('silent', /ended with exit code 4/)],
  ['console.error("a\\nb\\u0007\\n"); process.exit(4)', none('silent', /exit code 4: b/)],
  ['throw new TypeError("boom")', none('silent', /exit code 1: TypeError: boom/)],
  ['process.kill(process.pid, "SIGKILL")', none('died', /the program was killed by SIGKILL/)],
  ['process.abort()', none('died', /the program was killed by SIGABRT/)],
])('%s is no answer', async (statements, expected) => {
  expect(await answerTo(statements)).toEqual(expected)
})

test('a command that does not exist is told of as the shell tells it', async () => {
  const client = await clientOf('lambda-conformance-no-such-command')
  expect((await client.ask(ask, patience)).answer).toEqual(
    none('not-started', /could not be started.*lambda-conformance-no-such-command.*not found/),
  )
})

test('a reply is found in noise, the last one counts, and it may be laid out', async () => {
  const output = { kind: 'output', output: { Version: '2' } }
  const two =
    'reply({ ok: true, output: { Version: "1" } }); reply({ ok: true, output: { Version: "2" } })'
  expect(await answerTo(`console.log("{ noise"); ${two}; console.log("{} done")`)).toEqual(output)
  const laidOut = 'JSON.stringify({ ok: true, output: { Version: "2" } }, null, 2)'
  expect(await answerTo(`console.log("\\uFEFF" + ${laidOut})`)).toEqual(output)
})

test('what a program says is kept, its noise and its answer', async () => {
  const { said } = await tell(`
    console.log("out")
    console.error("err")
    reply({ ok: false, error: { name: "X", extra: "more" } })`)
  expect(said).toContain('out')
  expect(said).toContain('err')
  expect(said).toContain('"extra":"more"')
})

test.each([false, true])(
  'a program that never answers is killed with all it started (persistent: %j)',
  async (persistent) => {
    const pids = await fileWith('', 'pids')
    const command = await running(`
      import { spawn } from 'node:child_process'
      import { appendFileSync } from 'node:fs'
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n' + child.pid + '\\n')
      setInterval(() => {}, 1000)
      console.error('stuck')`)
    const client = await clientOf(command, persistent)
    const { answer, said } = await client.ask(ask, 1_500)
    expect(answer).toEqual(none('timed-out', /no answer in 1500 ms: stuck/))
    expect(said).toContain('stuck')
    await client.close()
    const started = pidsIn(pids)
    expect(started.length).toBeGreaterThanOrEqual(2)
    for (const pid of started) await gone(pid)
  },
)

test('a program in an endless loop is killed', async () => {
  expect(await answerTo('for (;;) continue', 1_000)).toEqual(none('timed-out', /no answer in 1000/))
})

test('a program that answers and does not end has answered', async () => {
  const statements = 'reply({ ok: true, output: {} }); setInterval(() => {}, 1000)'
  expect(await answerTo(statements)).toEqual({ kind: 'output', output: {} })
})

test('what a program leaves running is ended with it', async () => {
  const pids = await fileWith('', 'pids')
  const command = await running(
    onAsk(`
      import { spawn } from 'node:child_process'
      import { writeFileSync } from 'node:fs'
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
      writeFileSync(${JSON.stringify(pids)}, String(child.pid))
      reply({ ok: true, output: {} })
      child.unref()`),
  )
  const client = await clientOf(command)
  expect((await client.ask(ask, patience)).answer).toEqual({ kind: 'output', output: {} })
  for (const pid of pidsIn(pids)) await gone(pid)
  expect(pidsIn(pids)).toHaveLength(1)
})

test.each([false, true])(
  'a program that writes without end is killed (persistent: %j)',
  async (persistent) => {
    const flood = `
      import { writeSync } from 'node:fs'
      process.stdin.once('data', () => {
        const chunk = 'x'.repeat(1 << 20)
        for (;;) {
          try {
            writeSync(1, chunk)
          } catch (error) {
            if (error.code !== 'EAGAIN') throw error
          }
        }
      })`
    const client = await clientOf(await running(flood), persistent)
    const { answer, said } = await client.ask(ask, patience)
    expect(answer).toEqual(none('odd', /the program wrote more than 64 MB for one call/))
    expect((await client.ask(ask, patience)).answer).toEqual(answer)
    expect(said.length).toBeLessThanOrEqual(256 * 1_024)
  },
)

test.each([false, true])(
  'a program has the credentials of the target and none of the user (persistent: %j)',
  async (persistent) => {
    const names = ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'LAMBDA_CONFORMANCE_X', 'AWS_REGION']
    for (const name of names) {
      process.env[name] = 'the-users'
    }
    const script = `process.stdin.once('data', () => {
      const found = Object.entries(process.env).filter(([name]) => /^(AWS|LAMBDA)_/.test(name))
      console.log(JSON.stringify({ ok: true, output: Object.fromEntries(found) }))
    })`
    try {
      const client = await clientOf(await running(script), persistent)
      expect((await client.ask(ask, patience)).answer).toEqual({
        kind: 'output',
        output: {
          AWS_ENDPOINT_URL_LAMBDA: target.endpoint,
          AWS_REGION: target.region,
          AWS_DEFAULT_REGION: target.region,
          AWS_ACCESS_KEY_ID: 'AKIDPLANTED',
          AWS_SECRET_ACCESS_KEY: 'SECRETPLANTED',
          AWS_EC2_METADATA_DISABLED: 'true',
        },
      })
    } finally {
      for (const name of names) delete process.env[name]
    }
  },
)

test('each call has a process of its own, and none is left after closing', async () => {
  const pids = await fileWith('', 'pids')
  const command = await running(`
    import { appendFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n')
    ${onAsk('reply({ ok: true, output: { pid: process.pid } })')}`)
  const client = await clientOf(command)
  const told = [await client.ask(ask, patience), await client.ask(ask, patience)]
  expect(new Set(told.map(({ answer }) => JSON.stringify(answer))).size).toBe(2)
  await client.close()
  for (const pid of pidsIn(pids)) await gone(pid)
  expect((await client.ask(ask, patience)).answer).toEqual(none('died', /the client is closed/))
})

test('an answer given before the question is none of it', async () => {
  const [pids, version] = [await fileWith('', 'pids'), await fileWith('1', 'version')]
  const command = await running(`
    import { appendFileSync, readFileSync } from 'node:fs'
    const Version = readFileSync(${JSON.stringify(version)}, 'utf8')
    console.log(JSON.stringify({ ok: true, output: { Version } }))
    appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n')`)
  const client = await clientOf(command)
  const { answer: first } = await client.ask(ask, patience)
  await expect.poll(() => pidsIn(pids).length, { timeout: patience }).toBeGreaterThanOrEqual(2)
  await writeFile(version, '2')
  const { answer: second } = await client.ask(ask, patience)
  expect([first, second]).toEqual([
    { kind: 'output', output: { Version: '1' } },
    { kind: 'output', output: { Version: '2' } },
  ])
})

test('closing answers for the call that is being waited for', async () => {
  const client = await clientOf(await running(onAsk('setInterval(() => {}, 1000)')))
  const told = client.ask(ask, patience)
  await client.close()
  expect((await told).answer).toEqual(none('died', /./))
})
