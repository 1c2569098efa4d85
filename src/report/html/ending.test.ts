import { expect, test } from 'vitest'
import { reportOf, ruleReport } from '../report.fixture.ts'
import type { Report } from '../report.ts'
import { endingOf } from './ending.ts'
import { htmlPage } from './page.ts'

const held = ruleReport('a/held', 'pass')

test.each<[NonNullable<Report['replay']>['outcome'], string, string]>([
  ['fixed', 'good', 'Fixed'],
  ['still-failing', 'bad', 'Still failing'],
  ['cannot-reproduce', 'unclear', 'Cannot reproduce'],
])('a failure run again that is %s ends so', (outcome, kind, words) => {
  const replay = { token: '1:2:3', outcome, reason: 'it was <so>' }
  expect(endingOf(reportOf([held], { replay }))).toEqual({ kind, words, detail: 'it was <so>.' })
  expect(htmlPage(reportOf([held], { replay }))).toContain(`<b>${words}</b> it was &lt;so&gt;.`)
})

test('the page of a shard says that it is a part', () => {
  const shard = { index: 2, of: 4, unsettled: false, few: false, lostReplies: {}, standings: {} }
  expect(htmlPage(reportOf([held], { shard }))).toContain('Shard 2 of 4: its part alone.')
  expect(htmlPage(reportOf([held]))).not.toContain('its part alone')
})
