import type { Call, Json } from '../call.ts'
import type { FaultName } from '../fault.ts'
import type { Outcome, WireRequest } from './driver.ts'

/** What a client told its caller. `none`: nothing a caller could use, and why. */
export type ClientAnswer =
  | { readonly kind: 'output'; readonly output: Json; readonly status?: number }
  | {
      readonly kind: 'error'
      readonly name?: string
      /** The HTTP status, where the client knows it. */
      readonly status?: number
      readonly message?: string
    }
  | {
      readonly kind: 'none'
      /** `odd`: it answered, but neither with an output nor with an error. `not-started`: there was never anybody to answer. */
      readonly reason: 'timed-out' | 'died' | 'silent' | 'odd' | 'not-started'
      readonly because: string
    }

/** One request that a client sent, with what the service made of it. */
export type WireExchange = {
  /** As it came, without credentials. `path` is without the base path of the endpoint. */
  readonly request: WireRequest
  /** What it asks for; absent where no operation of the service has this method and path. */
  readonly call?: Call
  readonly signature: 'right' | 'missing' | 'wrong'
  /** What was done to it, if anything. */
  readonly fault?: FaultName
  /** What the service answered; absent where the request was never passed on. */
  readonly answered?: Outcome
  /** What the client was given. `lost`: the connection was ended on it. */
  readonly given: Outcome
  readonly startedAtMs: number
  readonly endedAtMs: number
}

/** One call through a client: what it answered, and everything it sent meanwhile. */
export type ClientRecord = {
  readonly answer: ClientAnswer
  readonly wire: readonly WireExchange[]
  /** Requests that came after the call before this one had been answered: nobody waited for them. */
  readonly strays: readonly WireExchange[]
  /** Credentials of the client that its answer, or what it printed, shows. */
  readonly leaks: readonly string[]
}
