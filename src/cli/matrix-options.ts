import { mostSubjects } from '../report/matrix/subjects.ts'
import { UsageError } from '../run/errors.ts'
import { readOptions, type Config } from './option-table.ts'
import { runOptionTable } from './run-options.ts'

export const matrixOptionTable = {
  out: { ...runOptionTable.out, help: 'write matrix.html and matrix.md to this directory' },
  config: runOptionTable.config,
} as const

export type MatrixRequest = {
  /** Files, or directories with a report.json; the columns in this order. */
  readonly reports: readonly string[]
  readonly out?: string
}

/** Throws `UsageError`. */
export const readMatrixRequest = (
  reports: readonly string[],
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  config?: Config,
): MatrixRequest => {
  if (reports.length < 2) {
    throw new UsageError(
      `matrix compares two reports or more, and ${reports.length === 0 ? 'none is' : 'one is'} given; name the report.json of each subject, or its directory`,
    )
  }
  if (reports.length > mostSubjects) {
    throw new UsageError(
      `matrix takes ${mostSubjects} reports at most, and ${reports.length} are given; leave some out`,
    )
  }
  const { out } = readOptions(matrixOptionTable, typed, env, config)
  return { reports, ...(out === undefined ? {} : { out }) }
}

export const matrixHelp = `
Examples:
  lambda-conformance run --endpoint http://127.0.0.1:4566 --seed 7 --out first
  lambda-conformance run --endpoint http://127.0.0.1:5000 --seed 7 --out second
  lambda-conformance matrix first second --out matrix
  lambda-conformance matrix first/report.json second/report.json >> "$GITHUB_STEP_SUMMARY"

Subjects × rules, those on which the subjects differ first. Without --out the Markdown goes to stdout.
Runs of the same seed, edition, profile and release compare best; where they differ, that is said.
It judges nothing: the exit code is 0, or 2 where a report cannot be read.`
