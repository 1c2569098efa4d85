import type { OperationName } from '../../spec/operations.ts'
import type { Ask, Told } from './client.ts'
import type { WrapperTarget } from './wrapper.ts'

/** What the process of an adapter is told. `path`: absolute; `calledAs`: as its user wrote it. */
export type ToHost =
  | {
      readonly kind: 'load'
      readonly path: string
      readonly calledAs: string
      readonly target: WrapperTarget
    }
  | { readonly kind: 'call'; readonly id: number; readonly ask: Ask }

/** What it tells, each message inside of an envelope: an adapter may send messages of its own. */
export type FromHost =
  | {
      readonly kind: 'ready'
      readonly name: string
      readonly operations: readonly OperationName[]
    }
  | { readonly kind: 'unusable'; readonly line: string }
  | { readonly kind: 'told'; readonly id: number; readonly told: Told }
  /** An error that nothing caught; the process ends. */
  | { readonly kind: 'fatal'; readonly error: string }

export type Envelope = { readonly fromAdapterHost: FromHost }

export const isEnvelope = (message: unknown): message is Envelope =>
  typeof message === 'object' && message !== null && 'fromAdapterHost' in message
