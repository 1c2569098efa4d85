import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Plan } from '../run/event.ts'
import { remoteFor } from './remote.ts'
import { remoteSummary } from './remote-summary.ts'
import { planText } from './plan-text.ts'

const aws = 'https://lambda.eu-west-1.amazonaws.com'
const role = 'arn:aws:iam::123456789012:role/lambda'
const nothing = { region: undefined, regionFound: undefined, role: undefined, plan: false }

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  vi.stubEnv('AWS_ACCOUNT_ID', undefined)
  vi.stubEnv('AWS_PROFILE', undefined)
})
afterEach(() => void vi.unstubAllEnvs())

test.each<[string, Partial<Parameters<typeof remoteFor>[0]>, string]>([
  ['the host', { endpoint: aws, role }, 'eu-west-1'],
  ['the host, said again', { endpoint: aws, role, region: 'eu-west-1' }, 'eu-west-1'],
  ['the host, not the file', { endpoint: aws, role, regionFound: 'us-east-2' }, 'eu-west-1'],
  ['what is asked for', { endpoint: 'http://emulator:4566', region: 'us-east-2' }, 'us-east-2'],
  ['the file', { endpoint: 'http://emulator:4566', regionFound: 'us-east-2' }, 'us-east-2'],
  ['the default', { endpoint: 'http://emulator:4566' }, 'us-east-1'],
])('the region is that of %s', async (_, asked, region) => {
  expect((await remoteFor({ ...nothing, endpoint: '', ...asked }))?.region).toBe(region)
})

test.each<[string, Partial<Parameters<typeof remoteFor>[0]>, string]>([
  [
    'another region than the host',
    { endpoint: aws, role, region: 'us-east-1' },
    '--region is us-east-1, and lambda.eu-west-1.amazonaws.com is in eu-west-1',
  ],
  ['no role', { endpoint: aws }, 'lambda.eu-west-1.amazonaws.com needs --role'],
  [
    'a role of another partition',
    { endpoint: aws, role: 'arn:aws-cn:iam::123456789012:role/r' },
    '--role is of another part of AWS (aws-cn)',
  ],
])('%s is wrong usage', async (_, asked, message) => {
  await expect(remoteFor({ ...nothing, endpoint: '', ...asked })).rejects.toThrow(message)
})

test('a role of another account than the credentials is wrong usage', async () => {
  vi.stubEnv('AWS_ACCOUNT_ID', '210987654321')
  await expect(remoteFor({ ...nothing, endpoint: aws, role })).rejects.toThrow(
    '--role is of the account 123456789012, and the credentials are of 210987654321',
  )
})

test('the account is that of the credentials, else of the role, else not known', async () => {
  const asked = { ...nothing, endpoint: 'http://emulator:4566' }
  expect((await remoteFor(asked))?.account).toBeUndefined()
  expect((await remoteFor({ ...asked, role }))?.account).toEqual({ id: '123456789012', by: 'role' })
  vi.stubEnv('AWS_ACCOUNT_ID', '123456789012')
  expect((await remoteFor({ ...asked, role }))?.account).toEqual({
    id: '123456789012',
    by: 'credentials',
  })
})

test('this machine is not another one', async () => {
  expect(await remoteFor({ ...nothing, endpoint: 'http://127.0.0.1:4566' })).toBeUndefined()
})

test('a plan looks for no credentials and needs no role', async () => {
  const remote = await remoteFor({ ...nothing, endpoint: aws, plan: true })
  expect(remote).toEqual({
    host: 'lambda.eu-west-1.amazonaws.com',
    aws: true,
    region: 'eu-west-1',
  })
})

const plan: Plan = {
  endpoint: aws,
  seed: 7,
  profile: 'quick',
  rules: 454,
  programs: { directed: 28, random: 0, atOnce: 0 },
  creates: { functions: 40, layers: 12, aliases: 1 },
  expectedRequests: 650,
  maxRequests: 10_000,
  maxRps: 15,
}
const remote = {
  host: 'lambda.eu-west-1.amazonaws.com',
  aws: true,
  region: 'eu-west-1',
  role,
  account: { id: '123456789012', by: 'role' },
} as const

test('what will happen is said in full', () => {
  expect(remoteSummary(remote, plan, { keep: false, ledger: 'out/ledger' })).toBe(`\
This run goes to another machine:
  host     lambda.eu-west-1.amazonaws.com, AWS Lambda
  account  123456789012, by the role
  region   eu-west-1
  role     arn:aws:iam::123456789012:role/lambda
  calls    about 650, 15 a second at most: 44 s or more; never more than 10000, clean-up not counted
  creates  up to 40 functions, 12 layers, 1 alias, named lambda-conformance-*, more only to shrink a failure; all of it is deleted. No function is invoked
  ledger   out/ledger lists what is created until it is deleted; after a kill: lambda-conformance sweep --ledger out/ledger --allow-remote
`)
})

test('what stays is said to stay, and a long run is told in minutes', () => {
  const long = { ...plan, expectedRequests: 9_000 }
  const said = remoteSummary(remote, long, { keep: true, ledger: 'l' })
  expect(said).toContain('all of it stays (--keep)')
  expect(said).toContain('10 min or more')
})

test('the plan says where the calls would go', () => {
  const lines = planText(plan, aws, false, remote).split('\n')
  expect(lines).toContain('account   123456789012, by the role')
  expect(lines).toContain('region    eu-west-1')
  expect(lines.at(-2)).toBe(
    'Nothing was sent, and no credentials were looked for: whose they are the run finds out.',
  )
  expect(lines).toContain('pace      15 a second at most: 44 s or more')
  const { maxRps: _, ...free } = plan
  expect(planText(free, 'http://127.0.0.1:1', false)).not.toMatch(/account|pace|credentials/)
})
