import type { ClientAnswer, ClientRecord, WireExchange } from '../drivers/client-record.ts'
import type { Exchange, Outcome, ReplyBody } from '../drivers/driver.ts'

/** The longest reply that a run takes in, if nothing else is said. Fifty versions with all they may hold come to half of it. */
export const maxReplyCharacters = 1024 * 1024

/** What the replies to one program may come to. A parsed body takes many times the room of its text. */
export const maxAttemptCharacters = 4 * 1024 * 1024

type Limit = { readonly text: number; readonly headers: number }

const forTraces: Limit = { text: 256 * 1024, headers: 8 * 1024 }
const forFullTraces: Limit = { text: 1024, headers: 1024 }
/** Enough to read by, and a report of many failures still fits one text. */
const forReports: Limit = { text: 16 * 1024, headers: 4 * 1024 }
/** Of all replies together, in a file: one that is larger nobody reads. */
const maxTraces = 1024 * 1024 * 1024
/** Of the replies to one program: its line is written from one text, which takes several times that room. */
const maxLine = 2 * 1024 * 1024

// By way of a buffer: a slice would hold on to the text it was cut from.
const cut = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${Buffer.from(text.slice(0, limit)).toString()}… (cut: ${text.length} characters in all)`

/** Stands among headers that were cut; no header on the wire can be called so. */
const cutHeader = '(cut)'

const headersSize = (headers: Readonly<Record<string, string>>): number =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0)

const cutHeaders = (
  headers: Readonly<Record<string, string>>,
  limit: number,
): Readonly<Record<string, string>> => {
  const size = headersSize(headers)
  if (size <= limit) return headers
  let room = limit
  const kept = Object.entries(headers).filter(([name, value]) => {
    room -= name.length + value.length
    return room >= 0
  })
  return Object.fromEntries([...kept, [cutHeader, `${size} characters in all`]])
}

export const sizeOf = (outcome: Outcome): number =>
  outcome.kind === 'reply' ? outcome.text.length + headersSize(outcome.headers) : 0

/** Requests of one call of a client that are kept: a storm of them is told by some. */
const maxWire = 50

/** The first and the last ones: by the last reply goes what the client told its caller. */
const ends = (wire: readonly WireExchange[]): readonly WireExchange[] =>
  wire.length <= maxWire ? wire : [...wire.slice(0, maxWire / 2), ...wire.slice(-maxWire / 2)]

const shortenedWire = (exchange: WireExchange, limit: Limit): WireExchange => {
  const { body, ...request } = exchange.request
  const { answered, given } = exchange
  return {
    ...exchange,
    request: body === undefined ? request : { ...request, body: cut(body, limit.text) },
    given: shortenedOutcome(given, limit),
    ...(answered === undefined ? {} : { answered: shortenedOutcome(answered, limit) }),
  }
}

const shortenedClient = (client: ClientRecord, limit: Limit): ClientRecord => ({
  ...client,
  answer: shortenedAnswer(client.answer, limit),
  strays: ends(client.strays).map((exchange) => shortenedWire(exchange, limit)),
  wire: ends(client.wire).map((exchange) => shortenedWire(exchange, limit)),
})

const tooLong = 'not kept: too long'

const shortenedAnswer = (answer: ClientAnswer, limit: Limit): ClientAnswer => {
  switch (answer.kind) {
    case 'output':
      return JSON.stringify(answer.output).length <= limit.text
        ? answer
        : { ...answer, output: tooLong }
    case 'error':
      return answer.message === undefined
        ? answer
        : { ...answer, message: cut(answer.message, limit.text) }
    case 'none':
      return answer
    default:
      return answer satisfies never
  }
}

/** A reply beyond the limit is as good as lost: what it would say is not looked at, so that it need not be held. */
export const takenIn = (exchange: Exchange, limit: number): Exchange =>
  exchange.outcome.kind === 'reply' && exchange.outcome.text.length > limit
    ? {
        ...exchange,
        outcome: {
          kind: 'lost',
          reason: 'too-large',
          message: `the reply is longer than ${limit} characters`,
        },
      }
    : exchange

const notKept = (length: number): ReplyBody => ({
  kind: 'not-json',
  why: `not kept: ${length} characters`,
})

/** For the body of a reply as a report shows it: undefined where that is the whole of it. */
export const notKeptWhole = (text: string): ReplyBody | undefined =>
  text.length <= forReports.text ? undefined : notKept(text.length)

/** What the parser of a body that is no JSON has to say begins otherwise. */
export const isNotKept = (body: ReplyBody): boolean =>
  body.kind === 'not-json' && body.why.startsWith('not kept: ')

const isCutReply = (outcome: Outcome | undefined): boolean =>
  outcome?.kind === 'reply' &&
  (isNotKept(outcome.body) || Object.hasOwn(outcome.headers, cutHeader))

const isCutText = (text = ''): boolean => {
  const [mark = '', length] = /… \(cut: (\d{1,15}) characters in all\)$/.exec(text) ?? []
  const kept = text.length - mark.length
  const limits = [forTraces, forFullTraces, forReports].map((limit) => limit.text)
  return limits.includes(kept) && Number(length) > kept
}

/** Whether a reader of what was kept knows less than the run did. */
export const isCut = ({ outcome, client }: Exchange): boolean =>
  isCutReply(outcome) ||
  (client !== undefined &&
    ((client.answer.kind === 'output' && client.answer.output === tooLong) ||
      (client.answer.kind === 'error' && isCutText(client.answer.message)) ||
      [...client.wire, ...client.strays].some(
        ({ request, given, answered }) =>
          isCutText(request.body) || isCutReply(given) || isCutReply(answered),
      )))

const shortenedOutcome = (outcome: Outcome, limit: Limit): Outcome => {
  if (outcome.kind === 'lost') return outcome
  const { text, headers, body } = outcome
  if (text.length <= limit.text && headersSize(headers) <= limit.headers) return outcome
  return {
    ...outcome,
    text: cut(text, limit.text),
    headers: cutHeaders(headers, limit.headers),
    body: text.length <= limit.text ? body : notKept(text.length),
  }
}

const shortened = (exchange: Exchange, limit: Limit): Exchange => {
  const outcome = shortenedOutcome(exchange.outcome, limit)
  const { client } = exchange
  if (client !== undefined) return { ...exchange, outcome, client: shortenedClient(client, limit) }
  return outcome === exchange.outcome ? exchange : { ...exchange, outcome }
}

const inReports = new WeakMap<Exchange, Exchange>()

/** An exchange as a failure shows it. Cut once for all the rules that it breaks. */
export const keptForReport = (exchange: Exchange): Exchange => {
  const kept = inReports.get(exchange) ?? shortened(exchange, forReports)
  inReports.set(exchange, kept)
  return kept
}

/** Exchanges as the trace of a run shows them. */
export type Keeper = (exchanges: readonly Exchange[]) => readonly Exchange[]

/** Each exchange is cut by itself, and hard once those of its program, or all of them together, come to too much. */
export const newKeeper = (limit = maxTraces): Keeper => {
  let kept = 0
  return (exchanges) => {
    let line = 0
    return exchanges.map((exchange) => {
      const isFull = kept > limit || line > maxLine
      const short = shortened(exchange, isFull ? forFullTraces : forTraces)
      const size = sizeOf(short.outcome)
      kept += size
      line += size
      return short
    })
  }
}
