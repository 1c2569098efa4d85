import { expect, test } from 'vitest'
import type { RuleId } from '../../generated/rule-ids.ts'
import { ruleOf } from '../run/selection.ts'
import { leftOutInWords } from './left-out.ts'
import { reportOf, ruleReport } from './report.fixture.ts'
import { summaryMarkdown } from './summary.ts'
import { verdictText } from './verdict-text.ts'

const lost: RuleId = 'concurrency/accepted-update-is-not-lost'
const keeps = 'update-function-code/keeps-configuration'
const repeat = 'no-change/repeat-publish-returns-same-version'
const adds = 'no-change/repeat-publish-adds-no-version'

test('what failed may come of a rule that it depends on and that was not chosen', () => {
  const words = leftOutInWords(reportOf([ruleReport(adds, 'fail')]))
  expect(words).toBe(
    'one failure may come of one rule that was not chosen: a run of all rules tells',
  )
  const two = leftOutInWords(reportOf([ruleReport(adds, 'fail'), ruleReport(lost, 'fail')]))
  expect(two).toMatch(/^2 failures may come of [1-9]\d rules that were not chosen/)
})

const countBehind = (...more: readonly string[]): number => {
  const rules = [ruleReport(lost, 'fail'), ...more.map((id) => ruleReport(id, 'pass'))]
  return Number(/of (\d+) rules/.exec(leftOutInWords(reportOf(rules)) ?? '')?.[1])
}

test('a rule that was chosen is not one of them', () => {
  expect(countBehind(keeps)).toBe(countBehind() - 1)
})

test('the rules behind those behind it count, too', () => {
  // accepted-update-is-not-lost waits for takes-effect, and that for the hash of what was sent.
  expect(countBehind()).toBeGreaterThan(ruleOf(lost).dependsOn?.length ?? 0)
})

test.each([
  ['nothing failed', [ruleReport(adds, 'pass')]],
  ['it was chosen', [ruleReport(adds, 'fail'), ruleReport(repeat, 'pass')]],
  ['it depends on nothing', [ruleReport(repeat, 'fail')]],
  ['nobody knows the rule', [ruleReport('names/of-another-release', 'fail')]],
])('nothing is said where %s', (_why, rules) => {
  expect(leftOutInWords(reportOf(rules))).toBeUndefined()
})

test.each(['wrapper', 'recording'] as const)(
  'nothing is said of a %s, which need not show the others',
  (kind) => {
    const report = reportOf([ruleReport(adds, 'fail')])
    const subject = { ...report.subject, kind }
    expect(leftOutInWords({ ...report, subject })).toBeUndefined()
  },
)

test('the terminal and the summary say so', () => {
  const report = reportOf([ruleReport(adds, 'fail')])
  const text = verdictText(report, { width: 100, paint: (_style, line) => line }).join('\n')
  expect(text).toContain('left out  one failure may come of one rule that was not chosen')
  expect(summaryMarkdown(report)).toContain('one failure may come of one rule that was not chosen')
})
