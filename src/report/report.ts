import type { Call, Json } from '../call.ts'
import type { FaultName } from '../fault.ts'
import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { Basis, Level } from '../../spec/rules/rule.ts'
import type { Citation } from '../../spec/sources.ts'

export type VerdictName =
  | 'pass'
  | 'fail'
  | 'unsupported'
  | 'unexercised'
  | 'blocked'
  | 'undecided'
  | 'harness-error'

type SentRequest = { readonly method: string; readonly path: string; readonly body?: string }
type GivenResponse =
  | {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  | { readonly lost: string }

/** One request of a client, what was done to it on its way, and what the client was given. */
export type ClientRequest = {
  readonly operation?: OperationName
  readonly request: SentRequest
  readonly fault?: FaultName
  readonly response: GivenResponse
}

/** One call of a counterexample, as it was asked, sent and answered. */
export type FailureStep = {
  readonly call: Pick<Call, 'operation' | 'input' | 'written' | 'fault'>
  /** Of a client's call: what a right client would send. */
  readonly request: SentRequest
  /** Of a client's call: what its caller was told, as a reply. */
  readonly response: GivenResponse
  /** Where a client made the call: what it told its caller, and everything it sent. */
  readonly client?: {
    readonly told:
      | { readonly output: Json }
      | {
          readonly error: {
            readonly name?: string
            readonly status?: number
            readonly message?: string
          }
        }
      | { readonly nothing: string }
    readonly wire: readonly ClientRequest[]
  }
  /** Where several clients called at once: when each call was made and answered, milliseconds since the first of them. */
  readonly timing?: {
    /** Which client made it, from 1; 0 for what came before and after. */
    readonly lane: number
    readonly startedAtMs: number
    readonly endedAtMs: number
  }
}

export type Failure = {
  readonly expected: string
  readonly actual: string
  readonly explanation: string
  /** The shortest sequence found; the last step is the one that breaks the rule. */
  readonly steps: readonly FailureStep[]
  /** Number of calls of the sequence in which the breach was first seen. */
  readonly shrunkFrom: number
  /** `k of n`: how often the breach came when the sequence was tried n times. */
  readonly seen: string
  /** Absent, as the token, where stored calls were judged that tell neither. */
  readonly seed?: number
  /** Token for `--replay`. */
  readonly replay?: string
  /** What came, without names, ids and times: the same for the same breach in every run. */
  readonly signature: string
  /** Where several clients called at once: the steps, from 0, that cannot all have come about as they were answered. */
  readonly impossible?: readonly number[]
  /** Shell lines that send the same requests, one per step. */
  readonly curl: readonly string[]
  readonly awsCli: readonly string[]
}

export type RuleReport = {
  readonly id: string
  readonly title: string
  readonly level: Level
  readonly basis: Basis
  readonly edition: { readonly from?: Edition; readonly to?: Edition }
  readonly cites: readonly Citation[]
  readonly verdict: VerdictName
  /** How many times the rule was seen to hold. */
  readonly held: number
  /** Spent on judging this rule and on shrinking its failure; the calls serve all rules and count for none. */
  readonly durationMs: number
  /** Why there is neither a pass nor a fail: the operation missing, the rule waited for, the explanation left open. */
  readonly reason?: string
  /** The behaviours seen, where the level is `may`. */
  readonly observed?: readonly string[]
  readonly failure?: Failure
  /** Why the failure is tolerated, where a baseline lists it. */
  readonly baseline?: BaselineMark
}

/** What a baseline says of a rule. */
export type BaselineMark = {
  readonly kind: 'expected' | 'flaky'
  readonly reason: string
  readonly issue?: string
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly expires?: string
}

/** Something in a baseline that makes a run red, and one line that says what to change. */
export type BaselineProblem = {
  /**
   * `stale`: listed, and it passes. `expired`: out of date. `unmatched`: names nothing that there is. `changed`: fails with
   * another signature than listed. `unlisted`: an operation that is not implemented, and not listed.
   */
  readonly kind: 'stale' | 'expired' | 'unmatched' | 'changed' | 'unlisted'
  /** The rule, glob or operation. */
  readonly entry: string
  /** Line of the entry in the file, from 1. */
  readonly line?: number
  readonly message: string
}

/** What became of a failure that was run again. */
export type ReplayReport = {
  readonly token: string
  readonly outcome: 'fixed' | 'still-failing' | 'cannot-reproduce'
  readonly reason: string
}

/** What the traces of one shard say of a rule, before anything is concluded from it. */
export type ShardStanding = {
  readonly held: number
  readonly broken: boolean
  readonly observed?: readonly string[]
  readonly unproven?: string
  readonly excusedBy?: string
  readonly crash?: string
}

export type ShardReport = {
  /** From 1. */
  readonly index: number
  readonly of: number
  /** Why programs were left out or cut short. */
  readonly stopped?: string
  readonly unsettled: boolean
  readonly few: boolean
  /** Why no calls were made at the same moment. */
  readonly withoutRaces?: string
  /** How many replies each program lacks. */
  readonly lostReplies: Readonly<Record<string, number>>
  readonly standings: Readonly<Record<string, ShardStanding>>
}

/** The lowest level whose failures count. */
export type FailOn = 'must' | 'should'

export type LevelSummary = {
  readonly pass: number
  readonly fail: number
  readonly unsupported: number
  readonly unexercised: number
  readonly blocked: number
  readonly undecided: number
  readonly harnessError: number
}

/** The content of report.json; its schema is `generated/schemas/report.json`. */
export type Report = {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'lambda-conformance'; readonly version: string }
  readonly edition: Edition
  readonly subject: {
    readonly kind: 'endpoint' | 'wrapper' | 'recording' | 'proxy'
    /** What a wrapper calls itself, or the command that runs it. */
    readonly name?: string
    readonly endpoint: string
    /** The reference endpoint that the run itself started: its port means nothing afterwards. */
    readonly embedded?: true
    /** Of the signature, where one was asked for. */
    readonly region?: string
    /** The words that name the wrapper on the command line. */
    readonly command?: string
    readonly serverHeader?: string
    readonly operations: Readonly<Partial<Record<OperationName, 'supported' | 'unsupported'>>>
    /** Operations that were declared not to be there, before anything was asked. */
    readonly without?: readonly OperationName[]
    /** Operations that the caller has no right to, and the actions that a policy would have to allow. */
    readonly denied?: readonly { readonly operation: OperationName; readonly action: string }[]
  }
  readonly run: {
    /** Absent, as the profile, where stored calls were judged that tell neither. */
    readonly seed?: number
    readonly profile?: Profile
    /** Execution role and runtime of the functions made, where they were asked for. */
    readonly role?: string
    readonly runtime?: string
    /** Why it was cut short, as `cancelled` or `out of requests`. */
    readonly stopped?: string
    /** RFC 3339, UTC. */
    readonly startedAt: string
    readonly durationMs: number
    readonly requests: number
    readonly requestsByOperation: Readonly<Partial<Record<OperationName, number>>>
    readonly resources: {
      readonly created: number
      readonly deleted: number
      /** What was to be deleted and is not: a layer counts once for each version. */
      readonly leaked: number
      /** What was to stay. */
      readonly kept?: number
      /** What is left, by name: a hundred at most. */
      readonly left?: readonly { readonly kind: 'function' | 'layer'; readonly name: string }[]
    }
  }
  readonly summary: {
    readonly must: LevelSummary
    readonly should: LevelSummary
    readonly may: LevelSummary
    /** pass / (pass + fail) per level, 0 to 1; null where nothing was judged. */
    readonly conformance: Readonly<Record<Level, number | null>>
    /** Judged rules / all rules of the edition, 0 to 1. */
    readonly coverage: number
  }
  /** Where the run is one of several: what it takes to come to the verdicts of the whole. */
  readonly shard?: ShardReport
  /** Where a failure was run again. */
  readonly replay?: ReplayReport
  /** How the run ended at its gate. */
  readonly gate?: {
    readonly failOn: FailOn
    readonly verdict: 'conforms' | 'violates' | 'untested' | 'harness-error'
    /** Ids of the rules at the gate's level that fail, and that no baseline lists. */
    readonly newFailures: readonly string[]
  }
  /** Where stored calls were judged, and nothing was sent. */
  readonly recording?: {
    /** As they were named. */
    readonly files: readonly string[]
    /** Number of programs judged: sequences of calls on functions and layers of their own. */
    readonly programs: number
    /** Lines of which nothing was judged, because they were cut off or too long. */
    readonly leftOut?: number
  }
  /** What the baseline came to, where one was given. */
  readonly baseline?: {
    readonly file: string
    /** Number of failures that it tolerates. */
    readonly tolerated: number
    readonly problems: readonly BaselineProblem[]
  }
  readonly rules: readonly RuleReport[]
}

export const profiles = ['quick', 'standard', 'deep'] as const
export type Profile = (typeof profiles)[number]
