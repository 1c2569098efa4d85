import { expect, test } from 'vitest'
import { badgeJson } from './badge.ts'
import { repeatPublishFailure as failure, reportOf, ruleReport } from './report.fixture.ts'
import type { RuleReport } from './report.ts'
import { gated } from './verdict.ts'

const pass = ruleReport('a/a', 'pass')
const should = (verdict: 'pass' | 'fail') =>
  ruleReport('a/b', verdict, { level: 'should', failure })
const tolerated = ruleReport('a/c', 'fail', {
  failure,
  baseline: { kind: 'expected', reason: 'x' },
})

test('a badge is what shields.io asks for, with the edition, each level and the day', () => {
  expect(JSON.parse(badgeJson(reportOf([pass, should('pass')])))).toEqual({
    schemaVersion: 1,
    label: 'AWS Lambda versioning 2024-08',
    message: 'must 100 %, should 100 % · 2026-11-21',
    color: 'brightgreen',
  })
})

test.each<[string, readonly RuleReport[], 'must' | 'should', string, string]>([
  [
    'a should failure below the gate',
    [pass, should('fail')],
    'must',
    'green',
    'must 100 %, should 0 %',
  ],
  [
    'a should failure at the gate',
    [pass, should('fail')],
    'should',
    'red',
    'must 100 %, should 0 %',
  ],
  [
    'a must failure',
    [pass, ruleReport('a/c', 'fail', { failure })],
    'must',
    'red',
    'must 50 %, should –',
  ],
  ['a tolerated failure', [pass, tolerated], 'must', 'yellow', 'must 50 %, should –'],
  ['nothing judged', [ruleReport('a/c', 'blocked')], 'must', 'lightgrey', 'untested'],
  [
    'a fault of the harness',
    [pass, ruleReport('a/c', 'harness-error')],
    'must',
    'orange',
    'harness error, must 100 %, should –',
  ],
])('%s has its colour', (_what, rules, failOn, color, message) => {
  const badge = JSON.parse(badgeJson(gated(reportOf(rules), failOn)))
  expect(badge).toMatchObject({ color, message: `${message} · 2026-11-21` })
})

test('a badge stays short', () => {
  const rules = Array.from({ length: 700 }, (_, index) =>
    ruleReport(`a/${index}`, index === 3 ? 'fail' : 'pass', { failure }),
  )
  const { message } = JSON.parse(
    badgeJson(reportOf([...rules, ruleReport('b/c', 'harness-error')])),
  )
  expect(message.length).toBeLessThan(60)
})
