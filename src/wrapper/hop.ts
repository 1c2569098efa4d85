import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Edition } from '../../spec/editions.ts'
import type { Call } from '../call.ts'
import type { WireExchange } from '../drivers/client-record.ts'
import type { Outcome, Pass, WireRequest } from '../drivers/driver.ts'
import { lost } from '../drivers/lost.ts'
import { redactOutcome } from '../drivers/redact-outcome.ts'
import { decodeRequest } from './decode-request.ts'
import { text } from '../model/json.ts'
import { functionNameIn, layerNameIn } from '../model/names.ts'
import { outside, replyInstead, settlingReply, tooLarge } from './injected.ts'
import { signatureOf } from './signature-of.ts'
import type { WrapperTarget } from './wrapper.ts'

/** The way between one client and the service. It notes what passes, and does to a call what the call's fault says. */
export type Hop = {
  readonly url: string
  /** What comes from now on belongs to this call. */
  readonly begin: (call: Call) => void
  /** The call is over: what it sent, and what came before it without a call. */
  readonly end: () => Promise<Pick<Passed, 'wire' | 'strays'>>
  readonly close: () => Promise<void>
}

type Passed = {
  readonly wire: readonly WireExchange[]
  readonly strays: readonly WireExchange[]
}

export type HopOptions = {
  readonly edition: Edition
  readonly pass: Pass
  readonly target: Omit<WrapperTarget, 'endpoint'>
  /** Milliseconds since the run began. */
  readonly now: () => number
}

/** More than any package: what is longer is not passed on. */
const maxRequestBytes = 128 * 1024 * 1024
/** Requests of one call that are noted; a storm of them is told by the first thousand. */
const maxNoted = 1_000
/** For a request that its client has given up, to come to its end. */
const graceMs = 2_000
const slowMs = 1_500

/** What belongs to the connection, to the client's credentials, or is made anew on the way. */
const ownHeaders = new Set([
  'authorization',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'accept-encoding',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-security-token',
  'content-encoding',
])

const passedOn = (headers: NodeJS.Dict<string | string[]>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || ownHeaders.has(name)
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )

const bodyOf = async (incoming: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    const bytes: Buffer = chunk
    size += bytes.length
    if (size > maxRequestBytes) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString()
}

/** What one call has come to so far. */
type UnderWay = {
  readonly call: Call
  readonly wire: WireExchange[]
  own: number
  /** Reads of the function since the first request of the call's own. */
  reads: number
}

const give = (response: ServerResponse, outcome: Outcome, cut: boolean): void => {
  if (outcome.kind === 'lost') {
    response.destroy()
    return
  }
  const body = Buffer.from(outcome.text)
  response.writeHead(outcome.status, {
    ...passedOn(outcome.headers),
    // No content where there is none: a length would be one more header than the service sent.
    ...(outcome.status === 204 ? {} : { 'content-length': body.length }),
  })
  if (!cut) {
    response.end(body)
    return
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
}

const resourceOf = ({ input }: Call): string =>
  layerNameIn(text(input, 'LayerName') ?? '').name ||
  functionNameIn(text(input, 'FunctionName') ?? '').name

/** A read, or a change of what the call is about. The hop signs with credentials that the client does not have. */
const isHarmless = ({ method }: WireRequest, sent: Call | undefined, asked?: Call): boolean =>
  method === 'GET' ||
  (sent !== undefined && asked !== undefined && resourceOf(sent) === resourceOf(asked))

const cutShort = lost('connection-lost', 'the connection ended in the middle of the reply')
const unread = lost('connection-lost', 'the connection ended before the request was read')
const replyLost = lost('connection-lost', 'the connection ended before a reply came')

export const openHop = async ({ edition, pass, target, now }: HopOptions): Promise<Hop> => {
  let underWay: UnderWay | undefined
  let strays: WireExchange[] = []
  const open = new Set<Promise<void>>()

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAtMs = now()
    const of = underWay
    const { method = 'GET', url: path = '/', headers } = incoming
    const noted = of?.wire ?? strays
    const toRequest = (body: string | undefined): WireRequest => ({
      method,
      path,
      headers: passedOn(headers),
      ...(body === undefined || body === '' ? {} : { body }),
    })
    const note = (
      exchange: Omit<WireExchange, 'startedAtMs' | 'endedAtMs' | 'signature'>,
    ): void => {
      if (noted.length < maxNoted) {
        const signature = signatureOf(headers.authorization, target)
        noted.push({
          ...exchange,
          ...(exchange.answered && { answered: redactOutcome(exchange.answered) }),
          given: redactOutcome(exchange.given),
          signature,
          startedAtMs,
          endedAtMs: now(),
        })
      }
    }
    const ownAtFirst = of?.own ?? 0
    const aimed = decodeRequest(toRequest(undefined), edition)
    const isOwn = of !== undefined && aimed?.operation === of.call.operation
    if (isOwn) of.own += 1
    const fault = of?.call.fault
    const strikes = isOwn && fault !== undefined && (ownAtFirst === 0 || fault.endsWith('-always'))

    if (strikes && fault.startsWith('reset-before')) {
      note({ request: toRequest(undefined), ...(aimed && { call: aimed }), fault, given: unread })
      incoming.socket.destroy()
      return
    }
    const body = await bodyOf(incoming)
    if (body === undefined) {
      note({ request: toRequest(undefined), ...(aimed && { call: aimed }), given: tooLarge })
      give(response, tooLarge, false)
      return
    }
    const request = toRequest(body)
    const call = decodeRequest(request, edition)
    const known = { request, ...(call && { call }), ...(strikes && { fault }) }
    const instead = strikes ? replyInstead(fault) : undefined
    if (instead !== undefined) {
      give(response, instead, false)
      note({ ...known, given: instead })
      return
    }
    if (!isHarmless(request, call, of?.call)) {
      give(response, outside, false)
      note({ ...known, given: outside })
      return
    }
    const answered = await pass(request)
    if (strikes && fault === 'reply-slow') await sleep(slowMs)
    if (strikes && fault === 'reply-lost-once') {
      note({ ...known, answered, given: replyLost })
      response.destroy()
      return
    }
    const given =
      of === undefined || fault === undefined || call === undefined || of.own === 0
        ? answered
        : settlingReply(fault, call, isOwn, of.reads, answered)
    if (of !== undefined && !isOwn && of.own > 0) of.reads += 1
    const isCut = strikes && fault === 'reply-cut-once'
    // Noted first: with the last byte of the reply the call may be over.
    note({ ...known, answered, given: isCut ? cutShort : given })
    give(response, given, isCut)
  }

  const server = createServer((incoming, response) => {
    const handled = handle(incoming, response).catch(() => {
      // A client that goes away in the middle of its request.
      response.destroy()
    })
    open.add(handled)
    void handled.finally(() => open.delete(handled))
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    begin: (call) => {
      underWay = { call, wire: [], own: 0, reads: 0 }
    },
    end: async () => {
      const wire = underWay?.wire ?? []
      const before = strays
      underWay = undefined
      strays = []
      await Promise.race([Promise.all(open), sleep(graceMs, undefined, { ref: false })])
      return { wire: [...wire], strays: before }
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
