import type { Report } from '../report/report.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { ProgramTrace } from '../drivers/driver.ts'

/** What a run would do, said before it does anything. */
export type Plan = {
  readonly endpoint: string
  readonly seed: number
  readonly profile: string
  readonly rules: number
  readonly programs: {
    readonly directed: number
    readonly random: number
    /** In which several clients call at once. */
    readonly atOnce: number
  }
  /** How many clients call at once at most, where they do. */
  readonly clients?: number
  /** What is created at most, by kind. All of it is deleted at the end. */
  readonly creates: {
    readonly functions: number
    readonly layers: number
    readonly aliases: number
  }
  /** Calls on a subject that keeps the contract and settles at once; waiting and failures cost more, up to `maxRequests`. */
  readonly expectedRequests: number
  readonly maxRequests: number
  /** Requests per second at most, where there is a limit: the part of this shard. */
  readonly maxRps?: number
}

export type Phase = 'probe' | 'directed' | 'random' | 'concurrent' | 'shrink' | 'clean-up'

export type ConformanceEvent =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'probed'; readonly unsupported: readonly OperationName[] }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | {
      readonly kind: 'progress'
      readonly phase: Phase
      readonly requests: number
      readonly rulesJudged: number
      readonly rules: number
      readonly elapsedMs: number
    }
  /** A rule decided for the first time: its verdict can still turn from pass to fail. */
  | { readonly kind: 'judged'; readonly rule: string; readonly verdict: 'pass' | 'fail' }
  /** What was sent since the last one, shrinking included: line by line the content of trace.ndjson. */
  | { readonly kind: 'traced'; readonly trace: ProgramTrace }
  | { readonly kind: 'finished'; readonly report: Report }
