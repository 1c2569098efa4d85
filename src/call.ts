import type { OperationName } from '../spec/operations.ts'
import type { FaultName } from './fault.ts'

export type { OperationName }

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [member: string]: Json }
export type JsonObject = { readonly [member: string]: Json }

/** How a call is put on the wire, where it is not as every client does it. */
export type Writing = {
  /** Sent as it stands, in place of the members of the body. */
  readonly body?: string
  /**
   * `sparing`: only what a path segment may not hold is percent-encoded, so that an ARN keeps its colons. `lavish`: every
   * byte of a name is. Both mean the same name (RFC 3986, section 2.3).
   */
  readonly pathEncoding?: 'sparing' | 'lavish'
}

/**
 * One request in the terms of the service: members by their documented names, wherever on the wire they travel.
 * Blobs are base64 text, as in the JSON body.
 */
export type Call = {
  readonly operation: OperationName
  readonly input: JsonObject
  /** Members of the input may be missing here: a recording that kept no request bodies. */
  readonly partial?: true
  /** Where the writing is what is tested. */
  readonly written?: Writing
  /** What goes wrong on the way, where a client is judged. */
  readonly fault?: FaultName
}
