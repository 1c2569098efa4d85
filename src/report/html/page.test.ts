import { expect, test } from 'vitest'
import { repeatPublishFailure, reportOf, ruleReport } from '../report.fixture.ts'
import type { Failure, FailureStep, RuleReport } from '../report.ts'
import { gated } from '../verdict.ts'
import { hostileReport } from './hostile.fixture.ts'
import { htmlPage, pageLimit } from './page.ts'

const failed = (id: string, over: Partial<RuleReport> = {}): RuleReport =>
  ruleReport(id, 'fail', { failure: repeatPublishFailure, ...over })

/** As a reader sees it: tags gone, entities read. */
const textOf = (page: string): string =>
  page
    .slice(page.indexOf('<body>'))
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

test('the same report gives the same bytes', () => {
  expect(htmlPage(structuredClone(hostileReport))).toBe(htmlPage(hostileReport))
})

test('no text of a report makes a tag, an attribute or a link', () => {
  const page = htmlPage(hostileReport)
  // What stands in quotes is a value, whatever it says.
  const body = page
    .slice(page.indexOf('<body>'))
    .replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll(/(?<! href=)"[^"]*"/g, '""'))
  expect(body.match(/<h1/g)).toHaveLength(1)
  expect(body).not.toMatch(/<(script|img|svg onload|style|iframe|object)/i)
  expect(body).not.toMatch(/<[^>]*\son[a-z]+=/i)
  expect(Array.from(body.matchAll(/href="([^#"][^"]*)"/g), ([, to]) => to)).toEqual([])
  expect(page.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  expect(page).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
})

test('an issue on the web is linked to', () => {
  const baseline = {
    kind: 'expected',
    reason: 'known',
    issue: 'https://example.org/1?a=1&b',
  } as const
  expect(htmlPage(reportOf([failed('a/b', { baseline })]))).toContain(
    '<a href="https://example.org/1?a=1&amp;b" rel="noopener noreferrer">',
  )
})

test('new failures come before tolerated ones, must before should', () => {
  const baseline = { kind: 'expected', reason: 'known' } as const
  const page = htmlPage(
    reportOf([
      failed('a/tolerated-should', { level: 'should', baseline }),
      failed('a/tolerated-must', { baseline }),
      failed('a/new-should', { level: 'should' }),
      failed('a/new-must'),
    ]),
  )
  expect(Array.from(page.matchAll(/id="failure:a\/([^"]*)"/g), ([, id]) => id)).toEqual([
    'new-must',
    'new-should',
    'tolerated-must',
    'tolerated-should',
  ])
})

test.each([
  { rules: [ruleReport('a/b', 'pass')], says: 'PASS violates no must rule' },
  { rules: [failed('a/b')], says: 'FAIL violates 1 must rule' },
  { rules: [ruleReport('a/b', 'unexercised')], says: 'UNTESTED no rule could be judged' },
  { rules: [ruleReport('a/b', 'harness-error')], says: 'ERROR is not to blame' },
])('the gate is told in words: $says', ({ rules, says }) => {
  expect(textOf(htmlPage(gated(reportOf(rules), 'must')))).toContain(says)
})

test('conformance is rounded down, and is never mixed with coverage', () => {
  const passes = Array.from({ length: 2_999 }, (_, index) => ruleReport(`a/r${index}`, 'pass'))
  const text = textOf(htmlPage(reportOf([...passes, failed('a/f'), ruleReport('a/u', 'blocked')])))
  expect(text).toContain('Conforms, must 99.9 % 2,999 of 3,000 judged rules')
  expect(text).toContain('Covered 99.9 % 3,000 of 3,001 rules judged')
})

test('a story tells the calls, what came, and how to run it again', () => {
  const text = textOf(htmlPage(reportOf([failed('no-change/repeat')])))
  for (const part of [
    '3 calls, shrunk from 14',
    'CreateFunction f0 → 201',
    'expected Version "1", already made from this code and configuration',
    'got Version "2"',
    'Seen 3 of 3 times, seed 1823',
    'lambda-conformance run --endpoint http://127.0.0.1:9001 --rule no-change/repeat --replay 1823:4:0:1',
    'aws lambda publish-version',
    'failures/no-change__repeat.json',
    'AWS Lambda API Reference, PublishVersion (2024-08), introduction, second paragraph',
  ]) {
    expect(text).toContain(part)
  }
})

test("a client's call is told by what it sent and what it told its caller", () => {
  const [first] = repeatPublishFailure.steps
  if (first === undefined) throw new Error('the fixture has steps')
  const { request } = first
  const client: NonNullable<FailureStep['client']> = {
    told: { error: { name: 'TimeoutError', message: 'it took too long' } },
    wire: [
      { operation: 'PublishVersion', request, fault: 'reply-lost-once', response: { lost: 'cut' } },
      { operation: 'PublishVersion', request, response: { status: 201, headers: {}, body: '' } },
    ],
  }
  const failure = { ...repeatPublishFailure, steps: [{ ...first, client }] }
  const text = textOf(htmlPage(reportOf([failed('client/x', { failure })])))
  expect(text).toContain('PublishVersion → no reply fault: reply-lost-once')
  expect(text).toContain('PublishVersion → 201')
  expect(text).toContain('TimeoutError')
  expect(text).toContain('it took too long')
})

test('a shell line too long to show names the file that has it', () => {
  const failure = { ...repeatPublishFailure, curl: [`curl ${'x'.repeat(5_000)}`] }
  const page = htmlPage(reportOf([failed('a/b', { failure })]))
  expect(page).toContain('# a line of 5,005 characters, whole in failures/a__b.json')
})

test('an arrow within a text is no call of its own', () => {
  const call = { operation: 'PublishVersion', input: { Description: 'a → b' } } as const
  const steps = repeatPublishFailure.steps.map((step) => ({ ...step, call }))
  const text = textOf(
    htmlPage(reportOf([failed('a/b', { failure: { ...repeatPublishFailure, steps } })])),
  )
  expect(text.split('PublishVersion (Description "a → b") → 201')).toHaveLength(4)
})

const enormous = (text: string): Failure => {
  const big = text.repeat(Math.ceil(16_384 / text.length))
  const [step] = repeatPublishFailure.steps
  if (step === undefined) throw new Error('the fixture has steps')
  const request = { method: 'POST', path: `/${big}`, body: big }
  const response = { status: 200, headers: { big }, body: big }
  const shell = 'x'.repeat(1_000_000)
  const steps = Array.from({ length: 12 }, () => ({ ...step, request, response }))
  return {
    ...repeatPublishFailure,
    expected: big,
    actual: big,
    explanation: big,
    signature: big,
    steps,
    curl: [shell],
    awsCli: [shell],
  }
}

test.each(['x', '&', '<→', '\u202e', '{"a":"b"},'])(
  'a page stays under its limit when every rule fails with long texts of %j',
  (text) => {
    const failure = enormous(text)
    const big = failure.expected
    const rules = Array.from({ length: 500 }, (_, index) =>
      failed(`area-${index % 20}/a-rule-with-a-name-as-long-as-the-longest-of-them-${index}`, {
        failure,
        title: big,
        reason: big,
        observed: [big, big],
        baseline: { kind: 'expected', reason: big, issue: `https://example.org/${big}` },
      }),
    )
    const page = htmlPage(reportOf(rules))
    expect(Buffer.byteLength(page)).toBeLessThan(pageLimit)
    expect(page).toContain(
      'failures/area-0__a-rule-with-a-name-as-long-as-the-longest-of-them-0.json',
    )
    expect(page).toContain(
      'id="failure:area-19/a-rule-with-a-name-as-long-as-the-longest-of-them-499"',
    )
  },
)

test('a report with more rules, areas and problems than a page can hold says how many are left', () => {
  const long = '&'.repeat(2_000)
  const rules = Array.from({ length: 6_000 }, (_, index) =>
    index % 2 === 0
      ? failed(`${index}${long}/${long}`)
      : ruleReport(`${index}${long}/${long}`, 'blocked', { reason: `${index}${long}` }),
  )
  const problem = { kind: 'stale', entry: long, message: long } as const
  const problems = Array.from({ length: 1_000 }, () => problem)
  const page = htmlPage(reportOf(rules, { baseline: { file: long, tolerated: 0, problems } }))
  expect(Buffer.byteLength(page)).toBeLessThan(pageLimit)
  const text = textOf(page)
  const left = /and \d+ more, in report\.json/
  expect(text.slice(text.indexOf('What failed 3,000'), text.lastIndexOf('All rules'))).toMatch(left)
  expect(text.slice(text.lastIndexOf('All rules'))).toMatch(left)
})
