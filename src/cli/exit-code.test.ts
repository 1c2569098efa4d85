import { expect, test } from 'vitest'
import { SubjectUnavailable, UsageError } from '../run/errors.ts'
import { faultOf } from './exit-code.ts'

test.each([
  [new UsageError('do this'), { code: 2, message: 'do this' }],
  [new SubjectUnavailable('nobody there'), { code: 3, message: 'nobody there' }],
  [
    new TypeError('x is\nundefined'),
    {
      code: 4,
      message: 'the harness failed: x is undefined (LAMBDA_CONFORMANCE_DEBUG=1 shows where)',
    },
  ],
  [
    'text',
    { code: 4, message: 'the harness failed: text (LAMBDA_CONFORMANCE_DEBUG=1 shows where)' },
  ],
  [
    undefined,
    { code: 4, message: 'the harness failed: undefined (LAMBDA_CONFORMANCE_DEBUG=1 shows where)' },
  ],
])('%s is told in one line, with whose fault it is', (thrown, fault) => {
  expect(faultOf(thrown, {})).toEqual(fault)
})

test('the stack is shown to those who ask for it', () => {
  expect(faultOf(new TypeError('x'), { LAMBDA_CONFORMANCE_DEBUG: '1' }).message).toMatch(
    /^TypeError: x\n +at /,
  )
})

test('no fault shows a secret of the environment, nor its stack a control character of a subject', () => {
  const env = { AWS_SECRET_ACCESS_KEY: 'planted/key+1', LAMBDA_CONFORMANCE_DEBUG: '1' }
  const said = 'it said planted/key+1 and planted%2Fkey%2B1\u001b[2J'
  for (const Kind of [UsageError, SubjectUnavailable, TypeError]) {
    const { message } = faultOf(new Kind(said), env)
    expect(message).toContain('it said REDACTED and REDACTED')
    expect(message).not.toMatch(/planted|[^\P{Cc}\n]/u)
  }
})
