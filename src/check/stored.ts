import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { Exchange } from '../drivers/driver.ts'
import type { Profile } from '../report/report.ts'

/** A sequence of calls as a file keeps it: everything sent for it, on functions and layers of its own. */
export type StoredProgram = {
  readonly name: string
  /** The rule whose failure the calls were to shorten or to confirm. */
  readonly shrinking?: string
  /** The rule that a run found broken by these calls, and not because of another one. */
  readonly breaks?: string
  /** Token that carries it out again, where the file tells. */
  readonly replay?: string
  readonly exchanges: readonly Exchange[]
}

/** What a file tells of the run that it comes from. */
export type Circumstances = {
  readonly edition?: Edition
  readonly endpoint?: string
  readonly embedded?: true
  readonly region?: string
  /** What the wrapper called itself. */
  readonly name?: string
  readonly role?: string
  readonly runtime?: string
  readonly profile?: Profile
  readonly seed?: number
  /** Operations that were declared not to be there, before anything was asked. */
  readonly without?: readonly OperationName[]
  /** Operations that turned out not to be there, where the calls that showed it are not in the file. */
  readonly unsupported?: readonly OperationName[]
}
