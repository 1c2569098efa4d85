import { expect, test } from 'vitest'
import { operationNames } from '../../spec/operations.ts'
import { iamPolicy } from './iam-policy.ts'

const role = 'arn:aws:iam::123456789012:role/service/lambda'
const narrow = iamPolicy({ region: 'eu-west-1', role })
const text = JSON.stringify(narrow)

const actionsOf = ({ Statement }: typeof narrow): readonly string[] =>
  Statement.flatMap(({ Action }) => Action)

test('every operation that a run may call is allowed, and nothing else', () => {
  expect(actionsOf(narrow).toSorted()).toEqual(
    [
      ...operationNames.map((operation) => `lambda:${operation}`),
      'iam:PassRole',
      's3:GetObject',
    ].toSorted(),
  )
  expect(text).not.toMatch(/Invoke|Concurrency|CreateRole|lambda:\*/)
})

test('rights are on what runs name, and on the one role', () => {
  const functions = 'arn:aws:lambda:eu-west-1:123456789012:function:lambda-conformance-*'
  const layers = 'arn:aws:lambda:eu-west-1:123456789012:layer:lambda-conformance-*'
  expect(narrow.Statement.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
    ['Functions', functions],
    ['Layers', layers],
    ['LayerVersions', `${layers}:*`],
    ['ActionsWithoutResources', '*'],
    ['RoleOfTheFunctions', role],
    ['BucketThatIsNotThere', 'arn:aws:s3:::lambda-conformance-*/*'],
  ])
  const [onAll, ...others] = narrow.Statement.filter(({ Resource }) => Resource === '*')
  expect(others).toEqual([])
  expect(onAll?.Action).toEqual(['lambda:ListLayerVersions'])
})

test('the role may be passed to Lambda alone', () => {
  const passing = narrow.Statement.find(({ Action }) => Action.includes('iam:PassRole'))
  expect(passing?.Condition).toEqual({
    StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' },
  })
})

test('what is left out of a run is left out of its rights', () => {
  const without = iamPolicy({ without: ['PublishLayerVersion', 'GetPolicy'] })
  expect(actionsOf(without)).not.toContain('lambda:GetPolicy')
  expect(without.Statement.map(({ Sid }) => Sid)).not.toContain('Layers')
})

test('only a sweep by name may list all there is', () => {
  expect(text).not.toMatch(/ListFunctions|ListLayers"/)
  expect(iamPolicy({ sweep: true }).Statement.at(-1)).toEqual({
    Sid: 'OnlyToSweepAllRuns',
    Effect: 'Allow',
    Action: ['lambda:ListFunctions', 'lambda:ListLayers'],
    Resource: '*',
  })
})

test('what is not said is any', () => {
  const [functions, , , , passing] = iamPolicy({}).Statement
  expect(functions?.Resource).toBe('arn:aws:lambda:*:*:function:lambda-conformance-*')
  expect(passing?.Resource).toBe('arn:aws:iam::*:role/lambda-conformance')
})

test.each([
  ['cn-north-1', 'arn:aws-cn:'],
  ['us-gov-west-1', 'arn:aws-us-gov:'],
])('in %s everything is in the partition %s', (region, partition) => {
  const { Statement } = iamPolicy({ region, account: '123456789012', sweep: true })
  const named = Statement.map(({ Resource }) => Resource).filter((name) => name !== '*')
  expect(named.every((name) => name.startsWith(partition))).toBe(true)
})

// A managed policy has 6,144 characters, blanks not counted; an inline policy of a user 2,048.
test('the policy is short enough to be put on a user as it is', () => {
  const longest = iamPolicy({
    region: 'ap-southeast-1',
    role: `arn:aws-us-gov:iam::123456789012:role/${'r'.repeat(64)}`,
    sweep: true,
  })
  expect(JSON.stringify(longest).length).toBeLessThan(2_048)
})
