import { Pool } from 'undici'
import { operations } from '../../generated/operations.ts'
import type { Edition } from '../../spec/editions.ts'
import type { Credentials } from './driver.ts'
import { trackedConnector } from './connect.ts'
import { decompress } from './decompress.ts'
import type { Driver, Outcome, Pass, WireRequest } from './driver.ts'
import { encodeCall } from './encode.ts'
import { lost } from './lost.ts'
import { createPace } from './pace.ts'
import { readBody } from './read-reply.ts'
import { roundTrip } from './round-trip.ts'
import type { RawReply, RoundTrip } from './round-trip.ts'
import { createSigner } from './sign.ts'

export type HttpDriverOptions = {
  /** May have a base path. User names, passwords, queries and fragments in it are not used. */
  readonly endpoint: string
  readonly region: string
  readonly edition: Edition
  readonly credentials: Credentials
  /** For one request, from its sending to the last byte of the reply. */
  readonly timeoutMs?: number
  /** Of one reply, decompressed. */
  readonly maxReplyBytes?: number
  readonly maxRps?: number
  readonly connections?: number
  /** Gives up what is under way and refuses what follows: clean-up needs a driver of its own. */
  readonly signal?: AbortSignal
  /** When the run began, by `performance.now()`. */
  readonly startedAt?: number
}

/** Bytes of all header names and values of a reply. */
const maxHeaderBytes = 64 * 1024

/** A driver that also passes on requests which others have written. */
export type HttpDriver = Driver & { readonly pass: Pass }

export const httpDriver = (options: HttpDriverOptions): HttpDriver => {
  const {
    timeoutMs = 10_000,
    maxReplyBytes = 16 * 1024 * 1024,
    connections = 16,
    startedAt = performance.now(),
  } = options
  const url = new URL(options.endpoint)
  const basePath = url.pathname.replace(/\/+$/, '')
  const sign = createSigner(options.region, options.credentials)
  const pace = createPace(connections, options.maxRps)
  const connector = trackedConnector(timeoutMs)
  const underWay = new Set<RoundTrip>()
  const pool = new Pool(url.origin, {
    connections,
    connect: connector.connect,
    maxHeaderSize: maxHeaderBytes,
    // Ours covers the whole; these would only add coarser ones.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const sinceStart = (): number => performance.now() - startedAt

  let stopped = ''

  const stop = (message: string): void => {
    stopped ||= `not sent: ${message}`
    pace.shut()
    for (const trip of underWay) trip.stop(message)
  }
  const onAbort = (): void => stop('the run was stopped')
  if (options.signal?.aborted) onAbort()
  else options.signal?.addEventListener('abort', onAbort, { once: true })

  const exchangeBytes = async (
    request: WireRequest,
    headers: Readonly<Record<string, string>>,
  ): Promise<Outcome> => {
    const trip = roundTrip(
      pool,
      { method: request.method, path: request.path, headers, body: request.body ?? null },
      url.host,
      { timeoutMs, maxReplyBytes },
    )
    underWay.add(trip)
    const raw = await trip.outcome
    underWay.delete(trip)
    return raw.kind === 'lost' ? raw : interpret(raw, maxReplyBytes)
  }

  const addressed = (request: WireRequest): WireRequest => ({
    ...request,
    path: `${basePath}${request.path}`,
    headers: {
      'accept-encoding': 'identity',
      'user-agent': 'lambda-conformance',
      ...request.headers,
      host: url.host,
    },
  })

  /** In its turn, signed; `onStart` tells when it goes out. Never throws. */
  const deliver = async (request: WireRequest, onStart: () => void): Promise<Outcome> => {
    const mayGo = await pace.turn()
    onStart()
    if (!mayGo) return lost('unreachable', stopped)
    try {
      const headers = await sign(request)
      onStart()
      return await exchangeBytes(request, headers)
    } catch {
      // Only signing is left to throw, before anything was sent. Its error may quote what it was given.
      return lost('unreachable', 'not sent: the request could not be signed')
    } finally {
      pace.done()
    }
  }

  return {
    endpoint: `${url.origin}${basePath}`,
    pass: (request) => deliver(addressed(request), () => {}),
    send: async (call) => {
      const request = addressed(encodeCall(call, operations[options.edition][call.operation]))
      let startedAtMs = sinceStart()
      const outcome = await deliver(request, () => {
        startedAtMs = sinceStart()
      })
      return { call, request, outcome, startedAtMs, endedAtMs: sinceStart() }
    },
    close: async () => {
      options.signal?.removeEventListener('abort', onAbort)
      stop('the driver was closed')
      const destroyed = pool.destroy()
      connector.destroyAll()
      await destroyed.catch(() => {})
    },
  }
}

const interpret = async (raw: RawReply, maxReplyBytes: number): Promise<Outcome> => {
  const { status, headers } = raw
  const encoding = headers['content-encoding'] ?? ''
  const decoded = await decompress(raw.bytes, encoding, maxReplyBytes)
  switch (decoded.kind) {
    case 'bytes':
      return { kind: 'reply', status, headers, ...readBody(decoded.bytes) }
    case 'too-large':
      return lost('too-large', `the reply is larger than ${maxReplyBytes} bytes, decompressed`)
    case 'unreadable':
      return {
        kind: 'reply',
        status,
        headers,
        text: '',
        body: { kind: 'not-json', why: decoded.why },
      }
    default:
      return decoded satisfies never
  }
}
