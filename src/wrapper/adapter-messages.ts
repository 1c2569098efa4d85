import type { OperationName } from '../../spec/operations.ts'
import type { Ask, Told } from './client.ts'
import type { WrapperTarget } from './wrapper.ts'

/** What the process of an adapter is told. `path`: absolute; `calledAs`: as its user wrote it. */
export type ToHost =
  | {
      readonly kind: 'load'
      readonly mark: string
      readonly path: string
      readonly calledAs: string
      readonly target: WrapperTarget
    }
  | { readonly kind: 'call'; readonly ask: Ask }

/** What it tells. */
export type FromHost =
  | {
      readonly kind: 'ready'
      readonly name: string
      readonly operations: readonly OperationName[]
    }
  | { readonly kind: 'unusable'; readonly line: string }
  | { readonly kind: 'told'; readonly told: Told }
  /** An error that nothing caught; the process ends. */
  | { readonly kind: 'fatal'; readonly error: string }

/** How a message of the host is told from one that the adapter sends: by a mark that only the two know. */
export type Envelope = { readonly mark: string; readonly message: FromHost }

export const isEnvelope = (received: unknown, mark: string): received is Envelope =>
  typeof received === 'object' && received !== null && 'mark' in received && received.mark === mark
