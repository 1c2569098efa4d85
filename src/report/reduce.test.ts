import { expect, test } from 'vitest'
import { summarise } from './reduce.ts'
import { ruleReport } from './report.fixture.ts'
import type { VerdictName } from './report.ts'

const all: readonly VerdictName[] = [
  'pass',
  'fail',
  'unsupported',
  'unexercised',
  'blocked',
  'undecided',
  'harness-error',
]

test('every verdict is counted once, under its own name and level', () => {
  const { must, should, may } = summarise(all.map((verdict) => ruleReport(`a/${verdict}`, verdict)))
  expect(must).toEqual({
    pass: 1,
    fail: 1,
    unsupported: 1,
    unexercised: 1,
    blocked: 1,
    undecided: 1,
    harnessError: 1,
  })
  expect([should, may].flatMap(Object.values)).toEqual(Array(14).fill(0))
})

test('conformance counts judged rules only, level by level, and coverage all of them', () => {
  const { conformance, coverage } = summarise([
    ruleReport('a/1', 'pass'),
    ruleReport('a/2', 'pass'),
    ruleReport('a/3', 'pass'),
    ruleReport('a/4', 'fail'),
    ruleReport('a/5', 'unsupported'),
    ruleReport('a/6', 'pass', { level: 'should' }),
    ruleReport('a/7', 'unexercised', { level: 'may' }),
    ruleReport('a/8', 'harness-error'),
  ])
  expect(conformance).toEqual({ must: 0.75, should: 1, may: null })
  expect(coverage).toBe(5 / 8)
})

test('a run that judged nothing conforms to nothing', () => {
  const { conformance, coverage } = summarise([])
  expect(conformance).toEqual({ must: null, should: null, may: null })
  expect(coverage).toBe(0)
})
