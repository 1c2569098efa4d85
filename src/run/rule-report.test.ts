import { expect, test } from 'vitest'
import { lost, exchangeOf, reply } from './run.fixture.ts'
import { ruleReport } from './rule-report.ts'
import type { Verdict } from './verdict.ts'

const rule = 'no-change/repeat-publish-returns-same-version'
const target = { endpoint: 'http://127.0.0.1:9', region: 'us-east-1' }

const breach = {
  origin: { seed: 18, program: 'repeat-publish', length: 12, paths: ['3:1'] },
  actions: [],
  exchanges: [
    exchangeOf('CreateFunction', { FunctionName: 'f' }, lost('timeout', 'too late')),
    exchangeOf(
      'PublishVersion',
      { FunctionName: 'f' },
      reply(201, { Version: '2' }, { server: 's' }),
    ),
  ],
  finding: { kind: 'violated', at: 1, expected: 'Version "1"', actual: 'Version "2"' },
} as const

test.each<[Verdict, string | undefined]>([
  [{ kind: 'pass', held: 2 }, undefined],
  [{ kind: 'unsupported', operation: 'GetPolicy' }, 'the subject does not implement GetPolicy'],
  [{ kind: 'blocked', on: 'a/b' }, 'waits for a/b'],
  [{ kind: 'undecided', reason: 'r' }, 'r'],
  [{ kind: 'unexercised', reason: 'r' }, 'r'],
  [{ kind: 'harness-error', message: 'm' }, 'Failed to judge, because m'],
])('of %j the reason is %s', (verdict, reason) => {
  const report = ruleReport(rule, verdict, target)
  expect(report).toMatchObject({ id: rule, verdict: verdict.kind, level: 'must' })
  expect(report.reason).toBe(reason)
  expect(report.failure).toBeUndefined()
})

test('the rule is told as the catalogue has it', () => {
  expect(ruleReport(rule, { kind: 'pass', held: 2 }, target)).toMatchObject({
    title: 'a publish with nothing changed returns the existing version',
    basis: 'documented',
    edition: {},
    held: 2,
    cites: [{ document: '000' }, { document: 'facts', section: 'F022' }],
  })
})

test('behaviours are told where a surveyed rule passes', () => {
  const verdict: Verdict = { kind: 'pass', held: 0, observed: ['one'] }
  expect(ruleReport('no-change/change-and-back', verdict, target).observed).toEqual(['one'])
})

test('a failure tells what to send, what came, how often, and how to come to it again', () => {
  const found = { counterexample: { breach, seen: 2, tried: 3 }, shrunkFrom: 7, shrinkingMs: 12 }
  const verdict: Verdict = { kind: 'fail', held: 1, breach }
  const { failure, durationMs } = ruleReport(rule, verdict, target, found, 0.25)
  expect(durationMs).toBe(12.25)
  expect(failure).toMatchObject({
    expected: 'Version "1"',
    actual: 'Version "2"',
    shrunkFrom: 7,
    seen: '2 of 3',
    seed: 18,
    replay: '18:repeat-publish:12:3:1',
    steps: [
      { call: { operation: 'CreateFunction' }, response: { lost: 'timeout: too late' } },
      {
        call: { operation: 'PublishVersion', input: { FunctionName: 'f' } },
        request: { method: 'POST', path: '/' },
        response: { status: 201, headers: { server: 's' }, body: '{"Version":"2"}' },
      },
    ],
  })
  expect(failure?.curl).toHaveLength(2)
  expect(failure?.awsCli).toHaveLength(2)
  expect(failure?.explanation).toContain('PublishVersion answered status 201.')
})

test('an error is told by its status and name', () => {
  const refused = exchangeOf(
    'PublishVersion',
    {},
    reply(412, {}, { 'x-amzn-errortype': 'PreconditionFailedException' }),
  )
  const other = { ...breach, exchanges: [refused, refused] }
  const found = {
    counterexample: { breach: other, seen: 1, tried: 1 },
    shrunkFrom: 2,
    shrinkingMs: 0,
  }
  const { failure } = ruleReport(rule, { kind: 'fail', held: 0, breach: other }, target, found)
  expect(failure?.explanation).toContain('PublishVersion answered 412 PreconditionFailedException.')
})
