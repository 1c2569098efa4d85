import { expect, test } from 'vitest'
import { mostSubjects } from '../report/matrix/subjects.ts'
import { UsageError } from '../run/errors.ts'
import { readMatrixRequest } from './matrix-options.ts'

test('reports keep their order, --out comes from the command line before the environment', () => {
  const env = { LAMBDA_CONFORMANCE_OUT: 'there' }
  expect(readMatrixRequest(['b', 'a'], {}, {})).toEqual({ reports: ['b', 'a'] })
  expect(readMatrixRequest(['b', 'a'], {}, env)).toEqual({ reports: ['b', 'a'], out: 'there' })
  expect(readMatrixRequest(['b', 'a'], { out: 'here', config: 'c.json' }, env)).toEqual({
    reports: ['b', 'a'],
    out: 'here',
  })
})

test.each<[readonly string[], RegExp]>([
  [[], /^matrix compares two reports or more, and none is given; name the report\.json/],
  [['a'], /^matrix compares two reports or more, and one is given; name/],
  [
    Array.from({ length: mostSubjects + 1 }, () => 'a'),
    /^matrix takes 20 reports at most, and 21 are given; leave some out$/,
  ],
])('%j is wrong usage', (reports, message) => {
  const read = (): unknown => readMatrixRequest(reports, {}, {})
  expect(read).toThrow(UsageError)
  expect(read).toThrow(message)
})
