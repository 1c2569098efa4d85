import { expect, test } from 'vitest'
import type { Client } from './client.ts'
import { commandMaker } from './command-client.ts'
import { ask, fileWith, gone, none, noticed, opened, patience } from './script.test-kit.ts'

/** A program that runs the statements for each line, known as `ask`. `reply(N)` answers with a version. */
const staying = async (statements: string): Promise<Client> => {
  const script = `
    import { createInterface } from 'node:readline'
    const line = (value) => console.log(JSON.stringify(value))
    const reply = (Version) => line({ ok: true, output: { Version, pid: process.pid, shell: process.ppid } })
    let calls = 0
    for await (const text of createInterface({ input: process.stdin })) {
      const ask = JSON.parse(text)
      calls += 1
      ${statements}
    }`
  const command = `'${process.execPath}' '${await fileWith(script, 'program.mjs')}'`
  return opened(commandMaker({ command, persistent: true }))
}

const version = async (client: Client): Promise<unknown> => (await member(client))['Version']
const pidOf = async (client: Client): Promise<number> => Number((await member(client))['pid'])

const member = async (client: Client): Promise<Readonly<Record<string, unknown>>> => {
  const { answer } = await client.ask(ask, patience)
  if (answer.kind !== 'output') throw new Error(JSON.stringify(answer))
  return answer.output as Readonly<Record<string, unknown>>
}

test('one process answers call after call, and is gone after closing', async () => {
  const client = await staying('reply(calls)')
  const number = await pidOf(client)
  expect(await pidOf(client)).toBe(number)
  expect(await version(client)).toBe(3)
  await client.close()
  await gone(number)
  expect((await client.ask(ask, patience)).answer).toEqual(none('died', /the client is closed/))
})

test('calls made at the same time are answered each for itself', async () => {
  const client = await staying('setTimeout(reply, 20, calls)')
  expect(await Promise.all([version(client), version(client), version(client)])).toEqual([1, 2, 3])
})

test('the question is one line, whatever is in it', async () => {
  const client = await staying('line({ ok: true, output: ask })')
  const input = { FunctionName: 'a\nb\u2028c', Description: 'x'.repeat(1_000_000) }
  const { answer } = await client.ask({ operation: 'PublishVersion', input }, patience)
  expect(answer).toEqual({ kind: 'output', output: { operation: 'PublishVersion', input } })
})

test('lines that are no reply are noise', async () => {
  const client = await staying(
    'console.log("ready\\n{"); line([]); line({ Version: 0 }); line({ ok: 1 }); reply(calls)',
  )
  const { answer, said } = await client.ask(ask, patience)
  expect(answer).toMatchObject({ kind: 'output', output: { Version: 1 } })
  expect(said).toContain('ready\n{\n[]\n{"Version":0}\n{"ok":1}\n')
})

test('a second reply to one question is noise, and not the reply to the next', async () => {
  const client = await staying(
    `process.stdout.write('{"ok":false}\\n{"ok":true,"output":{"second":' + calls + '}}\\n')`,
  )
  for (let call = 1; call <= 3; call += 1) {
    const { answer, said } = await client.ask(ask, patience)
    expect(answer).toEqual({ kind: 'error' })
    expect(said).toContain(`"second":${call}`)
  }
})

test('a reply may come in pieces, and the last one without an end of its line', async () => {
  const client = await staying(`
    process.stdout.write('{"ok":true,"out')
    setTimeout(() => process.stdout.write('put":{"é":1}}'), 20)
    setTimeout(() => process.exit(0), 40)`)
  expect((await client.ask(ask, patience)).answer).toEqual({ kind: 'output', output: { é: 1 } })
})

test('a program that ends between two calls is started again, and its last words are kept', async () => {
  const client = await staying(`
    reply(calls)
    process.on('exit', () => console.error('the end of ' + process.pid))
    process.stdin.destroy()`)
  const first = await client.ask(ask, patience)
  const { pid, shell } = JSON.parse(first.said.split('\n')[0] ?? '').output
  // Some shells become the program that they run.
  await noticed(Number(shell === process.pid ? pid : shell))
  const { answer, said } = await client.ask(ask, patience)
  expect(answer).toMatchObject({ kind: 'output', output: { Version: 1 } })
  // It may end within the first call already.
  expect(first.said + said).toContain(`the end of ${String(pid)}`)
})

test.each([
  ['process.exit(5)', none('silent', /wrote no reply and ended with exit code 5/)],
  ['process.stdout.write("x"); process.exit(5)', none('odd', /wrote "x" and not .* exit code 5/)],
  ['process.kill(process.pid, "SIGSEGV")', none('died', /was killed by SIGSEGV/)],
  ['for (;;) continue', none('timed-out', /no answer in 1500 ms/)],
])('after %s the next call has a new process', async (statements, expected) => {
  const client = await staying(`
    if (ask.input.FunctionName === 'bad') { ${statements} }
    reply(calls)`)
  const first = await pidOf(client)
  const bad = { operation: 'PublishVersion', input: { FunctionName: 'bad' } } as const
  expect((await client.ask(bad, 1_500)).answer).toEqual(expected)
  await gone(first)
  expect(await version(client)).toBe(1)
})

test('what a program writes for one call is not held against it in the next', async () => {
  const client = await staying(`
    for (let line = 0; line < 40; line += 1) console.log('x'.repeat(1 << 20))
    reply(calls)`)
  expect(await version(client)).toBe(1)
  expect(await version(client)).toBe(2)
})

test('closing answers for the calls that are being waited for', async () => {
  const client = await staying('')
  const told = [client.ask(ask, patience), client.ask(ask, patience)]
  await client.close()
  for (const { answer } of await Promise.all(told)) {
    expect(answer).toEqual(none('died', /./))
  }
})
