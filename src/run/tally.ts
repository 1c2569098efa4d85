import type { RuleId } from '../../generated/rule-ids.ts'
import type { Exchange } from '../drivers/driver.ts'
import type { Context, Finding } from '../judges/judge.ts'
import { judges } from '../judges/registry.ts'
import type { Action } from '../programs/action.ts'
import type { Attempt } from './attempt.ts'
import { blameFor } from './blame.ts'
import { keptForReport } from './keep.ts'
import type { Origin } from './replay-token.ts'
import { areaOf } from './selection.ts'

/** A trace that breaks a rule, and how to come to it again. */
export type Breach = {
  readonly origin: Origin
  readonly actions: readonly Action[]
  /** The steps up to the one that breaks the rule. Not the trace itself: its states would hold every reply in full. */
  readonly exchanges: readonly Exchange[]
  readonly finding: Violation
}

type Violation = Extract<Finding, { kind: 'violated' }>

/** Where a trace comes from. */
type Source = Pick<Breach, 'origin' | 'actions'>

/** The actions up to the one that breaks the rule; what comes later cannot have caused it. */
const upTo = ({ origin, actions }: Source, attempt: Attempt, at: number): Source => {
  const first = attempt.stepsAfter.findIndex((steps) => steps > at)
  // Calls made at the same moment stay together.
  const together = actions.slice(first + 1).findIndex(({ lane }) => lane === undefined)
  const others = together < 0 ? actions.length - first - 1 : together
  const index = actions[first]?.lane === undefined ? first : first + others
  // An origin with paths names all of what shrinking came to; a shorter one would need another token.
  if (index < 0 || origin.paths.length > 0) return { origin, actions }
  return { origin: { ...origin, length: index + 1 }, actions: actions.slice(0, index + 1) }
}

export const breachOf = (source: Source, attempt: Attempt, finding: Violation): Breach => ({
  ...upTo(source, attempt, finding.at),
  exchanges: attempt.trace.slice(0, finding.at + 1).map(({ exchange }) => keptForReport(exchange)),
  finding,
})

/** What all traces together say of one rule. `Evidence` is what is kept of its breach. */
export type Standing<Evidence = Breach> = {
  readonly held: number
  /** Milliseconds that the judge took. */
  readonly judgingMs: number
  readonly behaviours: ReadonlySet<string>
  readonly breach?: Evidence
  /** Why what was seen proves nothing, where nothing else was seen. */
  readonly unproven?: string
  /** Who has to answer for the breaches seen, where it is not the subject in respect of this rule. */
  readonly excusedBy?: string
  /** A judge that threw: our fault, not the subject's. */
  readonly crash?: string
}

export type Tally<Evidence = Breach> = ReadonlyMap<RuleId, Standing<Evidence>>

const nothing = { held: 0, judgingMs: 0, behaviours: new Set<string>() }

export const standingOf = <Evidence>(tally: Tally<Evidence>, rule: RuleId): Standing<Evidence> =>
  tally.get(rule) ?? nothing

/** What a judge says of an attempt, or why nobody is to blame for it but who is named. */
type Judged =
  | Finding
  | { readonly kind: 'crashed'; readonly message: string }
  /** Broken as the caller of a client sees it, and not by itself. */
  | { readonly kind: 'excused'; readonly by: string }

/** That the caller has no right to an operation is no fault of the subject, whatever the refusal looks like. */
const isOfDenied = ({ trace }: Attempt, at: number, { denied }: Context): boolean => {
  const operation = trace[at]?.exchange.call.operation
  return operation !== undefined && denied?.has(operation) === true
}

const safely = (rule: RuleId, attempt: Attempt, context: Context): Judged => {
  const ofClients = areaOf(rule) === 'client'
  // What a fault leaves behind is for the rules about clients.
  if (!ofClients && attempt.trace.some(({ exchange }) => exchange.call.fault !== undefined)) {
    return { kind: 'silent' }
  }
  // And calls made at the same moment to those about them: the others read one call after another.
  const isOfRaces = areaOf(rule) === 'concurrency'
  if (isOfRaces !== attempt.trace.some(({ exchange }) => exchange.lane !== undefined)) {
    return { kind: 'silent' }
  }
  try {
    const finding = judges[rule](attempt.trace, context)
    if (finding.kind === 'violated' && isOfDenied(attempt, finding.at, context)) {
      return { kind: 'silent' }
    }
    if (finding.kind !== 'violated' || ofClients) return finding
    const by = blameFor(rule, attempt.trace, finding.at, context)
    return by === undefined ? finding : { kind: 'excused', by }
  } catch (error) {
    return { kind: 'crashed', message: error instanceof Error ? error.message : String(error) }
  }
}

export const findingFor = (rule: RuleId, attempt: Attempt, context: Context): Finding => {
  const finding = safely(rule, attempt, context)
  return finding.kind === 'crashed' || finding.kind === 'excused' ? { kind: 'silent' } : finding
}

const updated = (
  standing: Standing,
  finding: Judged,
  source: Source,
  attempt: Attempt,
): Standing => {
  switch (finding.kind) {
    case 'silent':
      return standing
    case 'held':
      return { ...standing, held: standing.held + finding.times }
    case 'unproven':
      return { ...standing, unproven: finding.because }
    case 'observed':
      return { ...standing, behaviours: new Set([...standing.behaviours, ...finding.behaviours]) }
    case 'crashed':
      return { ...standing, crash: standing.crash ?? finding.message }
    case 'excused':
      return { ...standing, excusedBy: standing.excusedBy ?? finding.by }
    case 'violated':
      return standing.breach === undefined || finding.at < standing.breach.finding.at
        ? { ...standing, breach: breachOf(source, attempt, finding) }
        : standing
    default:
      return finding satisfies never
  }
}

/** Every judge reads the trace; the shortest breach of a rule is kept. */
export const count = (
  tally: Tally,
  rules: readonly RuleId[],
  source: Source,
  attempt: Attempt,
  context: Context,
): Tally =>
  new Map(
    rules.map((rule) => {
      const startedAt = performance.now()
      const finding = safely(rule, attempt, context)
      const judgingMs = standingOf(tally, rule).judgingMs + performance.now() - startedAt
      return [rule, updated({ ...standingOf(tally, rule), judgingMs }, finding, source, attempt)]
    }),
  )
