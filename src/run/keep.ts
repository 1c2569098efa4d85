import type { Exchange, Outcome } from '../drivers/driver.ts'

/** The longest reply that a run takes in. Fifty versions with all they may hold come to half of it. */
export const maxReplyCharacters = 1024 * 1024

/** What the replies to one program may come to. A parsed body takes many times the room of its text. */
export const maxAttemptCharacters = 16 * 1024 * 1024

type Limit = { readonly text: number; readonly headers: number }

const forTraces: Limit = { text: 256 * 1024, headers: 8 * 1024 }
const forFullTraces: Limit = { text: 1024, headers: 1024 }
/** Enough to read by, and a report of many failures still fits one text. */
const forReports: Limit = { text: 16 * 1024, headers: 4 * 1024 }
const maxTraces = 32 * 1024 * 1024

// By way of a buffer: a slice would hold on to the text it was cut from.
const cut = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${Buffer.from(text.slice(0, limit)).toString()}… (cut: ${text.length} characters in all)`

const headersSize = (headers: Readonly<Record<string, string>>): number =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0)

const cutHeaders = (
  headers: Readonly<Record<string, string>>,
  limit: number,
): Readonly<Record<string, string>> => {
  if (headersSize(headers) <= limit) return headers
  let room = limit
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => {
      room -= name.length + value.length
      return room >= 0
    }),
  )
}

export const sizeOf = (outcome: Outcome): number =>
  outcome.kind === 'reply' ? outcome.text.length + headersSize(outcome.headers) : 0

/** A reply beyond the limit is as good as lost: what it would say is not looked at, so that it need not be held. */
export const takenIn = (exchange: Exchange): Exchange =>
  exchange.outcome.kind === 'reply' && exchange.outcome.text.length > maxReplyCharacters
    ? {
        ...exchange,
        outcome: {
          kind: 'lost',
          reason: 'too-large',
          message: `the reply is longer than ${maxReplyCharacters} characters`,
        },
      }
    : exchange

const shortened = (exchange: Exchange, limit: Limit): Exchange => {
  const { outcome } = exchange
  if (outcome.kind === 'lost') return exchange
  const { text, headers, body } = outcome
  if (text.length <= limit.text && headersSize(headers) <= limit.headers) return exchange
  return {
    ...exchange,
    outcome: {
      ...outcome,
      text: cut(text, limit.text),
      headers: cutHeaders(headers, limit.headers),
      body:
        text.length <= limit.text
          ? body
          : { kind: 'not-json', why: `not kept: ${text.length} characters` },
    },
  }
}

const inReports = new WeakMap<Exchange, Exchange>()

/** An exchange as a failure shows it. Cut once for all the rules that it breaks. */
export const keptForReport = (exchange: Exchange): Exchange => {
  const kept = inReports.get(exchange) ?? shortened(exchange, forReports)
  inReports.set(exchange, kept)
  return kept
}

/** Exchanges as the trace of a run may hold them to its end. */
export type Keeper = (exchanges: readonly Exchange[]) => readonly Exchange[]

/** Each exchange is cut by itself, and hard once all of them together have become too much. */
export const newKeeper = (): Keeper => {
  let kept = 0
  return (exchanges) =>
    exchanges.map((exchange) => {
      const short = shortened(exchange, kept > maxTraces ? forFullTraces : forTraces)
      kept += sizeOf(short.outcome)
      return short
    })
}
