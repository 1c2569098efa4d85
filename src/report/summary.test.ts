import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryReport, hostileTexts } from './outcome.fixture.ts'
import { repeatPublishFailure as failure, reportOf, ruleReport } from './report.fixture.ts'
import { withoutCode } from './summary-markdown.fixture.ts'
import { summaryMarkdown } from './summary.ts'
import { lostUpdateFailure } from './timeline.fixture.ts'
import { gated } from './verdict.ts'

const failed = ruleReport('no-change/repeat', 'fail', { failure })
const passed = ruleReport('names/a', 'pass')
const listed = { kind: 'expected', reason: 'being mended', issue: 'https://x/1' } as const

test('a run that conforms is told in a headline, the table and the coverage', () => {
  expect(summaryMarkdown(reportOf([passed, ruleReport('names/b', 'unexercised')]))).toBe(
    [
      '## PASS: `http://127.0.0.1:9001` violates no must rule that was judged',
      '',
      '| level | conformance | pass | fail | unsupported | unexercised | blocked | undecided | error |',
      '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
      '| must | 100 % | 1 | 0 | 0 | 1 | 0 | 0 | 0 |',
      '| should | – | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '| may | surveyed | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '',
      'Coverage: 50 % (1 of 2 rules judged).',
      '',
      '<details><summary>1 rule not judged</summary>',
      '',
      '- 1 rule `unexercised: no reason given`',
      '',
      '</details>',
      '',
      'Edition `2024-08`, profile `standard`, seed `1823`, 612 calls in 5.2 s, `lambda-conformance 0.1.0`.',
      '',
      'Every rule, with each request and reply, is in `report.html` beside this file.',
      '',
    ].join('\n'),
  )
})

test('a failure is told with what was expected, what came, and how to run it again', () => {
  const summary = summaryMarkdown(reportOf([failed, passed]))
  expect(summary).toContain('## FAIL: `http://127.0.0.1:9001` violates 1 must rule\n')
  expect(summary).toContain(
    [
      '### Failures',
      '',
      '**`no-change/repeat`** (must, documented)',
      '',
      '```text',
      'the title of no-change/repeat',
      'expected  Version "1", already made from this code and configuration',
      'got       Version "2"',
      'after     CreateFunction f0 → PublishVersion f0 → PublishVersion f0   (shrunk from 14 calls)',
      'seen      3 of 3 times',
      'docs      AWS Lambda API Reference, PublishVersion (2024-08), introduction, second paragraph',
      '```',
      '',
      '<details><summary>Run this failure again</summary>',
      '',
      '```sh',
      'lambda-conformance run --endpoint http://127.0.0.1:9001 --rule no-change/repeat --replay 1823:4:0:1',
      '```',
      '',
      '</details>',
    ].join('\n'),
  )
})

test('a race is told with who called at once, its timeline, and what to do where it does not come again', () => {
  const summary = summaryMarkdown(reportOf([{ ...failed, failure: lostUpdateFailure }]))
  expect(summary).toContain(
    [
      'after     CreateFunction, then at once: UpdateFunctionCode by client 1, UpdateFunctionCode by client',
      '          2, then GetFunctionConfiguration   (shrunk from 23 calls)',
      'timeline  2 clients called at once; a bar goes from a call to its reply',
      '          ms        0               5                10               15               20',
      '          client 1  ├─ 3 ✗ UpdateFunctionCode (code xbuh8N) if A → 200, now C ─────────────────────┤',
    ].join('\n'),
  )
  expect(summary).toContain('\nseen      1 of 6 times: a race need not come again; ')
  expect(summary).toContain('--replay 1823:race-code-updates-2:4\n')
})

test('with a baseline there are new failures, tolerated ones and what to change', () => {
  const summary = summaryMarkdown(
    reportOf([failed, ruleReport('names/b', 'fail', { failure, baseline: listed })], {
      baseline: {
        file: 'known.yaml',
        tolerated: 1,
        problems: [{ kind: 'stale', entry: 'names/*', line: 7, message: 'passes: remove it' }],
      },
    }),
  )
  expect(summary).toContain(
    'violates 1 must rule that the baseline does not list, and has a baseline that needs a change\n',
  )
  expect(summary).toContain('### New failures\n')
  expect(summary).toContain(
    '### To change in the baseline `known.yaml`\n\n- stale, `names/*` (line 7): `passes: remove it`\n',
  )
  expect(summary).toContain(
    '<details><summary>1 failure tolerated by the baseline</summary>\n\n- `names/b` (`expected to fail, being mended; https://x/1`): `expected Version "1",',
  )
})

test('a baseline that tolerates failures is not passed over in the headline', () => {
  const report = reportOf([passed, ruleReport('names/b', 'fail', { failure, baseline: listed })])
  expect(summaryMarkdown(report)).toContain('was judged but 1 that the baseline lists\n')
})

test('failures below the gate are told, closed', () => {
  const report = gated(
    reportOf([passed, ruleReport('names/b', 'fail', { failure, level: 'should' })]),
    'must',
  )
  expect(summaryMarkdown(report)).toContain('## PASS: ')
  expect(summaryMarkdown(report)).toContain(
    '<details><summary>1 failure of a level that does not fail the gate</summary>',
  )
})

test.each([
  [
    'UNTESTED: `http://127.0.0.1:9001`: `no rule could be judged`',
    [ruleReport('a/b', 'unexercised')],
  ],
  ['UNTESTED: `http://127.0.0.1:9001`: `no rule could be judged`', []],
  [
    'ERROR: `http://127.0.0.1:9001` is not to blame: the harness failed on 1 rule',
    [passed, ruleReport('a/b', 'harness-error')],
  ],
])('%s is the headline where nobody is to blame', (headline, rules) => {
  expect(summaryMarkdown(reportOf(rules))).toContain(`## ${headline}`)
})

test('a long text is cut, and so is a command that nobody would copy', () => {
  const long = 'x'.repeat(5_000)
  const rule = { ...failed, title: long, failure: { ...failure, actual: long, replay: long } }
  const summary = summaryMarkdown(reportOf([rule]))
  expect(summary).not.toContain('x'.repeat(401))
  expect(summary).toContain('# a command of 5')
})

test('rules that were not judged are counted by their reason, the most frequent first', () => {
  const waits = { reason: 'waits for names/a' }
  const rules = [
    ruleReport('names/b', 'undecided', { reason: 'out of time' }),
    ruleReport('names/c', 'blocked', waits),
    ruleReport('names/d', 'blocked', waits),
  ]
  expect(summaryMarkdown(reportOf([passed, ...rules]))).toContain(
    [
      '<details><summary>3 rules not judged</summary>',
      '',
      '- 2 rules `blocked: waits for names/a`',
      '- 1 rule `undecided: out of time`',
      '',
      '</details>',
    ].join('\n'),
  )
})

test('operations that are not implemented and resources left behind are named', () => {
  const report = reportOf([passed])
  const summary = summaryMarkdown({
    ...report,
    subject: { ...report.subject, operations: { AddPermission: 'unsupported' } },
    run: { ...report.run, resources: { created: 9, deleted: 7, leaked: 2 } },
  })
  expect(summary).toContain('Not implemented: `AddPermission`.')
  expect(summary).toContain('2 of 9 resources were not deleted')
})

test('nothing of a report stands outside of code, and no mark of it is Markdown, HTML or a link', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const prose = withoutCode(summaryMarkdown(report))
      expect(prose.replaceAll(/<\/?(details|summary)>/g, '')).toMatch(/^[\w\s|:;,.()%#*–-]*$/)
      expect(prose).not.toMatch(/octocat|script|example|www|error::|set-output/)
      expect(prose.match(/<details>/g)?.length).toBe(prose.match(/<\/details>/g)?.length)
    }),
  )
})

test('the summary stays under 60 KB, whatever it is to hold', () => {
  const words = hostileTexts.join('')
  const many = (level: 'must' | 'should') =>
    Array.from({ length: 400 }, (_, index) =>
      ruleReport(`area-${index % 9}/${level}-${index}`, 'fail', {
        level,
        title: words,
        failure: { ...failure, expected: words, actual: '日本'.repeat(9_000), seen: words },
        ...(index % 2 === 0 ? {} : { baseline: { kind: 'flaky', reason: words, issue: words } }),
      }),
    )
  const broken = Array.from({ length: 400 }, (_, index) =>
    ruleReport(`broken/${index}`, 'harness-error', { reason: words }),
  )
  const blocked = Array.from({ length: 400 }, (_, index) =>
    ruleReport(`blocked/${index}`, 'blocked', { reason: `${index}${words}` }),
  )
  const summary = summaryMarkdown(
    reportOf([...many('must'), ...many('should'), ...broken, ...blocked], {
      baseline: {
        file: words,
        tolerated: 0,
        problems: Array.from({ length: 400 }, () => ({
          kind: 'expired',
          entry: words,
          message: words,
        })),
      },
    }),
  )
  expect(Buffer.byteLength(summary)).toBeLessThan(60_000)
  expect(summary).toMatch(/\*\*And \d+ more\*\*, whole in `report.html`:/)
  expect(() => withoutCode(summary)).not.toThrow()
})
