import type { OperationName } from '../../spec/operations.ts'
import type { BaselineProblem, Report } from '../report/report.ts'
import type { Baseline } from './baseline.ts'
import { place } from './place.ts'

/** Operations that are listed as missing and are there, then those that are missing and nobody lists or declared. */
export const operationProblems = (
  report: Report,
  { file, expectedUnsupported }: Baseline,
): readonly BaselineProblem[] => {
  const { operations, without = [] } = report.subject
  const listed = new Set(expectedUnsupported.map(({ operation }) => operation))
  const stale = expectedUnsupported.filter(({ operation }) => operations[operation] === 'supported')
  const unlisted = Object.entries(operations)
    .filter(([, is]) => is === 'unsupported')
    .map(([operation]) => operation as OperationName)
    .filter((operation) => !listed.has(operation) && !without.includes(operation))
  return [
    ...stale.map(({ operation, line }) => ({
      kind: 'stale' as const,
      entry: operation,
      line,
      message: `${operation} is listed as not implemented (${place(file, line)}), and it is implemented; delete the entry`,
    })),
    ...unlisted.map((operation) => ({
      kind: 'unlisted' as const,
      entry: operation,
      message: `${operation} is not implemented and not listed; implement it, or list it under expectedUnsupported (${place(file)})`,
    })),
  ]
}
