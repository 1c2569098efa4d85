import { expect, test } from 'vitest'
import { badgeJson } from './badge.ts'
import { endingOf, type Ending } from './ending.ts'
import { htmlPage } from './html/page.ts'
import { junitXml } from './junit.ts'
import { reportOf, ruleReport } from './report.fixture.ts'
import type { Report } from './report.ts'
import { summaryMarkdown } from './summary.ts'
import { gated, verdictOf } from './verdict.ts'

const held = ruleReport('a/held', 'pass')

test.each<[NonNullable<Report['replay']>['outcome'], Ending['tone'], Ending['word']]>([
  ['fixed', 'good', 'FIXED'],
  ['still-failing', 'bad', 'STILL FAILING'],
  ['cannot-reproduce', 'unclear', 'CANNOT REPRODUCE'],
])('a failure run again that is %s ends so in every form', (outcome, tone, word) => {
  const replay = { token: '1:2:3', outcome, reason: 'it was <so>' }
  const report = reportOf([held], { replay })
  expect(endingOf(report)).toEqual({ tone, word, says: '', detail: 'it was <so>' })
  expect(htmlPage(report)).toContain(`<b>${word}</b> it was &lt;so&gt;`)
  expect(summaryMarkdown(report)).toContain(
    `## ${word}: \`http://127.0.0.1:9001\`: \`it was <so>\``,
  )
})

const shard = { index: 2, of: 4, unsettled: false, few: false, lostReplies: {}, standings: {} }
const { run, subject } = reportOf([])

test('a report of a shard says so in every form, and is no badge', () => {
  const part = 'SHARD 2/4, its part alone'
  const report = reportOf([held], { shard })
  expect(endingOf(report)).toMatchObject({ part, word: 'PASS' })
  expect(htmlPage(report)).toContain(`${part}.`)
  expect(summaryMarkdown(report)).toContain(`## ${part}: PASS`)
  expect(JSON.parse(badgeJson(report))).toMatchObject({
    color: 'lightgrey',
    message: 'part of a run',
  })
  expect(htmlPage(reportOf([held]))).not.toContain(part)
})

test('a run that was interrupted is no success in any form', () => {
  const report = gated(reportOf([held], { run: { ...run, stopped: 'cancelled' } }), 'must')
  expect(report.gate?.verdict).toBe('untested')
  expect(endingOf(report)).toEqual({
    tone: 'unclear',
    word: 'INTERRUPTED',
    says: 'violates no must rule that was judged so far',
  })
  expect(junitXml(report)).toContain('the run was interrupted')
  expect(JSON.parse(badgeJson(report))).toMatchObject({ color: 'lightgrey' })
  const found = reportOf([ruleReport('a/b', 'fail')], { run: { ...run, stopped: 'cancelled' } })
  expect(endingOf(found)).toMatchObject({ part: 'INTERRUPTED', word: 'FAIL' })
})

test('a subject whose PublishVersion never succeeds is not tested by what else it keeps', () => {
  const requestsByOperation = { PublishVersion: 12, UpdateFunctionCode: 3 }
  const report = reportOf([held], {
    run: { ...run, requestsByOperation },
    subject: { ...subject, operations: { UpdateFunctionCode: 'supported' } },
  })
  expect(verdictOf(report, 'must')).toEqual({
    kind: 'untested',
    because:
      'PublishVersion was called 12 times and never succeeded (--without PublishVersion leaves it out)',
  })
  expect(endingOf(report)).toMatchObject({ tone: 'unclear', word: 'UNTESTED' })
})
