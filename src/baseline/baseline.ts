import type { OperationName } from '../../spec/operations.ts'

/** A failure that is tolerated; with a signature, only where it shows that. */
export type ExpectedFailure = {
  /** The id of a rule, one that it had before, a glob over ids, or an area alone. */
  readonly rule: string
  readonly signature?: string
  readonly reason: string
  readonly issue?: string
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly expires?: string
  /** Of the file, from 1. */
  readonly line: number
}

type ExpectedUnsupported = {
  readonly operation: OperationName
  readonly reason: string
  readonly line: number
}

/** A failure that comes in some runs only; never for good. */
export type KnownFlaky = {
  readonly rule: string
  readonly reason: string
  readonly expires: string
  readonly line: number
}

/** A baseline file as read, its entries in the order of the file. */
export type Baseline = {
  /** As it was typed. */
  readonly file: string
  readonly expectedFailures: readonly ExpectedFailure[]
  readonly expectedUnsupported: readonly ExpectedUnsupported[]
  readonly knownFlaky: readonly KnownFlaky[]
}

export const lists = ['expectedFailures', 'expectedUnsupported', 'knownFlaky'] as const
export type ListName = (typeof lists)[number]
