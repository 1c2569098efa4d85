import type { Call, Json } from '../call.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { ClientRecord } from './client-record.ts'

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

/**
 * `unreachable`: no connection; `not-sent`: a client kept the call to itself. Either way it did nothing. All others: it may
 * have taken effect.
 */
export type LostReply = {
  readonly kind: 'lost'
  readonly reason:
    | 'unreachable'
    | 'not-sent'
    | 'timeout'
    | 'connection-lost'
    | 'too-large'
    | 'not-http'
  readonly message: string
}

export type Outcome = Reply | LostReply

/** One call and what came of it. Times are milliseconds since the run began. */
export type Exchange = {
  readonly call: Call
  readonly request: WireRequest
  /** Of a client's call: what its caller got, as a reply. */
  readonly outcome: Outcome
  /** Where the call was made through a client. */
  readonly client?: ClientRecord
  /** Of calls made at the same moment: which of several clients made it, from 1. */
  readonly lane?: number
  readonly startedAtMs: number
  readonly endedAtMs: number
}

/** The way to a subject. `send` never throws for anything a subject does. */
export type Driver = {
  /** The client between, where there is one: the operations that go through it, and how many of its calls are made at once. */
  readonly client?: {
    readonly name: string
    readonly operations: readonly OperationName[]
    readonly atOnce: number
  }
  readonly endpoint: string
  readonly send: (call: Call) => Promise<Exchange>
  /** Gets ready for so many calls at the same moment: connections are opened, and their part of the rate is saved up. */
  readonly gather?: (count: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** The way of a request that somebody else has written; its path is without the base path. Never throws. */
export type Pass = (request: WireRequest) => Promise<Outcome>

export type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  /** Whose they are, where the provider tells. */
  readonly accountId?: string
  /** From then on nobody takes them. */
  readonly expiration?: Date
}

/** Gives credentials that are good now, as the providers of the AWS SDK do. */
export type CredentialProvider = () => Promise<Credentials>

/** Everything sent on behalf of one program, in order: one line each in trace.ndjson. */
export type ProgramTrace = {
  readonly program: string
  /** The rule whose failure the calls were to shorten or to confirm. */
  readonly shrinking?: string
  /** The token that carries out the program again; absent where the calls are no program, or shorten one. */
  readonly replay?: string
  readonly exchanges: readonly Exchange[]
}
