import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryReport } from './outcome.fixture.ts'
import { areaOf, ofKind, outcomesOf } from './outcome.ts'
import { repeatPublishFailure as failure, reportOf, ruleReport } from './report.fixture.ts'
import type { RuleReport } from './report.ts'
import { gated } from './verdict.ts'

const breach =
  'expected Version "1", already made from this code and configuration, got Version "2"'
const listed = {
  kind: 'flaky',
  reason: 'a race',
  issue: 'https://x/1',
  expires: '2027-01-31',
} as const

test.each<[string, RuleReport, object]>([
  ['a pass', ruleReport('a/b', 'pass'), { kind: 'passed' }],
  ['a must failure', ruleReport('a/b', 'fail', { failure }), { kind: 'failed', message: breach }],
  [
    'a should failure',
    ruleReport('a/b', 'fail', { failure, level: 'should' }),
    { kind: 'below-gate', message: `should, does not fail the gate: ${breach}` },
  ],
  [
    'a listed failure',
    ruleReport('a/b', 'fail', { failure, baseline: listed }),
    {
      kind: 'tolerated',
      message: `tolerated by the baseline (known flaky, a race; https://x/1; until 2027-01-31): ${breach}`,
    },
  ],
  [
    'a fault of the harness',
    ruleReport('a/b', 'harness-error', { reason: 'x' }),
    { kind: 'broken', message: 'the harness failed: x' },
  ],
  [
    'a blocked rule',
    ruleReport('a/b', 'blocked', { reason: 'waits for a/c' }),
    { kind: 'unjudged', message: 'blocked: waits for a/c' },
  ],
])('%s has its outcome and its line', (_what, rule, outcome) => {
  expect(outcomesOf(reportOf([rule])).rules).toEqual([{ rule, outcome }])
})

test('the gate decides whether a should failure counts', () => {
  const report = reportOf([ruleReport('a/b', 'fail', { failure, level: 'should' })])
  expect(outcomesOf(gated(report, 'must')).rules[0]?.outcome.kind).toBe('below-gate')
  expect(outcomesOf(gated(report, 'should')).rules[0]?.outcome.kind).toBe('failed')
})

test('the failed rules are the new failures of the gate, and the verdict is that of the gate', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const { verdict, rules } = outcomesOf(report)
      expect(verdict.kind).toBe(report.gate?.verdict)
      expect(ofKind(rules, 'failed').map(({ rule }) => rule.id)).toEqual(report.gate?.newFailures)
    }),
  )
})

test('the area of a rule is what stands before the slash', () => {
  expect(areaOf('no-change/repeat')).toBe('no-change')
  expect(areaOf('loose')).toBe('loose')
})
