import * as fc from 'fast-check'
import type { RuleId } from '../../generated/rule-ids.ts'
import type { Context } from '../judges/judge.ts'
import type { Action } from '../programs/action.ts'
import { anyActions } from '../programs/any-action.ts'
import { isRace } from '../programs/races.ts'
import { attemptProgram, type Attempt } from './attempt.ts'
import { isRefusedCaller } from './authorization.ts'
import { confirmationsOf, raceTries } from './confirmations.ts'
import type { Session } from './session.ts'
import { breachOf, findingFor, type Breach } from './tally.ts'

export type Counterexample = {
  readonly breach: Breach
  /** The attempt that broke the rule, for other rules to be judged by. */
  readonly attempt?: Attempt
  /** How often the final sequence broke the rule, of how many times it was tried. */
  readonly seen: number
  readonly tried: number
}

type Try = {
  readonly actions: readonly Action[]
  readonly attempt: Attempt
  readonly finding: Breach['finding']
}

/**
 * Looks for a shorter sequence that breaks the same rule, each attempt on functions of its own, and tries the shortest one
 * again. Shrinking stays on the rule: a candidate that breaks another one is no counterexample. Where nothing breaks the
 * rule a second time the first trace stands, seen once. `until`: the moment of the run after which no further attempt is made.
 */
export const shrink = async (
  session: Session,
  rule: RuleId,
  breach: Breach,
  context: Context,
  until = Number.POSITIVE_INFINITY,
  onAttempt: (attempt: Attempt) => void = () => {},
): Promise<Counterexample> => {
  let last: Try | undefined
  let attempts = 0
  let carriedOut = 0
  const wasRefused = breach.exchanges.slice(-1).some(isRefusedCaller)
  /** Credentials that expire meanwhile are no shorter way to the same breach. */
  const isOfRefusal = ({ trace }: Attempt, at: number): boolean =>
    !wasRefused && trace.slice(at, at + 1).some(({ exchange }) => isRefusedCaller(exchange))
  const attempted = async (actions: readonly Action[]): Promise<Attempt> => {
    const attempt = await attemptProgram(session, actions)
    onAttempt(attempt)
    return attempt
  }
  const breaks = async (actions: readonly Action[]): Promise<boolean> => {
    if (attempts >= session.settings.shrinkAttempts || session.stop() !== undefined) return false
    if (session.elapsedMs() > until) return false
    attempts += 1
    // A race need not come out the same way again.
    for (let time = 0; time < (isRace(actions) ? raceTries : 1); time += 1) {
      if (time > 0 && session.stop() !== undefined) return false
      carriedOut += 1
      const attempt = await attempted(actions)
      const finding = findingFor(rule, attempt, context)
      if (finding.kind === 'violated' && !isOfRefusal(attempt, finding.at)) {
        last = { actions, attempt, finding }
        return true
      }
    }
    return false
  }

  const result = await fc.check(
    fc.asyncProperty(anyActions, async (actions) => !(await breaks(actions))),
    { examples: [[[...breach.actions]]], numRuns: 1 },
  )
  if (last === undefined) return { breach, seen: 1, tried: 1 + carriedOut }

  const shortest: Try = last
  let seen = 1
  let tried = 1
  const confirmations = confirmationsOf(session.settings, shortest.actions)
  for (; tried <= confirmations && session.stop() === undefined; tried += 1) {
    const finding = findingFor(rule, await attempted(shortest.actions), context)
    if (finding.kind === 'violated') seen += 1
  }
  // The path begins with the index of the example; a token leaves that out.
  const path = result.counterexamplePath?.split(':').slice(1).join(':') ?? ''
  const { origin } = breach
  return {
    breach: breachOf(
      {
        actions: shortest.actions,
        origin: path === '' ? origin : { ...origin, paths: [...origin.paths, path] },
      },
      shortest.attempt,
      shortest.finding,
    ),
    attempt: shortest.attempt,
    seen,
    tried,
  }
}
