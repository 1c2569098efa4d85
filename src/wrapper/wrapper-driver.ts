import { randomBytes } from 'node:crypto'
import { operations } from '../../generated/operations.ts'
import type { Edition } from '../../spec/editions.ts'
import type { Call } from '../call.ts'
import type { ClientAnswer, ClientRecord } from '../drivers/client-record.ts'
import type { Credentials, Driver, Exchange, Pass } from '../drivers/driver.ts'
import { encodeCall } from '../drivers/encode.ts'
import { lost } from '../drivers/lost.ts'
import { oneLine } from '../drivers/one-line.ts'
import { readBody } from '../drivers/read-reply.ts'
import { redact } from '../drivers/redact.ts'
import { callerView } from './caller-view.ts'
import type { Client, ClientMaker } from './client.ts'
import { isExpressible } from './expressible.ts'
import { openHop, type Hop } from './hop.ts'
import { leaksIn } from './leaks.ts'

export type WrapperDriverOptions = {
  readonly maker: ClientMaker
  /** For what the client does not do: to set the stage, to look, and to clean up. */
  readonly direct: Driver & { readonly pass: Pass }
  readonly edition: Edition
  readonly region: string
  /** For one call of the client. */
  readonly timeoutMs: number
  /** When the run began, by `performance.now()`. */
  readonly startedAt: number
  /** Gives up the calls of the client that are under way. */
  readonly signal?: AbortSignal | undefined
}

/** To set the stage and to clear it away is left to nobody else. */
const keptBack: ReadonlySet<string> = new Set([
  'CreateFunction',
  'DeleteFunction',
  'ListLayerVersions',
  'DeleteLayerVersion',
])

/** One client and its way to the service. */
type Lane = { readonly client: Client; readonly hop: Hop }

/** A client that leaks them gives nothing away. */
const madeUpCredentials = (): Credentials => ({
  accessKeyId: 'CONFORMANCE000000000',
  secretAccessKey: `made-up-${randomBytes(16).toString('hex')}`,
  sessionToken: `made-up-${randomBytes(24).toString('hex')}`,
})

const readableOutput = (answer: ClientAnswer & { readonly kind: 'output' }): ClientAnswer => {
  try {
    const { body } = readBody(Buffer.from(JSON.stringify(answer.output)), redact)
    if (body.kind === 'json') return { ...answer, output: body.value }
  } catch {
    // Too deep to be written.
  }
  return { kind: 'none', reason: 'odd', because: 'its output is too large or too deep to be read' }
}

/** Nothing that was answered may be deeper or longer than what a service may answer, or hold what a reply may not hold here. */
const readable = (answer: ClientAnswer): ClientAnswer => {
  switch (answer.kind) {
    case 'output':
      return readableOutput(answer)
    case 'error':
      return {
        ...answer,
        ...(answer.name === undefined ? {} : { name: redact(answer.name) }),
        ...(answer.message === undefined ? {} : { message: redact(answer.message) }),
      }
    case 'none':
      return { ...answer, because: redact(answer.because) }
    default:
      return answer satisfies never
  }
}

/** A call for which no client could be had. */
const without = ({ message }: Error): ClientRecord => ({
  answer: { kind: 'none', reason: 'not-started', because: redact(oneLine(message)) },
  wire: [],
  strays: [],
  leaks: [],
})

/**
 * A driver that lets a client make the calls it implements, with a hop between it and the service that sees the wire. All
 * other calls go to the service directly.
 */
export const wrapperDriver = (options: WrapperDriverOptions): Driver => {
  const { maker, direct, edition, region, timeoutMs, startedAt } = options
  const credentials = madeUpCredentials()
  const now = (): number => performance.now() - startedAt
  const lanes = new Set<Promise<Lane>>()
  const idle: Lane[] = []
  const waiting: ((lane: Lane | Error) => void)[] = []
  let taken = 0
  const { signal } = options
  let giveUp: (() => void) | undefined
  const stopped = new Promise<undefined>((resolve) => {
    giveUp = () => resolve(undefined)
  })
  const stop = (): void => {
    giveUp?.()
    for (const next of waiting.splice(0)) next(new Error('the run was stopped'))
  }
  if (signal?.aborted) stop()
  else signal?.addEventListener('abort', stop, { once: true })
  const implemented = maker.operations.filter((name) => !keptBack.has(name))

  const open = async (): Promise<Lane> => {
    const hop = await openHop({ edition, pass: direct.pass, target: { region, credentials }, now })
    try {
      const client = await maker.open({ endpoint: hop.url, region, credentials })
      return { hop, client }
    } catch (error) {
      await hop.close()
      throw error
    }
  }
  const shut = async ({ client, hop }: Lane): Promise<void> => {
    await client.close()
    await hop.close()
  }
  const take = async (): Promise<Lane | Error> => {
    const lane = idle.pop()
    if (lane !== undefined) return lane
    if (taken >= maker.atOnce) return new Promise((resolve) => waiting.push(resolve))
    taken += 1
    const opened = open()
    lanes.add(opened)
    return opened.catch((error: unknown) => {
      taken -= 1
      const reason = error instanceof Error ? error : new Error(String(error))
      // Whoever waits for this client would wait for ever.
      waiting.shift()?.(reason)
      return reason
    })
  }
  const giveBack = (lane: Lane): void => {
    const next = waiting.shift()
    if (next === undefined) idle.push(lane)
    else next(lane)
  }

  const through = async (call: Call, { hop, client }: Lane): Promise<ClientRecord> => {
    hop.begin(call)
    const { operation, input } = call
    const { answer, said } = await client.ask({ operation, input }, timeoutMs)
    const { wire, strays } = await hop.end()
    return { answer: readable(answer), wire, strays, leaks: leaksIn(said, credentials) }
  }

  return {
    endpoint: direct.endpoint,
    client: { name: maker.name, operations: implemented, atOnce: maker.atOnce },
    send: async (call) => {
      if (!implemented.includes(call.operation)) return direct.send(call)
      const request = encodeCall(call, operations[edition][call.operation])
      const unsent = (why: string): Exchange => {
        const at = now()
        return { call, request, outcome: lost('not-sent', why), startedAtMs: at, endedAtMs: at }
      }
      if (!isExpressible(call, edition)) return unsent('no caller of a client can ask for this')
      if (signal?.aborted) return unsent('the run was stopped')
      const lane = await take()
      if (lane instanceof Error && signal?.aborted) return unsent('the run was stopped')
      const startedAtMs = now()
      const client =
        lane instanceof Error ? without(lane) : await Promise.race([through(call, lane), stopped])
      const endedAtMs = now()
      if (client === undefined) {
        const outcome = lost('connection-lost', 'the run was stopped')
        return { call, request, outcome, startedAtMs, endedAtMs }
      }
      if (!(lane instanceof Error)) giveBack(lane)
      const outcome = callerView(call, client.answer, client.wire)
      return { call, request, outcome, client, startedAtMs, endedAtMs } satisfies Exchange
    },
    close: async () => {
      signal?.removeEventListener('abort', stop)
      const opened = await Promise.allSettled(lanes)
      await Promise.allSettled(
        opened.flatMap((lane) => (lane.status === 'fulfilled' ? [shut(lane.value)] : [])),
      )
      await direct.close()
    },
  }
}
