import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import { byteSink } from './byte-sink.ts'
import type { LostReply } from './driver.ts'
import { lost, lostBy } from './lost.ts'
import type { Progress } from './lost.ts'

export type Limits = { readonly timeoutMs: number; readonly maxReplyBytes: number }

/** A whole reply, its body still as it was on the wire. */
export type RawReply = {
  readonly kind: 'raw'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

export type RoundTrip = {
  readonly outcome: Promise<RawReply | LostReply>
  /** Gives the request up, now. */
  readonly stop: (message: string) => void
}

const maxHeaders = 512
const maxInterimReplies = 64

/** One request and its reply. The outcome never rejects, and comes at the latest when the time is up. */
export const roundTrip = (
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  host: string,
  limits: Limits,
): RoundTrip => {
  let resolve: ((outcome: RawReply | LostReply) => void) | undefined
  const outcome = new Promise<RawReply | LostReply>((settled) => {
    resolve = settled
  })
  const sink = byteSink(limits.maxReplyBytes)
  let controller: Dispatcher.DispatchController | undefined
  let progress: Progress = 'not-sent'
  let isSettled = false
  let interimReplies = 0
  let head = { status: 0, headers: {} as Readonly<Record<string, string>> }

  const settle = (result: RawReply | LostReply): void => {
    if (isSettled) return
    isSettled = true
    clearTimeout(timer)
    resolve?.(result)
    // Without effect on a request that is complete; ends the connection of any other.
    controller?.abort(new Error('given up'))
  }
  const fail = (error: unknown): void => settle(lostBy(error, progress, host))

  // The client's own timers tick by the second and start anew with every byte.
  const timer = setTimeout(() => {
    settle(
      progress === 'not-sent'
        ? lost('unreachable', `no connection to ${host} within ${limits.timeoutMs} ms`)
        : lost('timeout', `no complete reply within ${limits.timeoutMs} ms`),
    )
  }, limits.timeoutMs)

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: (started) => {
      controller = started
      // The client may start a request anew whose connection failed. A call that changes something must not go out twice.
      if (progress !== 'not-sent')
        settle(lost('connection-lost', 'the connection ended before a reply came'))
      if (isSettled) started.abort(new Error('given up'))
      else progress = 'sent'
    },
    onResponseStart: (_, status, headers) => {
      if (status < 200) {
        interimReplies += 1
        if (interimReplies > maxInterimReplies) {
          settle(lost('too-large', `more than ${maxInterimReplies} interim replies`))
        }
        return
      }
      progress = 'reply-begun'
      head = { status, headers: joined(headers) }
      if (countOf(headers) > maxHeaders) {
        settle(lost('too-large', `the reply has more than ${maxHeaders} headers`))
      }
    },
    onResponseData: (_, chunk) => {
      if (isSettled || sink.add(chunk)) return
      settle(lost('too-large', `the reply is larger than ${limits.maxReplyBytes} bytes`))
    },
    onResponseEnd: () => settle({ kind: 'raw', ...head, bytes: sink.bytes() }),
    onResponseError: (_, error) => fail(error),
  }

  try {
    dispatcher.dispatch(request, handler)
  } catch (error) {
    fail(error)
  }

  return {
    outcome,
    stop: (message) =>
      settle(lost(progress === 'not-sent' ? 'unreachable' : 'connection-lost', message)),
  }
}

const joined = (headers: IncomingHttpHeaders): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

const countOf = (headers: IncomingHttpHeaders): number =>
  Object.values(headers).reduce((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0)
