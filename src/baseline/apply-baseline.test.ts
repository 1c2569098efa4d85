import { expect, test } from 'vitest'
import { gated } from '../report/verdict.ts'
import { applyBaseline } from './apply-baseline.ts'
import { applied, failing, passing, problemsIn, runOf, yaml } from './baseline.fixture.ts'
import { parseBaseline } from './parse-baseline.ts'

const rule = 'no-change/repeat-publish-returns-same-version'
const other = 'no-change/repeat-publish-is-201'
const listed = (glob: string, ...more: readonly string[]): string =>
  yaml('expectedFailures:', `  - rule: '${glob}'`, '    reason: known', ...more)

test('a listed failure is tolerated, and the gate is green', () => {
  const report = applied(
    runOf([failing(rule), passing(other)]),
    listed(rule, '    issue: https://example.com/1', '    expires: 2026-12-31'),
  )
  expect(report.rules[0]?.baseline).toEqual({
    kind: 'expected',
    reason: 'known',
    issue: 'https://example.com/1',
    expires: '2026-12-31',
  })
  expect(report.baseline).toEqual({ file: 'known.yaml', tolerated: 1, problems: [] })
  expect(report.gate).toEqual({ failOn: 'must', verdict: 'conforms', newFailures: [] })
})

test.each(['no-change', 'no-change/*', '*/repeat-publish-*', '**', `{${rule},${other}}`])(
  '%s lists the rules it matches',
  (glob) => {
    const report = applied(runOf([failing(rule), failing(other)]), listed(glob))
    expect(report.baseline).toMatchObject({ tolerated: 2, problems: [] })
  },
)

test('a failure that nobody lists stays red', () => {
  const report = applied(runOf([failing(rule), failing(other)]), listed(rule))
  expect(report.gate).toMatchObject({ verdict: 'violates', newFailures: [other] })
  expect(problemsIn(report)).toEqual([])
})

test('a listed rule that passes is stale', () => {
  const report = applied(runOf([passing(rule)]), listed(rule))
  expect(report.gate?.verdict).toBe('violates')
  expect(report.baseline?.problems).toEqual([
    {
      kind: 'stale',
      entry: rule,
      line: 3,
      message: `${rule} is listed as failing (known.yaml, line 3), and it passes; delete the entry`,
    },
  ])
})

test('a glob is stale by each rule that passes, and three of them are named', () => {
  const ids = ['first-publish-makes-version', 'dry-run-is-no-change', 'repeat-publish-is-201']
  const report = applied(
    runOf([failing(rule), ...[...ids, 'deletion'].map((id) => passing(`no-change/${id}`))]),
    listed('no-change'),
  )
  expect(report.baseline?.tolerated).toBe(1)
  expect(report.baseline?.problems[0]?.message).toBe(
    'no-change is listed as failing (known.yaml, line 3), and of its rules no-change/first-publish-makes-version, no-change/dry-run-is-no-change, no-change/repeat-publish-is-201 and 1 more pass; name only those that fail',
  )
})

test.each(['unexercised', 'blocked', 'undecided', 'unsupported', 'harness-error'] as const)(
  'a listed rule that is %s is neither tolerated nor stale',
  (verdict) => {
    const report = applied(runOf([{ ...passing(rule), verdict }]), listed(rule))
    expect(report.baseline).toMatchObject({ tolerated: 0, problems: [] })
  },
)

test('a rule that the report leaves out is not stale', () => {
  expect(problemsIn(applied(runOf([passing(other)]), listed(rule)))).toEqual([])
  expect(problemsIn(applied(runOf([passing(other)]), listed('client/*')))).toEqual([])
})

test('a rule that can never fail is no reason for an entry', () => {
  const seen = passing('x/y', { level: 'may' })
  expect(problemsIn(applied(runOf([seen]), listed('x/y')))).toEqual(['unmatched x/y'])
  expect(problemsIn(applied(runOf([failing('x/z'), seen]), listed('x')))).toEqual([])
})

test('an entry holds up to its day, the day of the run counting', () => {
  const report = runOf([failing(rule)])
  const until = (day: string) => applied(report, listed(rule, `    expires: ${day}`))
  expect(until('2026-11-21').baseline).toMatchObject({ tolerated: 1, problems: [] })
  const late = until('2026-11-20')
  expect(late.gate?.newFailures).toEqual([rule])
  expect(late.baseline?.problems).toMatchObject([
    { kind: 'expired', entry: rule, line: 3, message: expect.stringContaining('2026-11-21') },
  ])
})

test('a glob that matches nothing is told with what was meant', () => {
  const report = applied(runOf([passing(rule)]), listed('no-chagne/*'))
  expect(problemsIn(report)).toEqual(['unmatched no-chagne/*'])
  const typo = applied(runOf([passing(rule)]), listed('no-change/repeat-publish-is-200'))
  expect(typo.baseline?.problems[0]?.message).toBe(
    `no-change/repeat-publish-is-200 matches no rule (known.yaml, line 3). Did you mean "${other}"? Correct it or delete the entry; "lambda-conformance rules" lists them`,
  )
})

test('a signature tolerates that breach and no other', () => {
  const text = listed(rule, '    signature: status 200')
  expect(applied(runOf([failing(rule, 'status 200')]), text).baseline).toMatchObject({
    tolerated: 1,
    problems: [],
  })
  const changed = applied(runOf([failing(rule, 'status 500')]), text)
  expect(changed.gate?.newFailures).toEqual([rule])
  expect(changed.baseline?.problems).toEqual([
    {
      kind: 'changed',
      entry: rule,
      line: 3,
      message: `${rule} fails in another way than listed (known.yaml, line 3): listed as status 200; now status 500; mend it, or change the signature`,
    },
  ])
})

test('the first entry that tolerates a failure is named', () => {
  const text = yaml(
    'expectedFailures:',
    `  - { rule: ${rule}, signature: status 500, reason: one }`,
    `  - { rule: ${rule}, signature: status 200, reason: two }`,
    '  - { rule: no-change, reason: three }',
  )
  const report = applied(runOf([failing(rule)]), text)
  expect(report.rules[0]?.baseline?.reason).toBe('two')
  expect(problemsIn(report)).toEqual([])
})

test('a flaky rule may fail and may pass', () => {
  const text = yaml('knownFlaky:', `  - { rule: ${rule}, reason: odd, expires: 2026-12-01 }`)
  const failed = applied(runOf([failing(rule)]), text)
  expect(failed.rules[0]?.baseline).toEqual({ kind: 'flaky', reason: 'odd', expires: '2026-12-01' })
  expect(failed.gate?.verdict).toBe('conforms')
  expect(problemsIn(applied(runOf([passing(rule)]), text))).toEqual([])
  const over = text.replace('2026-12-01', '2026-11-01')
  expect(problemsIn(applied(runOf([passing(rule)]), over))).toEqual([`expired ${rule}`])
})

test('a flaky rule that passes makes no glob stale', () => {
  const text = yaml(
    'expectedFailures:',
    '  - { rule: no-change, reason: known }',
    'knownFlaky:',
    `  - { rule: ${rule}, reason: odd, expires: 2026-12-01 }`,
  )
  expect(problemsIn(applied(runOf([failing(other), passing(rule)]), text))).toEqual([])
})

const operations = (PublishVersion: 'supported' | 'unsupported') =>
  runOf([passing(rule)], {
    subject: { kind: 'endpoint', endpoint: 'http://x', operations: { PublishVersion } },
  })
const unsupported = yaml(
  'expectedUnsupported:',
  '  - { operation: PublishVersion, reason: not yet }',
)

test('an operation that is missing has to be listed, and one that is there must not be', () => {
  expect(problemsIn(applied(operations('unsupported'), unsupported))).toEqual([])
  expect(problemsIn(applied(operations('supported'), unsupported))).toEqual([
    'stale PublishVersion',
  ])
  expect(applied(operations('unsupported'), yaml()).baseline?.problems).toEqual([
    {
      kind: 'unlisted',
      entry: 'PublishVersion',
      message:
        'PublishVersion is not implemented and not listed; implement it, or list it under expectedUnsupported (known.yaml)',
    },
  ])
})

test('an operation declared with --without need not be listed again', () => {
  const { baseline } = parseBaseline(yaml(), 'known.yaml')
  const missing = operations('unsupported')
  const subject = { ...missing.subject, without: ['PublishVersion' as const] }
  const report = applyBaseline({ ...missing, subject }, baseline)
  expect(report.baseline?.problems).toEqual([])
})

test('a part of a run tolerates, and has nothing to say of the baseline', () => {
  const { baseline } = parseBaseline(
    yaml(
      'expectedFailures:',
      `  - { rule: ${rule}, reason: known }`,
      `  - { rule: ${other}, reason: known }`,
      '  - { rule: nothing/here, reason: known }',
    ),
    'known.yaml',
  )
  const rules = [failing(rule), passing(other)]
  const parts = [
    applyBaseline(
      runOf(rules, {
        shard: { index: 1, of: 2, unsettled: false, few: false, lostReplies: {}, standings: {} },
      }),
      baseline,
    ),
    applyBaseline(
      runOf(rules, { replay: { token: '1', outcome: 'still-failing', reason: '' } }),
      baseline,
    ),
  ]
  for (const part of parts) expect(part.baseline).toMatchObject({ tolerated: 1, problems: [] })
})

test('a baseline leaves the report it is given as it was, and takes marks of another one away', () => {
  const before = runOf([{ ...failing(other), baseline: { kind: 'expected', reason: 'old' } }])
  const copy = structuredClone(before)
  const after = applied(before, listed(rule))
  expect(before).toEqual(copy)
  expect(after.rules[0]).not.toHaveProperty('baseline')
  expect(applied(after, listed(rule))).toEqual(after)
  expect(gated(after, 'must')).toEqual(after)
})

test('a failure below the gate may change its way of failing', () => {
  const advice = { ...failing(rule), level: 'should' as const }
  const { baseline } = parseBaseline(
    yaml('expectedFailures:', `  - { rule: ${rule}, signature: other, reason: known }`),
    'known.yaml',
  )
  const problemsAt = (failOn: 'must' | 'should') =>
    applyBaseline(gated(runOf([advice]), failOn), baseline).baseline?.problems.map(
      ({ kind }) => kind,
    )
  expect(problemsAt('must')).toEqual([])
  expect(problemsAt('should')).toEqual(['changed'])
})

test('no entry stands for all rules but some', () => {
  const { baseline } = parseBaseline(
    yaml('expectedFailures:', `  - { rule: '!errors/*', reason: known }`),
    'known.yaml',
  )
  const report = applyBaseline(runOf([failing(rule)]), baseline)
  expect(report.rules[0]?.baseline).toBeUndefined()
  expect(report.baseline?.problems).toMatchObject([{ kind: 'unmatched' }])
})
