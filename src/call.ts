import type { OperationName } from '../spec/operations.ts'

export type { OperationName }

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [member: string]: Json }
export type JsonObject = { readonly [member: string]: Json }

/**
 * One request in the terms of the service: members by their documented names, wherever on the wire they travel.
 * Blobs are base64 text, as in the JSON body.
 */
export type Call = {
  readonly operation: OperationName
  readonly input: JsonObject
  /** Members of the input may be missing here: a recording that kept no request bodies. */
  readonly partial?: true
}
