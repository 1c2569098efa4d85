import { expect, test } from 'vitest'
import { leftoversLine, leftoversOf } from './leftovers.ts'
import { reportOf } from './report.fixture.ts'
import type { Report } from './report.ts'

const left = (count: number, kind: 'function' | 'layer' = 'function') =>
  Array.from({ length: count }, (_, n) => ({ kind, name: `lambda-conformance-1-${n}` }))

const line = (
  resources: Partial<Report['run']['resources']>,
  operations: Report['subject']['operations'] = {},
): string | undefined => {
  const report = reportOf([])
  const found = leftoversOf({
    ...report,
    subject: { ...report.subject, operations },
    run: { ...report.run, resources: { created: 40, deleted: 33, leaked: 0, ...resources } },
  })
  return found === undefined ? undefined : leftoversLine(found)
}

test('a clean run has nothing to say', () => {
  expect(line({})).toBeUndefined()
})

test('what was not deleted is named, a few of many, with what deletes it', () => {
  expect(line({ leaked: 7, left: left(7) })).toBe(
    '7 of 40 resources were not deleted (function lambda-conformance-1-0, function lambda-conformance-1-1, function lambda-conformance-1-2, function lambda-conformance-1-3, function lambda-conformance-1-4 and 2 more); lambda-conformance sweep deletes them, with --out DIR or --ledger DIR if the run had it',
  )
})

test('a subject without the operation is told apart: no sweep would help', () => {
  const without = { DeleteFunction: 'unsupported' } as const
  expect(line({ leaked: 1, left: left(1) }, without)).toMatch(
    /were not deleted: the subject has no DeleteFunction .*nothing can delete them/,
  )
  expect(line({ leaked: 2, left: [...left(1), ...left(1, 'layer')] }, without)).toContain('sweep')
})

test('what was to stay is not called undeleted', () => {
  expect(line({ kept: 7, left: left(1) })).toMatch(/^7 of 40 resources were kept .*sweep/)
})

test('names come without what would move the cursor', () => {
  expect(line({ leaked: 1, left: [{ kind: 'layer', name: 'x\u001b[2J' }] })).not.toMatch(/\p{Cc}/u)
})
