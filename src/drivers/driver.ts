import type { Call, Json } from '../call.ts'

/** What went out, as it stood on the wire. `headers` hold no credentials: they are recorded before signing. */
export type WireRequest = {
  readonly method: string
  /** Path and query, percent-encoded. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export type Reply = {
  readonly kind: 'reply'
  readonly status: number
  /** Names in lower case; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text, invalid UTF-8 replaced. */
  readonly text: string
  readonly body: ReplyBody
}

/** What the text turned out to be. `json` holds the value with `null` members as they came. */
export type ReplyBody =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json'; readonly why: string }

/** `unreachable`: no connection, so the call did nothing. All others: the call may have taken effect. */
export type LostReply = {
  readonly kind: 'lost'
  readonly reason: 'unreachable' | 'timeout' | 'connection-lost' | 'too-large' | 'not-http'
  readonly message: string
}

export type Outcome = Reply | LostReply

/** One call and what came of it. Times are milliseconds since the run began. */
export type Exchange = {
  readonly call: Call
  readonly request: WireRequest
  readonly outcome: Outcome
  readonly startedAtMs: number
  readonly endedAtMs: number
}

/** The way to a subject. `send` never throws for anything a subject does. */
export type Driver = {
  readonly endpoint: string
  readonly send: (call: Call) => Promise<Exchange>
  readonly close: () => Promise<void>
}

export type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Everything sent on behalf of one program, in order: one line each in trace.ndjson. */
export type ProgramTrace = { readonly program: string; readonly exchanges: readonly Exchange[] }
