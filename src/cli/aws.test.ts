import { expect, test } from 'vitest'
import { lacking, printedPolicy, role, runOnAws, signaturesIn, type OnAws } from './aws.fixture.ts'
import { expectGoodGuest } from './aws-guest.fixture.ts'

const policy = await printedPolicy()

/** As fast as it goes: what is looked at has nothing to do with the rate. */
const atOnce = ['--max-rps', '100000', '--seed', '1', '--profile', 'quick']
const lackingOf = (actions: readonly string[], ...args: readonly string[]): Promise<OnAws> =>
  runOnAws([...atOnce, ...args], { policy: lacking(policy, actions), perSecond: 100_000 })

test('a run on AWS passes with the policy that is printed, at 15 calls a second, and leaves nothing', async () => {
  const args = ['--quiet', '--seed', '1', '--profile', 'quick']
  const rules = ['--rule', 'code-sha256', 'publish-layer-version']
  const ran = await runOnAws([...args, ...rules], { policy })
  expect(ran.stderr).toMatch(
    /^This run goes to another machine:\n {2}host +lambda\.eu-west-1\.amazonaws\.com:\d+, AWS Lambda\n {2}account +123456789012, by the credentials\n {2}region +eu-west-1\n/,
  )
  expect(ran.stderr).toContain(`  role     ${role}\n`)
  expect(ran.code).toBe(0)
  expect(ran.report?.summary.must).toMatchObject({ fail: 0, unexercised: 0, undecided: 0 })
  expectGoodGuest(ran)
  expect(ran.log.length).toBeGreaterThan(60)
  expect(signaturesIn(ran.log)).toBe(ran.log.length)
  expect(ran.log.filter(({ status }) => status === 429)).toEqual([])
})

test('a right that is missing is named with the rules it blocks, and held against nobody', async () => {
  const ran = await lackingOf(['lambda:GetPolicy'], '--rule', 'permissions')
  const blocked = ran.report?.rules.filter(({ verdict }) => verdict === 'blocked') ?? []
  expect(blocked.length).toBeGreaterThan(10)
  expect(new Set(blocked.map(({ reason }) => reason))).toEqual(
    new Set(['lambda:GetPolicy is not permitted (403 AccessDeniedException)']),
  )
  expect(ran.report?.rules.filter(({ verdict }) => verdict === 'fail')).toEqual([])
  expect(ran.report?.subject.denied).toEqual([
    { operation: 'GetPolicy', action: 'lambda:GetPolicy' },
  ])
  expect(ran.stdout).toContain(
    `\nnot permitted: lambda:GetPolicy (blocks ${blocked.length} rules); lambda-conformance iam-policy prints what a run needs\n`,
  )
  expect(ran.log.filter(({ operation }) => operation === 'GetPolicy')).toHaveLength(3)
  expect(ran.code).toBe(0)
  expectGoodGuest(ran)
})

test('a function that may not be given its role is not blamed on the subject', async () => {
  const ran = await lackingOf(['iam:PassRole'])
  expect(ran.code).toBe(3)
  expect(ran.stderr).toContain(
    'lambda-conformance: Failed to create a function, because iam:PassRole is not permitted (403 AccessDeniedException); lambda-conformance iam-policy prints what a run needs\n',
  )
  expect(ran.log.length).toBeLessThan(5)
  expect(ran.left).toEqual([])
})
