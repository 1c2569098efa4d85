import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { CredentialProvider, Credentials, Driver } from '../drivers/driver.ts'
import type { Profile } from '../report/report.ts'
import type { ClientMaker } from '../wrapper/client.ts'
import type { Shard } from './program-list.ts'

/** Where an endpoint is, and who asks. */
export type EndpointSubject = {
  readonly endpoint: string
  /** Without one it is that of the host, where AWS has given it its name; else us-east-1. */
  readonly region?: string
  /** A provider is asked again before they expire. */
  readonly credentials?: Credentials | CredentialProvider
  /** Started for this run and gone afterwards: nobody could go there again by its port. */
  readonly embedded?: true
}

/** What is judged: an endpoint reached over HTTP, a client in front of one, or anything else that answers calls. */
export type Subject =
  | EndpointSubject
  | (EndpointSubject & { readonly client: ClientMaker })
  | { readonly driver: Driver }

/** All optional: the defaults are those of `lambda-conformance run`. */
export type RunOptions = {
  readonly edition?: Edition
  readonly profile?: Profile
  readonly seed?: number
  /** Globs over rule ids: judge only these. */
  readonly rules?: readonly string[]
  /** Globs over rule ids: leave these out. */
  readonly skipRules?: readonly string[]
  /** Operations the subject is known not to implement. */
  readonly without?: readonly OperationName[]
  /** Execution role and runtime of the functions made. */
  readonly role?: string
  readonly runtime?: string
  /**
   * Requests per second at most, over all shards together: each takes its part. Without it 15 where the host is another
   * machine, which is what AWS allows (Lambda quotas, API requests), and as many as come on this one.
   */
  readonly maxRps?: number
  /** Of one reply, decompressed. */
  readonly maxReplyBytes?: number
  /** Requests of the whole run at most, clean-up not counted. */
  readonly maxRequests?: number
  /** For one request; for one call where a client makes it. */
  readonly timeoutMs?: number
  readonly settleTimeoutMs?: number
  /** For all that comes to nothing together: replies that never come, pauses after a 429, deletions refused. */
  readonly patienceMs?: number
  /** For the run, clean-up not counted. Without it half an hour for `quick`, an hour for `standard`, four for `deep`. */
  readonly deadlineS?: number
  /** Token of a failure: run only the sequence it names. */
  readonly replay?: string
  /** Failures that are known already: they are told as they were found, and not made shorter. */
  readonly isKnown?: (rule: string, signature: string) => boolean
  /** With `replay`: how often the failure came when it was found, `k of n`. One that came now and then is not fixed by staying away. */
  readonly seen?: string
  /**
   * How many clients may call at once, 2 to 8; 0 for one at a time. Without it 4 for `standard`, 8 for `deep`, and none for
   * `quick`.
   */
  readonly concurrency?: number
  /** One part of a run: what it carries out follows from the options and this alone. All shards need the same seed. */
  readonly shard?: Shard
  /**
   * Directory of the ledger, a file that lists what the run may have created and not yet deleted. Without one, nobody can
   * find it again after the process was killed.
   */
  readonly ledger?: string
  /** Leave what was created. */
  readonly keep?: boolean
  /** Ends the run early; what was created is still deleted. */
  readonly signal?: AbortSignal
}
