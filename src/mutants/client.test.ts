import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { brokenWrappers } from '../../fixtures/wrappers/broken.ts'
import { good } from '../../fixtures/wrappers/good.ts'
import { wrapperSurveys } from '../../fixtures/wrappers/surveys.ts'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'
import { areaOf, ruleOf } from '../run/selection.ts'
import { driverThrough } from './wrappers.fixture.ts'

const ofClients = ruleIds.filter((id) => areaOf(id) === 'client')

test('rules about clients are surveyed where they are of level may, and have a broken wrapper where not', () => {
  const mayBreak = new Set<string>(brokenWrappers.map(({ breaks }) => breaks))
  expect(Object.keys(wrapperSurveys).toSorted()).toEqual(
    ofClients.filter((id) => ruleOf(id).level === 'may').toSorted(),
  )
  expect(ofClients.filter((id) => !mayBreak.has(id) && ruleOf(id).level !== 'may')).toEqual([])
})

test('every broken wrapper has a name of its own', () => {
  const names = brokenWrappers.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('a broken wrapper breaks other rules, if any, besides its own', () => {
  expect(brokenWrappers.filter(({ breaks, alsoBreaks }) => alsoBreaks.includes(breaks))).toEqual([])
})

test('the kill matrix has every broken wrapper, and missed none', () => {
  const page = readFileSync(new URL('../../generated/KILL-MATRIX.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `client/'))
  const cells = rows.map((row) => row.split(' | ').slice(0, 2).join(' | '))
  expect(cells).toEqual(brokenWrappers.map(({ name, breaks }) => `| \`${breaks}\` | ${name}`))
  expect(rows.filter((row) => row.endsWith('| missed |'))).toEqual([])
})

describe.concurrent('a careful wrapper', () => {
  test.each(['default', 'asynchronous', 'content-based'])(
    'breaks no rule in front of the variant %s',
    async (variant) => {
      const driver = await driverThrough(good, { variant })
      const { verdicts } = await judgeSubject(driver, { profile: 'standard', seed: 1 })
      await driver.close()
      expect([...rulesWith(verdicts, 'fail'), ...rulesWith(verdicts, 'harness-error')]).toEqual([])
    },
    300_000,
  )
})

describe.concurrent('surveys', () => {
  for (const [rule, behaviours] of Object.entries(wrapperSurveys)) {
    for (const { wrapper, shows } of behaviours) {
      test(`${rule} observes "${shows}"`, async () => {
        const driver = await driverThrough(wrapper)
        const { verdicts } = await judgeSubject(driver, {
          profile: 'quick',
          seed: 1,
          rules: ['client/*'],
        })
        await driver.close()
        expect(verdicts.get(rule as RuleId)).toMatchObject({ kind: 'pass', observed: [shows] })
      }, 180_000)
    }
  }
})
