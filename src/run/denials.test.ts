import { expect, test } from 'vitest'
import type { OperationName } from '../../spec/operations.ts'
import type { Call } from '../call.ts'
import type { Driver, Outcome } from '../drivers/driver.ts'
import type { Report } from '../report/report.ts'
import { deniedAction, denialRegister } from './denials.ts'
import { mergeReports } from './merge.ts'
import { exchangeOf, finish, lost, reply } from './run.fixture.ts'
import { referenceDriver } from './reference-driver.fixture.ts'

const denial = (message: string | null = null, headers = {}): Outcome =>
  reply(
    403,
    { message },
    {
      'content-type': 'application/json',
      'x-amzn-requestid': 'id',
      'x-amzn-errortype': 'AccessDeniedException',
      ...headers,
    },
  )

test.each<[string | undefined, Outcome]>([
  ['lambda:GetPolicy', denial()],
  ['lambda:GetPolicy', reply(403, { code: 'AccessDenied' })],
  ['lambda:GetPolicy', denial('no')],
  ['iam:PassRole', denial('User: a is not authorized to perform: iam:PassRole on resource: r')],
  ['lambda:GetPolicy', denial('not authorized to perform: \u001b[2J:x')],
  [undefined, reply(403, { message: 'no' }, { 'x-amzn-errortype': 'InvalidSignatureException' })],
  [undefined, reply(403)],
  [undefined, reply(400, {}, { 'x-amzn-errortype': 'AccessDeniedException' })],
  [undefined, lost('timeout')],
])('the action that is lacking is %s', (action, outcome) => {
  expect(deniedAction('GetPolicy', outcome)).toBe(action)
})

test.each<[string, boolean, readonly Outcome[]]>([
  ['nothing but 403', true, [denial(), denial()]],
  ['403 and what says nothing', true, [denial(), reply(429), reply(500), lost('timeout')]],
  ['403, then a success', false, [denial(), reply(200, {})]],
  ['a success, then 403', false, [reply(200, {}), denial()]],
  ['403 and another refusal', false, [denial(), reply(404, {}), denial()]],
])('%s is a right that is missing: %s', (_, expected, outcomes) => {
  const register = denialRegister()
  for (const outcome of outcomes) register.see('GetPolicy', outcome)
  expect(register.actions()).toEqual(new Map(expected ? [['GetPolicy', 'lambda:GetPolicy']] : []))
})

/** The reference endpoint behind something that refuses before it is asked, or answers otherwise than it does. */
const refusing = (
  refuses: (call: Call) => boolean,
  change: (outcome: Outcome, call: Call) => Outcome = (outcome) => outcome,
  refusal: () => Outcome = denial,
): Driver => {
  const driver = referenceDriver({})
  return {
    ...driver,
    send: async (call) => {
      if (refuses(call)) return exchangeOf(call.operation, call.input, refusal())
      const exchange = await driver.send(call)
      return { ...exchange, outcome: change(exchange.outcome, call) }
    },
  }
}

const options = { profile: 'quick', seed: 1 } as const
const without = (operation: OperationName) => (call: Call) => call.operation === operation
const idsOf = ({ rules }: Report, verdict: string): readonly string[] =>
  rules.filter((rule) => rule.verdict === verdict).map(({ id }) => id)

// Any of them may be what somebody's policy lacks.
test.each<OperationName>([
  'UpdateFunctionCode',
  'GetFunctionConfiguration',
  'GetFunction',
  'ListVersionsByFunction',
  'CreateAlias',
  'AddPermission',
  'DeleteAlias',
  'ListLayerVersions',
])('no right to %s is no breach of any rule', async (operation) => {
  const { report } = await finish({ driver: refusing(without(operation)) }, options)
  expect(idsOf(report, 'fail')).toEqual([])
  expect(idsOf(report, 'harness-error')).toEqual([])
  expect(idsOf(report, 'blocked').length).toBeGreaterThan(0)
  expect(report.subject.denied).toEqual([{ operation, action: `lambda:${operation}` }])
  expect(report.run.requestsByOperation[operation]).toBe(3)
})

const bare = (): Outcome => reply(403, { code: 'AccessDenied' })

test('a refusal of access that looks like nothing of the service is held against nobody', async () => {
  const driver = refusing(without('GetPolicy'), undefined, bare)
  const { report } = await finish({ driver }, options)
  expect(idsOf(report, 'fail')).toEqual([])
  expect(report.subject.denied).toEqual([{ operation: 'GetPolicy', action: 'lambda:GetPolicy' }])
})

test.each<[number, string]>([
  [400, 'code-sha256/wrong-is-refused'],
  [404, 'aliases/unknown-read-is-404'],
  [409, 'permissions/duplicate-statement-id-is-409'],
  [412, 'revision-id/publish-with-made-up-is-refused'],
])('403 in the place of %i now and then is no lack of a right', async (status, broken) => {
  const driver = refusing(
    () => false,
    (outcome) => (outcome.kind === 'reply' && outcome.status === status ? denial() : outcome),
  )
  const { report } = await finish({ driver }, { ...options, rules: [broken] })
  expect(idsOf(report, 'fail')).toContain(broken)
})

test('no right to delete ends the run with the first function', async () => {
  const ending = finish({ driver: refusing(without('DeleteFunction')) }, options)
  await expect(ending).rejects.toThrow(
    'Failed to delete the function that was made first, because lambda:DeleteFunction is not permitted (403 AccessDeniedException)',
  )
})

test('layers that may not be deleted are not made again and again', async () => {
  const { report } = await finish({ driver: refusing(without('DeleteLayerVersion')) }, options)
  expect(report.run.resources.leaked).toBeLessThanOrEqual(2)
  expect(idsOf(report, 'fail')).toEqual([])
})

const judge = async (over: object): Promise<Report> =>
  (await finish({ driver: refusing(without('GetPolicy')) }, { ...options, ...over })).report
const told = ({ rules }: Report) => rules.map(({ id, verdict, reason }) => [id, verdict, reason])

test('shards come to what the whole run says of a right that is missing', async () => {
  const whole = await judge({})
  const shards = [
    await judge({ shard: { index: 1, of: 2 } }),
    await judge({ shard: { index: 2, of: 2 } }),
  ]
  const merged = mergeReports(shards.map((report, index) => ({ file: `${index}`, report })))
  expect(told(merged)).toEqual(told(whole))
  expect(merged.subject.denied).toEqual(whole.subject.denied)
  const [first, ...others] = shards.map((report) => ({
    ...report,
    subject: { ...report.subject, operations: { GetPolicy: 'supported' as const } },
  }))
  if (first === undefined) throw new Error('no shard')
  const one = mergeReports(
    [first, ...others].map((report, index) => ({ file: `${index}`, report })),
  )
  expect(one.subject.denied).toBeUndefined()
})
