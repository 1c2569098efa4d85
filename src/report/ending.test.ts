import { expect, test } from 'vitest'
import { badgeJson } from './badge.ts'
import { endingOf, type Ending } from './ending.ts'
import { htmlPage } from './html/page.ts'
import { reportOf, ruleReport } from './report.fixture.ts'
import type { Report } from './report.ts'
import { summaryMarkdown } from './summary.ts'
import { verdictOf } from './verdict.ts'

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

test.each<[string, Partial<Report>]>([
  ['SHARD 2/4, its part alone', { shard }],
  ['INTERRUPTED, so far', { run: { ...run, stopped: 'cancelled' } }],
])('a report of a part says %j in every form, and is no badge', (part, over) => {
  const report = reportOf([held], over)
  expect(endingOf(report)).toMatchObject({ part, word: 'PASS' })
  expect(htmlPage(report)).toContain(`${part}.`)
  expect(summaryMarkdown(report)).toContain(`## ${part}: PASS`)
  expect(JSON.parse(badgeJson(report))).toMatchObject({
    color: 'lightgrey',
    message: 'part of a run',
  })
  expect(htmlPage(reportOf([held]))).not.toContain(part)
})

test('a subject whose PublishVersion never succeeds is not tested by what else it keeps', () => {
  const requestsByOperation = { PublishVersion: 12, UpdateFunctionCode: 3 }
  const report = reportOf([held], {
    run: { ...run, requestsByOperation },
    subject: { ...subject, operations: { UpdateFunctionCode: 'supported' } },
  })
  expect(verdictOf(report, 'must')).toEqual({
    kind: 'untested',
    because: 'PublishVersion was called 12 times and never succeeded',
  })
  expect(endingOf(report)).toMatchObject({ tone: 'unclear', word: 'UNTESTED' })
})
