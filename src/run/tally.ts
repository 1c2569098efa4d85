import type { RuleId } from '../../generated/rule-ids.ts'
import type { Exchange } from '../drivers/driver.ts'
import type { Context, Finding } from '../judges/judge.ts'
import { judges } from '../judges/registry.ts'
import type { Action } from '../programs/action.ts'
import type { Attempt } from './attempt.ts'
import { keptForReport } from './keep.ts'
import type { Origin } from './replay-token.ts'

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
  const index = attempt.stepsAfter.findIndex((steps) => steps > at)
  // An origin with paths names all of what shrinking came to; a shorter one would need another token.
  if (index < 0 || origin.paths.length > 0) return { origin, actions }
  return { origin: { ...origin, length: index + 1 }, actions: actions.slice(0, index + 1) }
}

export const breachOf = (source: Source, attempt: Attempt, finding: Violation): Breach => ({
  ...upTo(source, attempt, finding.at),
  exchanges: attempt.trace.slice(0, finding.at + 1).map(({ exchange }) => keptForReport(exchange)),
  finding,
})

/** What all traces together say of one rule. */
export type Standing = {
  readonly held: number
  readonly behaviours: ReadonlySet<string>
  readonly breach?: Breach
  /** Why what was seen proves nothing, where nothing else was seen. */
  readonly unproven?: string
  /** A judge that threw: our fault, not the subject's. */
  readonly crash?: string
}

export type Tally = ReadonlyMap<RuleId, Standing>

const nothing: Standing = { held: 0, behaviours: new Set() }

export const standingOf = (tally: Tally, rule: RuleId): Standing => tally.get(rule) ?? nothing

const safely = (
  rule: RuleId,
  attempt: Attempt,
  context: Context,
): Finding | { kind: 'crashed'; message: string } => {
  try {
    return judges[rule](attempt.trace, context)
  } catch (error) {
    return { kind: 'crashed', message: error instanceof Error ? error.message : String(error) }
  }
}

export const findingFor = (rule: RuleId, attempt: Attempt, context: Context): Finding => {
  const finding = safely(rule, attempt, context)
  return finding.kind === 'crashed' ? { kind: 'silent' } : finding
}

const updated = (
  standing: Standing,
  finding: ReturnType<typeof safely>,
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
    rules.map((rule) => [
      rule,
      updated(standingOf(tally, rule), safely(rule, attempt, context), source, attempt),
    ]),
  )
