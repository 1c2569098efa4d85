import { expect, test } from 'vitest'
import { reportOf, ruleReport } from './report.fixture.ts'
import { verdictOf } from './verdict.ts'

const must = ruleReport('a/must', 'fail')
const should = ruleReport('a/should', 'fail', { level: 'should' })
const held = ruleReport('a/held', 'pass')
const broken = ruleReport('a/broken', 'harness-error')

test('a must failure violates the contract, whatever else happened', () => {
  expect(verdictOf(reportOf([held, must, broken]), 'must')).toEqual({
    kind: 'violates',
    rules: [must],
    problems: [],
  })
})

test('a should failure counts only where the gate asks for it', () => {
  expect(verdictOf(reportOf([held, should]), 'must').kind).toBe('conforms')
  expect(verdictOf(reportOf([held, should]), 'should')).toEqual({
    kind: 'violates',
    rules: [should],
    problems: [],
  })
})

test('a fault of the harness is never a success', () => {
  expect(verdictOf(reportOf([held, broken]), 'must')).toEqual({
    kind: 'harness-error',
    rules: [broken],
  })
})

test('a run that judged nothing tested nothing', () => {
  const unjudged = ruleReport('a/x', 'unsupported')
  expect(verdictOf(reportOf([unjudged]), 'must').kind).toBe('untested')
  expect(verdictOf(reportOf([]), 'must').kind).toBe('untested')
})

test('a subject that implements none of the three operations is not tested by what else it keeps', () => {
  const operations = {
    PublishVersion: 'unsupported',
    UpdateFunctionCode: 'unsupported',
    PublishLayerVersion: 'unsupported',
  } as const
  const { subject } = reportOf([held])
  const report = reportOf([held], { subject: { ...subject, operations } })
  expect(verdictOf(report, 'must')).toEqual({
    kind: 'untested',
    because: 'none of PublishVersion, UpdateFunctionCode, PublishLayerVersion is implemented',
  })
  const some = { ...operations, PublishLayerVersion: 'supported' } as const
  const layers = reportOf([held], { subject: { ...subject, operations: some } })
  expect(verdictOf(layers, 'must').kind).toBe('conforms')
  const without = ['PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion'] as const
  const declared = reportOf([held], { subject: { ...subject, operations, without } })
  expect(verdictOf(declared, 'must').kind).toBe('conforms')
})
