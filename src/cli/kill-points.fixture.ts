import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as fc from 'fast-check'
import { createEndpoint, type ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import { variants } from '../../fixtures/reference/variants.ts'
import { mutants } from '../../fixtures/mutants/all.ts'
import type { Call } from '../call.ts'
import { packages } from '../programs/packages.ts'
import { inProcessDriver, type Respond } from '../drivers/in-process.ts'
import { fakeIo } from './io.fixture.ts'
import { sweepCommand } from './sweep-command.ts'

const failing = mutants.find(({ breaks }) => breaks === 'no-change/repeat-publish-is-201')

/** What is run: one that settles at once, one that takes its time, and one whose failures are shrunk. */
const subjects = {
  default: {},
  asynchronous: variants['asynchronous'] ?? {},
  failing: failing?.options ?? {},
} as const satisfies Readonly<Record<string, ReferenceOptions>>

/** When a run is ended: as its nth request comes in, once that was carried out, or once its reply is out; and how. */
export type KillPoint = {
  readonly subject: keyof typeof subjects
  readonly seed: number
  readonly nth: number
  readonly moment: 'before' | 'carried-out' | 'replied'
  /** `twice`: a SIGTERM, and another one while what was created is being deleted. */
  readonly signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT' | 'twice'
}

/** Most of them without a chance to clean up. A quick run makes 600 to 1,100 requests. */
export const killPoint: fc.Arbitrary<KillPoint> = fc.record({
  subject: fc.constantFrom('default', 'asynchronous', 'failing'),
  seed: fc.nat(1_000),
  nth: fc.integer({ min: 1, max: 700 }),
  moment: fc.constantFrom('before', 'carried-out', 'replied'),
  signal: fc.constantFrom('SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT', 'twice'),
})

const creations = ['CreateFunction', 'PublishLayerVersion'] as const

/** The reference endpoint on a port; it tells of each request before, and remembers every name that was asked for. */
const watched = async (
  options: ReferenceOptions,
  reached: (nth: number, moment: KillPoint['moment']) => Promise<void>,
) => {
  const { respond }: { respond: Respond } = createEndpoint({ seed: 1, ...options })
  const names = new Set<string>()
  let nth = 0
  const server = createServer(async (incoming, outgoing) => {
    const mine = (nth += 1)
    const chunks: Buffer[] = []
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk)
    await reached(mine, 'before')
    const body = Buffer.concat(chunks).toString()
    const url = new URL(incoming.url ?? '/', 'http://lambda.invalid')
    const created = /"FunctionName":"([^"]+)"/.exec(body)?.[1]
    const layer = /\/layers\/([^/]+)\/versions$/.exec(url.pathname)?.[1]
    if (incoming.method === 'POST' && created !== undefined) names.add(created)
    if (incoming.method === 'POST' && layer !== undefined) names.add(decodeURIComponent(layer))
    const reply = await respond({
      method: incoming.method ?? 'GET',
      url,
      authorization: incoming.headers.authorization ?? null,
      readBody: async () => body,
    })
    await reached(mine, 'carried-out')
    if (reply.kind === 'lost') incoming.socket.destroy()
    else outgoing.writeHead(reply.status, reply.headers).end(reply.body)
    await reached(mine, 'replied')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    names,
    driver: inProcessDriver(respond),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Watched = Awaited<ReturnType<typeof watched>>

/** What nobody but its owner may touch, with names as near to those of a run as can be. */
const bystanders = ['production', 'lambda-conformance-00000000-1-f0', 'lambda-conformance'] as const

const codeOf = { ZipFile: packages.a.base64 }

const calls = (operation: (typeof creations)[number], name: string): Call =>
  operation === 'CreateFunction'
    ? {
        operation,
        input: {
          FunctionName: name,
          Runtime: 'python3.12',
          Handler: 'index.handler',
          Role: 'arn:aws:iam::123456789012:role/lambda',
          Code: codeOf,
        },
      }
    : { operation, input: { LayerName: name, Content: codeOf } }

const isThere = async ({ driver }: Watched, name: string): Promise<readonly string[]> => {
  const read = async (call: Call): Promise<string> => {
    const { outcome } = await driver.send(call)
    return outcome.kind === 'reply' && outcome.status === 200 ? outcome.text : ''
  }
  const fn = await read({ operation: 'GetFunction', input: { FunctionName: name } })
  const layer = await read({ operation: 'ListLayerVersions', input: { LayerName: name } })
  return [
    ...(fn === '' ? [] : [`function ${name}`]),
    ...(layer.includes('"Version"') ? [`layer ${name}`] : []),
  ]
}

const allThere = async (server: Watched, names: Iterable<string>): Promise<readonly string[]> =>
  (await Promise.all([...names].map((name) => isThere(server, name)))).flat()

export type Killed = {
  /** Whether the point was reached before the run had come to its end. */
  readonly reached: boolean
  /** What was there after the end of the process, and what after a sweep. */
  readonly left: readonly string[]
  readonly leftAfterSweep: readonly string[]
  readonly bystanders: number
  readonly ledgersAfterSweep: readonly string[]
  readonly sweepCode: number
  /** By the sweep. */
  readonly said: string
}

/** How the command line is started: `node WORDS… run …`. */
export type Program = readonly string[]

/** Starts a run, ends it at the point, sweeps, and tells what is there. */
export const killAt = async (point: KillPoint, program: Program): Promise<Killed> => {
  const ledger = await mkdtemp(join(tmpdir(), 'lambda-conformance-kill-'))
  let child: ChildProcess | undefined
  let reached = false
  const server = await watched(subjects[point.subject], async (nth, moment) => {
    if (reached || nth < point.nth || moment !== point.moment) return
    reached = true
    child?.kill(point.signal === 'twice' ? 'SIGTERM' : point.signal)
    // From half a second on a second signal is no longer taken for the same key.
    if (point.signal === 'twice') setTimeout(() => child?.kill('SIGTERM'), 510).unref()
    if (point.signal === 'SIGKILL' && child !== undefined) await once(child, 'exit')
  })
  try {
    for (const name of bystanders) {
      for (const operation of creations) await server.driver.send(calls(operation, name))
    }
    const words = ['run', '--endpoint', server.endpoint, '--profile', 'quick', '--quiet']
    const seed = ['--seed', String(point.seed), '--ledger', ledger]
    child = spawn(process.execPath, [...program, ...words, ...seed], { stdio: 'ignore' })
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    // What the process had sent may still be under way.
    await sleep(20)
    const left = await allThere(server, server.names)
    const io = fakeIo()
    const code = await sweepCommand({ by: 'ledger', directory: ledger, allowRemote: false }, io)
    const said = `${io.out()}${io.err()}`
    const found = await allThere(server, server.names)
    return {
      reached,
      left,
      leftAfterSweep: found,
      bystanders: (await allThere(server, bystanders)).length,
      ledgersAfterSweep: await readdir(ledger).catch(() => []),
      sweepCode: code,
      said,
    }
  } finally {
    child?.kill('SIGKILL')
    await server.close()
    await rm(ledger, { recursive: true, force: true })
  }
}

/** What must be true of every one of them. */
export const cleanAfterSweep = {
  leftAfterSweep: [],
  bystanders: bystanders.length * creations.length,
  ledgersAfterSweep: [],
  sweepCode: 0,
}
