import type { Replies, Requests } from '../../generated/types.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { Credentials } from '../drivers/driver.ts'

/** Where a wrapper sends its requests. The credentials are made up for the run. */
export type WrapperTarget = {
  readonly endpoint: string
  readonly region: string
  readonly credentials: Credentials
}

// Clients put undefined where a reply has nothing.
type Sparse<T> = T extends readonly (infer Item)[]
  ? readonly Sparse<Item>[]
  : T extends object
    ? { readonly [Member in keyof T]?: Sparse<T[Member]> | null | undefined }
    : T

// The types of most clients take lists that may be written to.
type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Member in keyof T]: Writable<T[Member]> }
    : T

/** What a method of a wrapper is given. */
export type WrapperInput<Operation extends OperationName> = Writable<Requests[Operation]>

/** What a method of a wrapper answers: the reply of the service, and whatever else it likes to add. */
export type WrapperOutput<Operation extends OperationName> = Sparse<Replies[Operation]>

/**
 * The calls of a wrapper, each under the name of its operation with a small first letter; what it does not implement it
 * leaves out. Inputs and outputs have the members of the API, blobs as base64 text. A failure is thrown: an error with the
 * `name` of the service's error and, where known, its status in `$metadata.httpStatusCode`.
 */
export type WrapperMethods = {
  readonly [Operation in OperationName as Uncapitalize<Operation>]?: (
    input: WrapperInput<Operation>,
  ) => Promise<WrapperOutput<Operation>>
}

export type Wrapper = {
  /** As reports call it. */
  readonly name: string
  readonly create: (target: WrapperTarget) => WrapperMethods | Promise<WrapperMethods>
}

/** Does nothing but check the types: an adapter's default export is what this returns. */
export const defineWrapper = (wrapper: Wrapper): Wrapper => wrapper
