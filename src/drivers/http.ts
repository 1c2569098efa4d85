import { Pool } from 'undici'
import { operations } from '../../generated/operations.ts'
import type { Edition } from '../../spec/editions.ts'
import { trackedConnector } from './connect.ts'
import { decompress } from './decompress.ts'
import type {
  CredentialProvider,
  Credentials,
  Driver,
  Outcome,
  Pass,
  WireRequest,
} from './driver.ts'
import { encodeCall } from './encode.ts'
import { lost } from './lost.ts'
import { createPace } from './pace.ts'
import { readBody } from './read-reply.ts'
import { redact, redactHeaders, redactOwn, type Redact } from './redact.ts'
import { roundTrip } from './round-trip.ts'
import type { Limits, RawReply, RoundTrip } from './round-trip.ts'
import { learnCredentials, learnSignature } from './secrets.ts'
import { createSigner } from './sign.ts'

export type HttpDriverOptions = {
  /** May have a base path. User names, passwords, queries and fragments in it are not used. */
  readonly endpoint: string
  readonly region: string
  readonly edition: Edition
  /** A provider is asked for every request. */
  readonly credentials: Credentials | CredentialProvider
  /** For one request, from its sending to the last byte of the reply. */
  readonly timeoutMs?: number
  /** Of one reply, decompressed. */
  readonly maxReplyBytes?: number
  readonly maxRps?: number
  readonly connections?: number
  /** Gives up what is under way and refuses what follows: clean-up needs a driver of its own. */
  readonly signal?: AbortSignal
  /** From then on no request, and none under way, is given more than two seconds: somebody waits for the end. */
  readonly hurry?: AbortSignal
  /** When the run began, by `performance.now()`. */
  readonly startedAt?: number
}

const hurriedMs = 2_000

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
  const sign = createSigner(options.region, learning(options.credentials))
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

  let hurrying: NodeJS.Timeout | undefined
  const onHurry = (): void => {
    const begun = [...underWay]
    hurrying = setTimeout(() => {
      for (const trip of begun) trip.stop(`given up after ${hurriedMs} ms: the run was interrupted`)
    }, hurriedMs)
  }
  options.hurry?.addEventListener('abort', onHurry, { once: true })
  const limits = (): Limits => ({
    timeoutMs: options.hurry?.aborted ? Math.min(timeoutMs, hurriedMs) : timeoutMs,
    maxReplyBytes,
  })

  const exchangeBytes = async (
    request: WireRequest,
    headers: Readonly<Record<string, string>>,
    clean: Redact,
  ): Promise<Outcome> => {
    const trip = roundTrip(
      pool,
      { method: request.method, path: request.path, headers, body: request.body ?? null },
      url.host,
      limits(),
    )
    underWay.add(trip)
    const raw = await trip.outcome
    underWay.delete(trip)
    return raw.kind === 'lost'
      ? { ...raw, message: clean(raw.message) }
      : interpret(raw, maxReplyBytes, clean)
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
  const deliver = async (
    request: WireRequest,
    onStart: () => void,
    clean: Redact,
  ): Promise<Outcome> => {
    const mayGo = await pace.turn()
    onStart()
    if (!mayGo) return lost('unreachable', stopped)
    try {
      const headers = await sign(request)
      learnSignature(headers['authorization'])
      onStart()
      return await exchangeBytes(request, headers, clean)
    } catch {
      // Only signing is left to throw, before anything was sent. Its error may quote what it was given.
      return lost('unreachable', 'not sent: the request could not be signed')
    } finally {
      pace.done()
    }
  }

  return {
    endpoint: `${url.origin}${basePath}`,
    // A client may want to follow the link to a package: what others have signed is taken out where it is noted.
    pass: (request) => deliver(addressed(request), () => {}, redactOwn),
    send: async (call) => {
      const request = addressed(encodeCall(call, operations[options.edition][call.operation]))
      let startedAtMs = sinceStart()
      const onStart = (): void => {
        startedAtMs = sinceStart()
      }
      const outcome = await deliver(request, onStart, redact)
      return { call, request, outcome, startedAtMs, endedAtMs: sinceStart() }
    },
    gather: async (count) => {
      await connector.open(url, count - pool.stats.connected)
      await pace.gather(count)
    },
    close: async () => {
      options.signal?.removeEventListener('abort', onAbort)
      options.hurry?.removeEventListener('abort', onHurry)
      clearTimeout(hurrying)
      stop('the driver was closed')
      const destroyed = pool.destroy()
      connector.destroyAll()
      await destroyed.catch(() => {})
    },
  }
}

/** Whatever signs is a secret from then on, of every generation. */
const learning = (given: Credentials | CredentialProvider): CredentialProvider => {
  let known: Credentials | undefined
  const learnt = (credentials: Credentials): Credentials => {
    if (credentials !== known) learnCredentials(credentials)
    known = credentials
    return credentials
  }
  if (typeof given === 'function') return async () => learnt(await given())
  learnt(given)
  return async () => given
}

/** Cleaned before it is read, so that nobody who reads it has a secret to keep. */
const interpret = async (raw: RawReply, maxReplyBytes: number, clean: Redact): Promise<Outcome> => {
  const { status } = raw
  const headers = redactHeaders(raw.headers, clean)
  const decoded = await decompress(raw.bytes, raw.headers['content-encoding'] ?? '', maxReplyBytes)
  switch (decoded.kind) {
    case 'bytes':
      return { kind: 'reply', status, headers, ...readBody(decoded.bytes, clean) }
    case 'too-large':
      return lost('too-large', `the reply is larger than ${maxReplyBytes} bytes, decompressed`)
    case 'unreadable':
      return {
        kind: 'reply',
        status,
        headers,
        text: '',
        body: { kind: 'not-json', why: clean(decoded.why) },
      }
    default:
      return decoded satisfies never
  }
}
