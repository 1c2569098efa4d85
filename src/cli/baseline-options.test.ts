import { expect, test } from 'vitest'
import { UsageError } from '../run/errors.ts'
import { readBaselineRequest } from './baseline-options.ts'

const files = { from: 'r.json', baseline: 'k.yaml' }

test('options come from the command line and from the environment', () => {
  const env = { LAMBDA_CONFORMANCE_BASELINE: 'env.yaml', LAMBDA_CONFORMANCE_REASON: 'old' }
  expect(
    readBaselineRequest('init', { from: 'r.json', failOn: 'should', signatures: false }, env),
  ).toEqual({
    action: 'init',
    from: 'r.json',
    baseline: 'env.yaml',
    reason: 'old',
    failOn: 'should',
    signatures: false,
  })
  // commander's default of an option that is written --no-….
  expect(readBaselineRequest('update', { ...files, signatures: true }, {}).signatures).toBe(true)
})

test('prune knows nothing of what is added', () => {
  const env = { LAMBDA_CONFORMANCE_REASON: 'old' }
  expect(readBaselineRequest('prune', files, env)).toEqual({
    action: 'prune',
    ...files,
    signatures: true,
  })
})

test.each<[object, RegExp]>([
  [{ baseline: 'k' }, /^baseline init needs --from; give the report\.json/],
  [{ from: 'r' }, /^baseline init needs --baseline; give the name/],
  [{ ...files, failOn: 'may' }, /^--fail-on names no level/],
  [{ ...files, expires: '2026-02-30' }, /^--expires is no day of the calendar: "2026-02-30"/],
  [{ ...files, expires: '1.2.2027' }, /^--expires is no day of the calendar/],
  [{ ...files, issue: 'javascript:alert(1)' }, /^--issue is no link/],
  [{ ...files, reason: ' ' }, /^--reason is empty/],
])('%j is wrong usage', (typed, message) => {
  const read = (): unknown => readBaselineRequest('init', { ...typed }, {})
  expect(read).toThrow(UsageError)
  expect(read).toThrow(message)
})
