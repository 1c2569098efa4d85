import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Outcome } from '../drivers/driver.ts'
import { lost, reply } from '../run/run.fixture.ts'
import { parseLedger } from './read-ledger.ts'
import { sweepLedger, type Swept } from './sweep.ts'

const nameOf = (n: number): string => `lambda-conformance-0a1b2c3d-${n}-f0`
const notFound = (account: string, n: number): Outcome =>
  reply(
    404,
    { Message: `Function not found: arn:aws:lambda:eu-west-1:${account}:function:${nameOf(n)}` },
    { 'x-amzn-errortype': 'ResourceNotFoundException' },
  )

/** A ledger on disk with so many functions, swept where the subject answers so. */
const swept = async (
  count: number,
  answer: (nth: number) => Outcome,
  {
    at = 0,
    account,
    end = '\n',
    signal,
  }: { at?: number; account?: string; end?: string; signal?: AbortSignal } = {},
) => {
  const directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const file = join(directory, '0a1b2c3d.ndjson')
  const heading = {
    schemaVersion: 1,
    run: '0a1b2c3d',
    endpoint: 'http://127.0.0.1:1',
    ...(account === undefined ? {} : { account }),
  }
  const lines = Array.from({ length: count }, (_, n) => ({
    is: 'asked',
    kind: 'function',
    name: nameOf(n),
    at,
  }))
  const text = [heading, ...lines].map((line) => JSON.stringify(line)).join('\n') + end
  await writeFile(file, text)
  const ledger = parseLedger(text, file)
  if (ledger.kind !== 'kept') throw new Error(ledger.kind)
  let sent = 0
  const found: Swept[] = []
  for await (const each of sweepLedger(ledger, async () => answer((sent += 1)), signal))
    found.push(each)
  const rest = existsSync(file) ? parseLedger(await readFile(file, 'utf8'), file) : undefined
  return {
    sent,
    is: found.map(({ removed }) => removed.is),
    left: rest?.kind === 'kept' ? rest.left.map(({ name }) => name) : (rest?.kind ?? []),
  }
}

test('what is deleted is noted, and what is not stays listed', async () => {
  const found = await swept(3, (nth) => (nth === 2 ? reply(403, {}) : reply(204)))
  expect(found).toEqual({ sent: 3, is: ['deleted', 'kept', 'deleted'], left: [nameOf(1)] })
})

test('a ledger of which nothing is left is taken away', async () => {
  expect(await swept(2, () => reply(204))).toMatchObject({ left: [] })
})

test('where nobody answers, the rest is not waited for', async () => {
  const found = await swept(9, () => lost('timeout'))
  expect(found.is).toEqual(['kept', 'kept'])
  expect(found.left).toHaveLength(9)
})

test('an interruption leaves the rest listed', async () => {
  const controller = new AbortController()
  const answer = (): Outcome => {
    controller.abort()
    return reply(204)
  }
  const found = await swept(3, answer, { signal: controller.signal })
  expect(found).toEqual({ sent: 1, is: ['deleted'], left: [nameOf(1), nameOf(2)] })
})

test('a line that was cut short does not swallow what is noted behind it', async () => {
  const found = await swept(2, (nth) => (nth === 1 ? reply(204) : reply(403, {})), {
    end: '\n{"is":"as',
  })
  expect(found.left).toEqual([nameOf(1)])
})

test('what was asked for a moment ago and is not there yet is looked for again', async () => {
  const late = await swept(1, (nth) => (nth === 1 ? notFound('123456789012', 0) : reply(204)), {
    at: Date.now() - 4_900,
  })
  expect(late).toMatchObject({ sent: 2, is: ['deleted'], left: [] })
  expect(await swept(1, () => notFound('123456789012', 0))).toMatchObject({
    sent: 1,
    is: ['absent'],
  })
})

test('with the credentials of another account nothing is found, and nothing is forgotten', async () => {
  const account = '123456789012'
  const other = await swept(1, () => notFound('999999999999', 0), { account })
  expect(other).toMatchObject({ is: ['kept'], left: [nameOf(0)] })
  expect(await swept(1, () => notFound(account, 0), { account })).toMatchObject({ is: ['absent'] })
})
