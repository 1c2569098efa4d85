import { expect, test } from 'vitest'
import { awsHostOf, ownerOf } from './host.ts'

test.each([
  ['https://lambda.eu-west-1.amazonaws.com', 'eu-west-1', 'aws'],
  ['http://lambda.eu-west-1.amazonaws.com:8080/base', 'eu-west-1', 'aws'],
  ['https://LAMBDA.EU-WEST-1.AMAZONAWS.COM.', 'eu-west-1', 'aws'],
  ['https://lambda-fips.us-east-2.amazonaws.com', 'us-east-2', 'aws'],
  ['https://lambda.ap-southeast-4.api.aws', 'ap-southeast-4', 'aws'],
  ['https://lambda-fips.us-east-1.api.aws', 'us-east-1', 'aws'],
  ['https://lambda.us-gov-west-1.amazonaws.com', 'us-gov-west-1', 'aws-us-gov'],
  ['https://lambda.cn-north-1.amazonaws.com.cn', 'cn-north-1', 'aws-cn'],
  ['https://lambda.cn-northwest-1.api.amazonwebservices.com.cn', 'cn-northwest-1', 'aws-cn'],
  ['https://vpce-0a1b-c2.lambda.eu-west-1.vpce.amazonaws.com', 'eu-west-1', 'aws'],
])('%s is Lambda in %s', (endpoint, region, partition) => {
  expect(awsHostOf(endpoint)).toEqual({ region, partition })
})

test.each([
  'http://127.0.0.1:4566',
  'http://lambda.eu-west-1.localhost',
  'https://lambda.eu-west-1.amazonaws.com.example.org',
  'https://not-lambda.eu-west-1.amazonaws.com',
  'https://s3.eu-west-1.amazonaws.com',
  'https://lambda.amazonaws.com',
  'https://lambda.eu-west-1.amazonaws.com@example.org',
  'no URL',
])('%s is not', (endpoint) => {
  expect(awsHostOf(endpoint)).toBeUndefined()
})

test('a role tells its account and its partition', () => {
  expect(ownerOf('arn:aws-cn:iam::123456789012:role/a/b')).toEqual({
    partition: 'aws-cn',
    account: '123456789012',
  })
  expect(ownerOf('role')).toBeUndefined()
})
