import { expect, test } from 'vitest'
import { iamPolicy } from '../aws/iam-policy.ts'
import { fakeIo } from './io.fixture.ts'
import { iamPolicyCommand } from './iam-policy-command.ts'
import { parseCommandLine } from './program.ts'
import { context } from './program.fixture.ts'

const role = 'arn:aws:iam::123456789012:role/lambda'
const read = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  parseCommandLine(['iam-policy', ...args], { ...context, env })

test('the policy is printed as JSON and nothing else', () => {
  const io = fakeIo()
  const scope = { region: 'eu-west-1', role }
  expect(iamPolicyCommand(scope, io)).toBe(0)
  expect(JSON.parse(io.out())).toEqual(iamPolicy(scope))
  expect(io.err()).toBe('')
})

test('the options say for what', () => {
  const args = ['--region', 'eu-west-1', '--role', role, '--without', 'GetPolicy', '--sweep']
  expect(read(args)).toEqual({
    kind: 'iam-policy',
    request: { region: 'eu-west-1', role, without: ['GetPolicy'], sweep: true },
  })
  expect(read(['--account', '123456789012'], { LAMBDA_CONFORMANCE_REGION: 'us-east-2' })).toEqual({
    kind: 'iam-policy',
    request: { account: '123456789012', region: 'us-east-2' },
  })
})

test('a configuration file has a say', () => {
  const config = { file: 'lambda-conformance.config.json', values: { role, profile: 'quick' } }
  const line = parseCommandLine(['iam-policy'], { ...context, config })
  expect(line).toEqual({ kind: 'iam-policy', request: { role } })
})

test.each([
  [['--account', '1'], '--account is not an account id: "1"'],
  [['--account', '210987654321', '--role', role], 'the role is of 123456789012'],
  [['--region', 'cn-north-1', '--role', role], 'the role is of another part of AWS (aws)'],
  [['--role', 'lambda'], '--role is not the ARN of a role'],
])('%j is wrong usage', (args, message) => {
  expect(read(args)).toEqual({
    kind: 'usage-error',
    message: expect.stringContaining(message),
  })
})
