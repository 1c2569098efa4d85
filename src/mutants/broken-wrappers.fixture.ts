import { describe, expect, test } from 'vitest'
import { brokenWrappers, type Theme } from '../../fixtures/wrappers/broken.ts'
import type { Area } from '../../spec/rules/catalogue.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'
import { driverThrough } from './wrappers.fixture.ts'

/** With the areas of the three operations: what a wrapper does wrong must not be laid to the endpoint. */
const areas: readonly Area[] = [
  'client',
  'publish-version',
  'update-function-code',
  'publish-layer-version',
  'code-sha256',
]

/** Judged by the clock: on a busy machine no pause looks like one, and a storm like a breeze. */
const byTheClock: readonly string[] = ['client/backs-off', 'client/storms-nothing']

/** Each broken wrapper of these themes breaks exactly the rules it says. */
export const testBrokenWrappers = (...themes: readonly Theme[]): void => {
  describe.concurrent('broken wrappers', () => {
    for (const broken of brokenWrappers.filter(({ theme }) => themes.includes(theme))) {
      const { name, breaks, alsoBreaks, wrapper, timeoutMs } = broken
      const retry = byTheClock.includes(breaks) ? 2 : 0
      test(`${breaks} is broken by a wrapper that ${name}`, { retry }, async () => {
        const driver = await driverThrough(wrapper, timeoutMs === undefined ? {} : { timeoutMs })
        const rules = areas.map((area) => `${area}/*`)
        const { verdicts } = await judgeSubject(driver, { profile: 'quick', seed: 1, rules })
        await driver.close()
        expect(rulesWith(verdicts, 'harness-error')).toEqual([])
        expect(rulesWith(verdicts, 'fail').toSorted()).toEqual([breaks, ...alsoBreaks].toSorted())
      })
    }
  })
}
