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

const expectExactBreaches = async (broken: BrokenWrapper): Promise<void> => {
  const driver = await driverThroughBroken(broken)
  const rules = areas.map((area) => `${area}/*`)
  const { verdicts } = await judgeSubject(driver, { profile: 'quick', seed: 1, rules })
  await driver.close()
  const { breaks, alsoBreaks } = broken
  expect(rulesWith(verdicts, 'harness-error')).toEqual([])
  expect(rulesWith(verdicts, 'fail').toSorted()).toEqual([breaks, ...alsoBreaks].toSorted())
}

const titleOf = ({ breaks, name }: BrokenWrapper): string =>
  `${breaks} is broken by a wrapper that ${name}`

/** Each broken wrapper of these themes breaks exactly the rules it says. */
export const testBrokenWrappers = (...themes: readonly Theme[]): void => {
  const ofThemes = brokenWrappers.filter(({ theme }) => themes.includes(theme))
  describe.concurrent('most of the time a wrapper waits', () => {
    for (const broken of ofThemes.filter((each) => !isJudgedByTheClock(each))) {
      test(titleOf(broken), () => expectExactBreaches(broken))
    }
  })
  for (const broken of ofThemes.filter(isJudgedByTheClock)) {
    // On a busy machine no pause looks like one, and a storm like a breeze.
    test(titleOf(broken), { retry: 2 }, () => expectExactBreaches(broken))
  }
}
