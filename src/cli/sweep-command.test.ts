import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from '../embedded.ts'
import { listen } from '../drivers/raw-server.test-kit.ts'
import { packages } from '../programs/packages.ts'
import { driverTo } from '../run/run.fixture.ts'
import { fakeIo } from './io.fixture.ts'
import { sweepCommand } from './sweep-command.ts'
import { readSweepRequest } from './sweep-options.ts'

const run = '0a1b2c3d'
const role = 'arn:aws:iam::123456789012:role/lambda'
const code = { ZipFile: packages.a.base64 }

const folder = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return join(directory, 'ledger')
}

/** The reference endpoint with two functions, of which the ledger of a dead process lists one. */
const leftBehind = async () => {
  const embedded = await startEmbedded()
  onTestFinished(embedded.close)
  const driver = driverTo(embedded.url)
  const directory = await folder()
  const name = `lambda-conformance-${run}-1-f0`
  for (const FunctionName of [name, `${name}-of-somebody`]) {
    const input = { FunctionName, Runtime: 'python3.12', Handler: 'i.h', Role: role, Code: code }
    await driver.send({ operation: 'CreateFunction', input })
  }
  await writeLedger(directory, embedded.url, [name])
  const isThere = async (FunctionName: string): Promise<boolean> => {
    const { outcome } = await driver.send({ operation: 'GetFunction', input: { FunctionName } })
    return outcome.kind === 'reply' && outcome.status === 200
  }
  return { directory, name, isThere }
}

/** As a process left it that is no more: no process has the number 0. */
const writeLedger = async (
  directory: string,
  endpoint: string,
  names: readonly string[],
  pid = 0,
) => {
  const about = { run, endpoint, region: 'us-east-1', startedAt: new Date().toISOString() }
  await mkdir(directory, { recursive: true })
  const file = join(directory, `${run}.ndjson`)
  const heading = { schemaVersion: 1, ...about, pid, host: hostname() }
  await writeFile(file, `${JSON.stringify(heading)}\n`)
  for (const name of names) {
    await appendFile(file, `${JSON.stringify({ is: 'asked', kind: 'function', name })}\n`)
  }
}

const sweep = async (words: Readonly<Record<string, unknown>>, answer?: string) => {
  const io = fakeIo()
  const asked: string[] = []
  const ask = async (question: string): Promise<string> => {
    asked.push(question)
    return answer ?? ''
  }
  const exit = await sweepCommand(
    readSweepRequest(words, {}),
    answer === undefined ? io : { ...io, ask },
  ).catch((error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : error))
  return { exit, out: io.out(), err: io.err(), asked }
}

test('exactly what the ledger lists is deleted, and the ledger with it', async () => {
  const { directory, name, isThere } = await leftBehind()
  const { exit, out } = await sweep({ ledger: directory })
  expect(exit).toBe(0)
  expect(out).toMatch(/^run 0a1b2c3d of .* on http.*: 1 function gone, nothing is left\n$/)
  expect([await isThere(name), await isThere(`${name}-of-somebody`)]).toEqual([false, true])
  expect(await readdir(directory)).toEqual([])
})

test('a second sweep finds nothing, and says where the ledger of a run with --out is', async () => {
  const { exit, out } = await sweep({ ledger: await folder() })
  expect(exit).toBe(0)
  expect(out).toContain('sweep --out DIR')
})

test('a run under way is left alone, unless it is named', async () => {
  const { directory, name, isThere } = await leftBehind()
  await writeLedger(directory, 'http://127.0.0.1:9', [name], process.pid)
  const first = await sweep({ ledger: directory })
  expect(first).toMatchObject({ exit: 0, out: expect.stringContaining(`--run ${run}`) })
  expect(await isThere(name)).toBe(true)
  const named = await sweep({ ledger: directory, run })
  // Nobody is at that endpoint: it stays listed.
  expect(named).toMatchObject({ exit: 3, out: expect.stringMatching(/not deleted: function/) })
  expect(await readdir(directory)).toEqual([`${run}.ndjson`])
})

test('a ledger of another machine needs --allow-remote', async () => {
  const directory = await folder()
  await writeLedger(directory, 'http://lambda.invalid', [`lambda-conformance-${run}-1-f0`])
  expect(await sweep({ ledger: directory })).toMatchObject({
    exit: 3,
    err: expect.stringMatching(/^run 0a1b2c3d is left as it is: .*--allow-remote/),
  })
  expect(await readdir(directory)).toEqual([`${run}.ndjson`])
})

test('a ledger that no run has written is named, and not followed', async () => {
  const { directory, isThere, name } = await leftBehind()
  await appendFile(
    join(directory, `${run}.ndjson`),
    '{"is":"asked","kind":"function","name":"production"}\n',
  )
  const { exit, err } = await sweep({ ledger: directory })
  expect(exit).toBe(3)
  expect(err).toMatch(/is no ledger: line 3 names nothing that run 0a1b2c3d can have created/)
  expect(await isThere(name)).toBe(true)
})

const old = '2020-01-01T00:00:00.000+0000'
const ofARun = 'lambda-conformance-ffffffff-1-f0'

/** A subject that lists these functions and these layers, and notes what it is asked to delete. */
const lister = async (
  functions: readonly object[],
  layers: readonly object[] = [],
): Promise<{ endpoint: string; deleted: string[] }> => {
  const deleted: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    const body =
      request.method === 'DELETE'
        ? void deleted.push(decodeURIComponent(pathname.split('/').slice(3).join('/')))
        : pathname === '/2015-03-31/functions/'
          ? { Functions: functions }
          : pathname === '/2018-10-31/layers'
            ? { Layers: layers }
            : { LayerVersions: [{ Version: 4 }] }
    response.writeHead(request.method === 'DELETE' ? 204 : 200)
    response.end(body === undefined ? undefined : JSON.stringify(body))
  })
  const endpoint = await listen(server)
  onTestFinished(() => void server.close())
  return { endpoint, deleted }
}

const allRuns = async (endpoint: string, more: Readonly<Record<string, unknown>> = {}) => ({
  allRuns: true,
  endpoint,
  olderThan: '24h',
  ledger: await folder(),
  ...more,
})

test('--all-runs lists what is old and named as runs name things, asks, and deletes that', async () => {
  const { endpoint, deleted } = await lister(
    [
      { FunctionName: ofARun, LastModified: old },
      { FunctionName: 'production', LastModified: old },
      { FunctionName: 'lambda-conformance-mine', LastModified: old },
      { FunctionName: `${ofARun}-new`, LastModified: new Date().toISOString() },
      { FunctionName: `${ofARun}-ageless` },
    ],
    [
      {
        LayerName: 'lambda-conformance-ffffffff-1-l0',
        LatestMatchingVersion: { CreatedDate: old },
      },
    ],
  )
  const { exit, out, asked } = await sweep(await allRuns(endpoint), 'y')
  expect(exit).toBe(0)
  expect(asked).toEqual([`Delete 1 function and 1 layer on ${endpoint}? [y/N] `])
  expect(out).toContain('; 2 younger, in use or of unknown age')
  expect(deleted).toEqual([ofARun, 'lambda-conformance-ffffffff-1-l0/versions/4'])
})

test.each(['', 'n', 'yesterday'])('--all-runs deletes nothing after "%s"', async (answer) => {
  const { endpoint, deleted } = await lister([{ FunctionName: ofARun, LastModified: old }])
  const { exit, out } = await sweep(await allRuns(endpoint), answer)
  expect([exit, deleted]).toEqual([2, []])
  expect(out).toMatch(/Nothing was deleted\.\n$/)
})

test('--all-runs deletes nothing where nobody can be asked, but with --yes', async () => {
  const { endpoint, deleted } = await lister([{ FunctionName: ofARun, LastModified: old }])
  expect((await sweep(await allRuns(endpoint))).exit).toMatch(/^UsageError: nothing was deleted/)
  expect(deleted).toEqual([])
  expect((await sweep(await allRuns(endpoint, { yes: true }))).exit).toBe(0)
  expect(deleted).toEqual([ofARun])
})

test('--all-runs leaves alone what a run under way on this machine has made', async () => {
  const { endpoint, deleted } = await lister([
    { FunctionName: `lambda-conformance-${run}-1-f0`, LastModified: old },
  ])
  const words = await allRuns(endpoint, { yes: true })
  await writeLedger(words.ledger, endpoint, [`lambda-conformance-${run}-1-f0`], process.pid)
  expect((await sweep(words)).exit).toBe(0)
  expect(deleted).toEqual([])
})

test('--all-runs says so where it cannot look', async () => {
  const embedded = await startEmbedded()
  onTestFinished(embedded.close)
  expect((await sweep(await allRuns(embedded.url))).exit).toMatch(
    /^SubjectUnavailable: Failed to look for what runs have left, because ListFunctions failed/,
  )
})

test.each([
  [{ allRuns: true, olderThan: '1d' }, /--endpoint/],
  [{ allRuns: true, endpoint: 'http://127.0.0.1:1' }, /--older-than/],
  [
    { allRuns: true, endpoint: 'http://127.0.0.1:1', olderThan: 'soon' },
    /write it like 90m, 24h or 7d/,
  ],
  [{ allRuns: true, endpoint: 'http://lambda.invalid', olderThan: '1d' }, /--allow-remote/],
  [{ endpoint: 'http://127.0.0.1:1' }, /--endpoint goes with --all-runs/],
  [{ yes: true }, /--yes goes with --all-runs/],
  [{ run: 'x/../y' }, /--run is not the id of a run/],
  [{ allRuns: true, run, endpoint: 'http://127.0.0.1:1', olderThan: '1d' }, /exclude each other/],
])('%j is wrong usage', (words, message) => {
  expect(() => readSweepRequest(words, {})).toThrow(message)
})
