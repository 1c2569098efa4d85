import { describe, expect, test } from 'vitest'
import { brokenWrappers, type BrokenWrapper, type Theme } from '../../fixtures/wrappers/broken.ts'
import type { Area } from '../../spec/rules/catalogue.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'
import { driverThroughBroken, isJudgedByTheClock } from './wrappers.fixture.ts'

/** With the areas of the three operations: what a wrapper does wrong must not be laid to the endpoint. */
const areas: readonly Area[] = [
  'client',
  'publish-version',
  'update-function-code',
  'publish-layer-version',
  'code-sha256',
]

/** The rules that a broken wrapper breaks, in the order of the alphabet, and judges that threw. */
const brokenBy = async (broken: BrokenWrapper): Promise<readonly string[]> => {
  const driver = await driverThroughBroken(broken)
  const rules = areas.map((area) => `${area}/*`)
  const { verdicts } = await judgeSubject(driver, { profile: 'quick', seed: 1, rules })
  await driver.close()
  return [...rulesWith(verdicts, 'fail'), ...rulesWith(verdicts, 'harness-error')].toSorted()
}

const ownedUpToBy = ({ breaks, alsoBreaks }: BrokenWrapper): readonly string[] =>
  [breaks, ...alsoBreaks].toSorted()

/** Side by side on a busy machine some take a minute. */
const timeout = 180_000

/** Each broken wrapper of these themes breaks exactly the rules it says. */
export const testBrokenWrappers = (...themes: readonly Theme[]): void => {
  const ofThemes = brokenWrappers.filter(({ theme }) => themes.includes(theme))
  // Most of the time a wrapper waits.
  describe.concurrent('broken wrappers', () => {
    for (const broken of ofThemes.filter((each) => !isJudgedByTheClock(each))) {
      const { breaks, name } = broken
      test(`${breaks} is broken by a wrapper that ${name}`, { timeout }, async () => {
        expect(await brokenBy(broken)).toEqual(ownedUpToBy(broken))
      })
    }
  })
  for (const broken of ofThemes.filter(isJudgedByTheClock)) {
    const { breaks, name } = broken
    // On a busy machine no pause looks like one, and a storm like a breeze.
    test(`${breaks} is broken by a wrapper that ${name}`, { retry: 2, timeout }, async () => {
      expect(await brokenBy(broken)).toEqual(ownedUpToBy(broken))
    })
  }
}
