import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { FailOn, Profile } from '../report/report.ts'

/** The content of a `lambda-conformance.config.*` file: the options of the command line, in camelCase. */
export type Configuration = {
  readonly endpoint?: string
  readonly region?: string
  readonly role?: string
  readonly runtime?: string
  readonly edition?: Edition
  readonly profile?: Profile
  readonly seed?: number
  readonly rule?: string | readonly string[]
  readonly skipRule?: string | readonly string[]
  readonly without?: OperationName | readonly OperationName[]
  readonly failOn?: FailOn
  /** Counts from the file's own directory, as `out`, `ledger` and `adapter` do. */
  readonly baseline?: string
  readonly out?: string
  readonly ledger?: string
  /** Clients that call at the same moment at most, 2 to 8. */
  readonly concurrency?: number
  readonly withoutConcurrency?: boolean
  /** `2/4` */
  readonly shard?: string
  readonly maxRps?: number
  readonly maxRequests?: number
  readonly timeoutMs?: number
  readonly maxReplyBytes?: number
  readonly deadlineS?: number
  readonly settleTimeoutMs?: number
  readonly keep?: boolean
  readonly plan?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
  readonly noColor?: boolean
  readonly allowRemote?: boolean
  /** What `wrapper` judges: a module, or a program. */
  readonly adapter?: string
  readonly command?: string
  readonly persistent?: boolean
}

/** Gives a configuration file its types. */
export const defineConfig = (configuration: Configuration): Configuration => configuration
