import type { RuleId } from '../../generated/rule-ids.ts'
import type { EmbeddedMutant } from '../embedded.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'

/** How a mutant fared. */
export type Kill = {
  readonly mutant: EmbeddedMutant
  /** Requests until the first breach of its rule, the median over the seeds; undefined where it was missed with one of them. */
  readonly requests: number | undefined
  /** Rules broken that it does not own up to, and those it claims to break and does not. */
  readonly unexpected: readonly string[]
  readonly missing: readonly string[]
}

const median = (numbers: readonly number[]): number | undefined =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

// The directed programs are the same with every seed.
const seedsOf = ({ profile }: EmbeddedMutant): readonly number[] =>
  profile === 'quick' ? [1] : [1, 2, 3, 4, 5]

/** Judges a mutant with every seed. */
export const kill = async (mutant: EmbeddedMutant): Promise<Kill> => {
  const { breaks, alsoBreaks, profile } = mutant
  const expected = [breaks, ...alsoBreaks]
  const runs = await Promise.all(
    seedsOf(mutant).map(async (seed) => judgeSubject(mutant.driver(), { profile, seed })),
  )
  const broken = runs.map(({ verdicts }) => rulesWith(verdicts, 'fail'))
  const requests = runs.flatMap(({ requestsUntil }) => requestsUntil.get(breaks as RuleId) ?? [])
  return {
    mutant,
    requests: requests.length < runs.length ? undefined : median(requests),
    unexpected: [...new Set(broken.flat())].filter((rule) => !expected.includes(rule)),
    missing: expected.filter((rule) => broken.some((rules) => !rules.includes(rule as RuleId))),
  }
}
