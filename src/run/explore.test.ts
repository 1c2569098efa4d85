import { expect, test } from 'vitest'
import type { Call, OperationName } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { SubjectUnavailable } from './errors.ts'
import { between, driverOf, finish, lost, reply } from './run.fixture.ts'

/** A subject that answers the nth call of an operation otherwise. */
const spoiling = (operation: OperationName, isSpoilt: (nth: number) => boolean, bad: Outcome) => {
  let asked = 0
  return between(async (call: Call, ask) => {
    if (call.operation !== operation) return ask()
    asked += 1
    return isSpoilt(asked) ? bad : ask()
  })
}

const rules = ['publish-version/success-is-201']
const programs = (trace: readonly { readonly program: string }[]) =>
  trace.map(({ program }) => program)

test('a first creation that fails for once is tried again', async () => {
  const driver = await spoiling('CreateFunction', (nth) => nth === 1, reply(500))
  const { report, trace } = await finish({ driver }, { profile: 'quick', rules })
  expect(programs(trace).slice(0, 3)).toEqual([
    'every-operation',
    'every-operation',
    'publish-descriptions',
  ])
  expect(report.rules.map(({ verdict }) => verdict)).toEqual(['pass'])
})

test('a subject that fails every creation cannot be tested', async () => {
  const driver = await spoiling('CreateFunction', () => true, reply(500))
  await expect(finish({ driver }, { profile: 'quick', rules })).rejects.toThrow(SubjectUnavailable)
})

test('what came of the first creation is not put at risk again', async () => {
  const driver = await spoiling('PublishVersion', (nth) => nth === 1, reply(500))
  const { trace } = await finish({ driver }, { profile: 'quick', rules })
  expect(programs(trace).filter((name) => name === 'every-operation')).toHaveLength(1)
})

test.each([
  ['an internal error', 2, reply(500)],
  ['a lost connection', 2, lost('connection-lost')],
  ['silence', 1, lost('timeout')],
  ['an operation that is not there', 1, reply(501)],
])('a later program that meets with %s is carried out %i times', async (_what, times, bad) => {
  // The first program publishes once.
  const driver = await spoiling('PublishVersion', (nth) => nth === 2, bad)
  const { trace } = await finish({ driver }, { profile: 'quick', rules })
  expect(programs(trace).filter((name) => name === 'publish-descriptions')).toHaveLength(times)
})

test('a web server that answers everything with a page is no service to judge', async () => {
  const text = '<!DOCTYPE html><html>hello</html>'
  const body = { kind: 'not-json', why: 'no JSON' } as const
  const driver = driverOf(() => ({ kind: 'reply', status: 200, headers: {}, text, body }))
  await expect(finish({ driver }, { profile: 'quick', rules })).rejects.toThrow(
    'the subject answered 200 with a page of HTML; check --endpoint',
  )
})
