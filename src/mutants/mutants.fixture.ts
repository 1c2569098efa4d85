import { expect, test } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { surveys } from '../../fixtures/mutants/surveys.ts'
import { basePathOf } from '../../fixtures/reference/base-path.ts'
import { createEndpoint, type ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import type { RuleId } from '../../generated/rule-ids.ts'
import type { Area } from '../../spec/rules/catalogue.ts'
import type { Driver } from '../drivers/driver.ts'
import { inProcessDriver } from '../drivers/in-process.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'
import { areaOf } from '../run/selection.ts'

export const driverOf = (options: ReferenceOptions): Driver =>
  inProcessDriver(createEndpoint({ seed: 1, ...options }).respond, basePathOf(options.basePath))

/** Each mutant of an area breaks exactly the rules it says, and each survey shows both behaviours. */
export const testMutantsOf = (area: Area): void => {
  const ofArea = mutants.filter(({ breaks }) => areaOf(breaks) === area)
  for (const { name, breaks, alsoBreaks, options, profile } of ofArea) {
    test(`${breaks} is broken by a subject that ${name}`, async () => {
      const { verdicts } = await judgeSubject(driverOf(options), { profile, seed: 1 })
      expect(rulesWith(verdicts, 'harness-error')).toEqual([])
      expect(rulesWith(verdicts, 'fail').toSorted()).toEqual([breaks, ...alsoBreaks].toSorted())
    }, 30_000)
  }

  const surveyed = Object.entries(surveys).filter(([rule]) => areaOf(rule as RuleId) === area)
  for (const [rule, behaviours] of surveyed) {
    for (const { shows, options } of behaviours) {
      test(`${rule} observes "${shows}"`, async () => {
        const { verdicts } = await judgeSubject(driverOf(options), { profile: 'quick', seed: 1 })
        expect(verdicts.get(rule as RuleId)).toMatchObject({ kind: 'pass', observed: [shows] })
      })
    }
  }
}
