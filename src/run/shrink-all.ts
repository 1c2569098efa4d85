import type { RuleId } from '../../generated/rule-ids.ts'
import { signatureOf } from '../report/signature.ts'
import { contextOf, type Exploration } from './explore.ts'
import type { Session } from './session.ts'
import { shrink, type Counterexample } from './shrink.ts'
import { breachOf, findingFor, standingOf, type Breach } from './tally.ts'
import type { Verdict } from './verdict.ts'

/** What shrinking came to, and the number of calls it began with. */
export type Found = {
  readonly counterexample: Counterexample
  /** Number of calls of the sequence in which the breach was first seen. */
  readonly shrunkFrom: number
  readonly shrinkingMs: number
}

/** Failures that are known, as they were found: to make them shorter costs more requests than to find all of them. */
export const asFound = (
  verdicts: ReadonlyMap<RuleId, Verdict>,
  isKnown: (rule: string, signature: string) => boolean = () => false,
): Map<RuleId, Found> =>
  new Map(
    [...verdicts].flatMap(([rule, verdict]) => {
      if (verdict.kind !== 'fail') return []
      const { breach } = verdict
      const { actual, at } = breach.finding
      const calls = breach.exchanges.map(({ call }) => ({ call }))
      if (!isKnown(rule, signatureOf(calls, actual))) return []
      const counterexample = { breach, seen: 1, tried: 1 }
      return [[rule, { counterexample, shrunkFrom: at + 1, shrinkingMs: 0 }] as const]
    }),
  )

/** Rules shrunk at the same time: most of it is waiting for functions to settle. */
const shrunkAtOnce = 4

/** The shortest known breaches first; each counterexample found may serve the rules that come after. */
export async function* shrinkAll(
  session: Session,
  exploration: Exploration,
  verdicts: ReadonlyMap<RuleId, Verdict>,
  found: Map<RuleId, Found>,
): AsyncGenerator<void> {
  const until = session.elapsedMs() + session.settings.shrinkMs
  const context = contextOf(session)
  let left: readonly (readonly [RuleId, Breach])[] = [...verdicts].flatMap(([rule, verdict]) =>
    verdict.kind === 'fail' ? [[rule, verdict.breach] as const] : [],
  )
  while (left.length > 0) {
    const ordered = left.toSorted(([, a], [, b]) => a.finding.at - b.finding.at)
    const batch = await Promise.all(
      ordered.slice(0, shrunkAtOnce).map(async ([rule, breach]) => {
        const startedAt = session.elapsedMs()
        const shrunk = await shrink(session, rule, breach, context, until, ({ exchanges }) =>
          exploration.recorder.record({
            program: breach.origin.program,
            shrinking: rule,
            exchanges,
          }),
        )
        return { rule, shrinkingMs: session.elapsedMs() - startedAt, ...shrunk }
      }),
    )
    for (const { rule, attempt: _, shrinkingMs, ...counterexample } of batch) {
      const first = standingOf(exploration.tally, rule).breach ?? counterexample.breach
      found.set(rule, { counterexample, shrunkFrom: first.finding.at + 1, shrinkingMs })
    }
    left = ordered.slice(shrunkAtOnce).map(([rule, known]) => {
      const shorter = batch.flatMap(({ attempt, breach }) => {
        const finding = attempt === undefined ? undefined : findingFor(rule, attempt, context)
        return attempt !== undefined &&
          finding?.kind === 'violated' &&
          breach.actions.length < known.actions.length
          ? [breachOf(breach, attempt, finding)]
          : []
      })
      const best = shorter.toSorted((a, b) => a.actions.length - b.actions.length)[0]
      return [rule, best ?? known] as const
    })
    yield
  }
}
