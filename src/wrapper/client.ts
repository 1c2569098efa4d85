import type { OperationName } from '../../spec/operations.ts'
import type { JsonObject } from '../call.ts'
import type { ClientAnswer } from '../drivers/client-record.ts'
import type { WrapperTarget } from './wrapper.ts'

/** One call as a client is asked to make it. */
export type Ask = { readonly operation: OperationName; readonly input: JsonObject }

/** What a client answered. `said`: all text that came out of it, its answer and its noise, for whoever looks for secrets in it. */
export type Told = { readonly answer: ClientAnswer; readonly said: string }

/** A client at work against one target. */
export type Client = {
  /** Never throws, and answers when the time is up at the latest. */
  readonly ask: (ask: Ask, timeoutMs: number) => Promise<Told>
  /** Ends what it started, by force where needed. */
  readonly close: () => Promise<void>
}

/** What is judged: clients of this kind, as many as are needed at once. */
export type ClientMaker = {
  readonly name: string
  /** The operations that go through it. */
  readonly operations: readonly OperationName[]
  /** Every call starts a process, which is dear: a quick run makes few of them. */
  readonly startsAnew?: true
  /** How many are worth having at the same time. */
  readonly atOnce: number
  /** Throws only where no client can be had at all. */
  readonly open: (target: WrapperTarget) => Promise<Client>
}
