import { expect, test } from 'vitest'
import { deniedInWords, notPermitted } from './denied.ts'
import { htmlPage } from './html/page.ts'
import { noColours } from './paint.ts'
import type { Report } from './report.ts'
import { reportOf, ruleReport } from './report.fixture.ts'
import { summaryMarkdown } from './summary.ts'
import { reportText } from './text.ts'
import { verdictOf } from './verdict.ts'

type Denied = NonNullable<Report['subject']['denied']>

const reportWith = (denied: Denied): Report => {
  const blocked = { reason: notPermitted('lambda:GetPolicy') }
  const report = reportOf([
    ruleReport('a/a', 'pass'),
    ruleReport('a/b', 'blocked', blocked),
    ruleReport('a/c', 'blocked', blocked),
    ruleReport('a/d', 'blocked', { reason: 'waits for a/e' }),
  ])
  return { ...report, subject: { ...report.subject, denied } }
}

const policy = { operation: 'GetPolicy', action: 'lambda:GetPolicy' } as const
const alias = { operation: 'GetAlias', action: 'lambda:GetAlias' } as const
const words =
  'not permitted: lambda:GetPolicy (blocks 2 rules), lambda:GetAlias; lambda-conformance iam-policy prints what a run needs'

test('rights that are missing are told in one line, with the rules they block', () => {
  expect(deniedInWords(reportWith([policy, alias]))).toBe(words)
  expect(deniedInWords(reportOf([ruleReport('a/a', 'pass')]))).toBeUndefined()
})

test('every form of report for people has the line', () => {
  const report = reportWith([policy, alias])
  expect(reportText(report, { width: 80, paint: noColours })).toContain(`\n${words}\n`)
  expect(summaryMarkdown(report)).toContain(`\n⚠️ \`${words}\`\n`)
  expect(htmlPage(report)).toContain(`<p class="warning">${words}.</p>`)
})

test('one of the three operations without a right leaves the run untested, and says why', () => {
  const report = reportWith([{ operation: 'PublishVersion', action: 'lambda:PublishVersion' }])
  const untested = { ...report, subject: { ...report.subject, operations: {} } }
  expect(verdictOf(untested, 'must')).toEqual({
    kind: 'untested',
    because:
      'lambda:PublishVersion is not permitted (403 AccessDeniedException); lambda-conformance iam-policy prints what a run needs (--without PublishVersion leaves it out)',
  })
})
