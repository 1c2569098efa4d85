import { expect, test } from 'vitest'
import { baselineText } from './baseline-text.ts'
import { noColours } from './paint.ts'
import { repeatPublishFailure, reportOf, ruleReport } from './report.fixture.ts'
import type { BaselineMark, BaselineProblem, RuleReport } from './report.ts'

const options = { width: 100, paint: noColours, interrupted: false }
const known: BaselineMark = { kind: 'expected', reason: 'not there yet' }
const tolerated = (id: string, baseline: BaselineMark = known): RuleReport =>
  ruleReport(id, 'fail', { failure: repeatPublishFailure, baseline })
const textOf = (rules: readonly RuleReport[], problems: readonly BaselineProblem[] = []) =>
  baselineText(
    reportOf(rules, { baseline: { file: 'known.yaml', tolerated: rules.length, problems } }),
    options,
  )

test('without a baseline there is nothing to say, and one that lists nothing is named', () => {
  expect(baselineText(reportOf([ruleReport('a/b', 'pass')]), options)).toEqual([])
  expect(textOf([])).toEqual(['baseline  known.yaml tolerates 0 failures'])
})

test('what is tolerated is told with its reason, then what is wrong', () => {
  const issue = 'https://example.com/1'
  expect(
    textOf(
      [
        tolerated('a/b'),
        tolerated('a/c', { ...known, issue, expires: '2027-01-31' }),
        tolerated('a/d', { kind: 'flaky', reason: 'odd', expires: '2027-01-31' }),
        tolerated('a/e'),
      ],
      [{ kind: 'stale', entry: 'x/y', line: 3, message: 'x/y passes; delete the entry' }],
    ),
  ).toEqual([
    'baseline  known.yaml tolerates 4 failures',
    '  ~ a/b, a/e: not there yet',
    '  ~ a/c: not there yet, https://example.com/1, until 2027-01-31',
    '  ~ a/d: flaky: odd, until 2027-01-31',
    '  ! stale: x/y passes; delete the entry',
  ])
})

test('of many rules that one entry tolerates five are named', () => {
  const rules = [1, 2, 3, 4, 5, 6, 7].map((number) => tolerated(`a/r${number}`))
  expect(textOf(rules)[1]).toBe('  ~ a/r1, a/r2, a/r3, a/r4, a/r5 and 2 more: not there yet')
})

test('no line is longer than the terminal, and none leaves its place', () => {
  const hostile = `\u001b[2J\u202e\n${'x '.repeat(300)}`
  const lines = textOf(
    [tolerated('a/b', { ...known, reason: hostile, issue: hostile })],
    [{ kind: 'stale', entry: hostile, message: hostile }],
  )
  // oxlint-disable-next-line no-control-regex
  expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202e]/)
  for (const line of lines.slice(1)) {
    expect(line.length).toBeLessThanOrEqual(100)
    expect(line).toMatch(/^ {2}([~!] | {2})/)
  }
})
