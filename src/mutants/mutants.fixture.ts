import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { surveys } from '../../fixtures/mutants/surveys.ts'
import type { RuleId } from '../../generated/rule-ids.ts'
import type { Area } from '../../spec/rules/catalogue.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { areaOf } from '../run/selection.ts'

/** After how many requests each mutant is caught, by generated/KILL-MATRIX.md: `npm run mutants -- --write` writes it anew. */
const requestsByPage: ReadonlyMap<string, string> = new Map(
  [
    ...readFileSync(new URL('../../generated/KILL-MATRIX.md', import.meta.url), 'utf8').matchAll(
      /^\| `.+` \| (.+) \| (?:quick|standard) \| (\S+) \|$/gm,
    ),
  ].map(([, name = '', requests = '']) => [name, requests]),
)

/** By how many requests one seed may come before or after the median: a random program or two. */
const medianMayDiffer = { quick: 0, standard: 60 } as const

/** Each mutant of an area breaks exactly the rules it says, and each survey shows both behaviours. */
export const testMutantsOf = (area: Area): void => {
  const ofArea = mutants.filter(({ breaks }) => areaOf(breaks) === area)
  for (const { name, breaks, alsoBreaks, options, profile } of ofArea) {
    test(`${breaks} is broken by a subject that ${name}`, async () => {
      const { verdicts, requestsUntil } = await judgeSubject(referenceDriver(options), {
        profile,
        seed: 1,
      })
      expect(rulesWith(verdicts, 'harness-error')).toEqual([])
      expect(rulesWith(verdicts, 'fail').toSorted()).toEqual([breaks, ...alsoBreaks].toSorted())
      // Directed programs send the same with every seed; of random ones the page has the median over five.
      const seen = requestsUntil.get(breaks) ?? 0
      const shown = Number(requestsByPage.get(name))
      expect(Math.abs(shown - seen)).toBeLessThanOrEqual(medianMayDiffer[profile])
    }, 30_000)
  }

  const surveyed = Object.entries(surveys).filter(([rule]) => areaOf(rule as RuleId) === area)
  for (const [rule, behaviours] of surveyed) {
    for (const { shows, options } of behaviours) {
      test(`${rule} observes "${shows}"`, async () => {
        const { verdicts } = await judgeSubject(referenceDriver(options), {
          // Only from there on several clients call at once.
          profile: area === 'concurrency' ? 'standard' : 'quick',
          seed: 1,
        })
        expect(verdicts.get(rule as RuleId)).toMatchObject({ kind: 'pass', observed: [shows] })
      })
    }
  }
}
