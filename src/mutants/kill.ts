import type { RuleId } from '../../generated/rule-ids.ts'
import type { Driver } from '../drivers/driver.ts'
import type { EmbeddedMutant } from '../embedded.ts'
import { judgeSubject, rulesWith, type Judged } from '../run/judge-subject.ts'
import { areaOf } from '../run/selection.ts'

/** What is to be caught: a mutant of the reference endpoint, or a broken wrapper in front of a right one. */
export type Suspect = Omit<EmbeddedMutant, 'driver'> & {
  readonly driver: () => Driver | Promise<Driver>
  /** It is told by the clock: what else this process does would make pauses where there are none. */
  readonly alone?: true
}

export const isWrapper = ({ breaks }: Pick<Suspect, 'breaks'>): boolean =>
  areaOf(breaks as RuleId) === 'client'

/** How a mutant fared. */
export type Kill = {
  readonly mutant: Suspect
  /** Requests, or calls of a wrapper and beside it, until the first breach of its rule, the median over the seeds; undefined where it was missed with one of them. */
  readonly requests: number | undefined
  /** Rules broken that it does not own up to, and those it claims to break and does not. */
  readonly unexpected: readonly string[]
  readonly missing: readonly string[]
}

const median = (numbers: readonly number[]): number | undefined =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

// The directed programs are the same with every seed.
const seedsOf = ({ profile }: Suspect): readonly number[] =>
  profile === 'quick' ? [1] : [1, 2, 3, 4, 5]

const judgedWith = async (mutant: Suspect, seed: number): Promise<Judged> => {
  const driver = await mutant.driver()
  try {
    return await judgeSubject(driver, { profile: mutant.profile, seed })
  } finally {
    await driver.close()
  }
}

/** Judges a mutant with every seed. */
export const kill = async (mutant: Suspect): Promise<Kill> => {
  const { breaks, alsoBreaks } = mutant
  const expected = [breaks, ...alsoBreaks]
  const runs = await Promise.all(seedsOf(mutant).map((seed) => judgedWith(mutant, seed)))
  const broken = runs.map(({ verdicts }) => rulesWith(verdicts, 'fail'))
  const requests = runs.flatMap(({ requestsUntil }) => requestsUntil.get(breaks as RuleId) ?? [])
  return {
    mutant,
    requests: requests.length < runs.length ? undefined : median(requests),
    unexpected: [...new Set(broken.flat())].filter((rule) => !expected.includes(rule)),
    missing: expected.filter((rule) => broken.some((rules) => !rules.includes(rule as RuleId))),
  }
}
