import { expect, test } from 'vitest'
import { junitSubject } from './junit-subject.ts'

const embedded = { endpoint: 'http://127.0.0.1:39203', embedded: true } as const

test.each([
  [{ endpoint: 'http://127.0.0.1:9001' }, '127_0_0_1_9001'],
  [{ endpoint: 'https://lambda.us-east-1.amazonaws.com' }, 'lambda_us-east-1_amazonaws_com'],
  [{ endpoint: 'http://[::1]:9001/base' }, '1_9001_base'],
  [embedded, 'reference'],
  [{ ...embedded, name: '@aws-sdk/client-lambda' }, 'aws-sdk_client-lambda'],
  [{ ...embedded, name: 'größer 日本' }, 'größer_日本'],
  [{ ...embedded, name: '...' }, 'subject'],
])('%j is %s', (subject, segment) => {
  expect(junitSubject(subject)).toBe(segment)
})
