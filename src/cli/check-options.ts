import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { FailOn } from '../report/report.ts'
import { UsageError } from '../run/errors.ts'
import { readOptions, type Config } from './option-table.ts'
import { expandGlobs, type Catalogue } from './rule-globs.ts'
import { runOptionTable } from './run-options.ts'

export const checkOptionTable = {
  edition: {
    ...runOptionTable.edition,
    help: 'edition of the contract (default: the one that the files tell, else as for run)',
  },
  rules: runOptionTable.rules,
  skipRules: runOptionTable.skipRules,
  without: runOptionTable.without,
  failOn: runOptionTable.failOn,
  config: runOptionTable.config,
  baseline: runOptionTable.baseline,
  out: {
    ...runOptionTable.out,
    help: 'write report.html, report.json, junit.xml, summary.md, failures/ and more there',
  },
  json: runOptionTable.json,
  quiet: runOptionTable.quiet,
  noColor: runOptionTable.noColor,
} as const

export type CheckRequest = {
  readonly files: readonly string[]
  readonly edition?: Edition
  /** Ids, of any edition and any kind of subject. */
  readonly rules?: readonly string[]
  readonly skipRules?: readonly string[]
  readonly without: readonly OperationName[]
  readonly failOn: FailOn
  readonly baseline?: string
  readonly out?: string
  /** The configuration file that had a say. */
  readonly config?: string
  readonly json: boolean
  readonly quiet: boolean
  readonly noColor: boolean
}

/** Throws `UsageError`. */
export const readCheckRequest = (
  files: readonly string[],
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  catalogue: Catalogue,
  config?: Config,
): CheckRequest => {
  if (files.length === 0) {
    throw new UsageError(
      'no file given; name a trace.ndjson, a report.json or files of failures/, as run --out DIR writes them',
    )
  }
  const {
    rules: only = [],
    skipRules: skip = [],
    baseline,
    config: _,
    ...given
  } = readOptions(checkOptionTable, typed, env, config)
  return {
    files,
    without: [],
    failOn: 'must',
    json: false,
    quiet: false,
    noColor: false,
    ...given,
    ...(only.length === 0 ? {} : { rules: expandGlobs(only, catalogue, '--rule') }),
    ...(skip.length === 0 ? {} : { skipRules: expandGlobs(skip, catalogue, '--skip-rule') }),
    ...(baseline === undefined || baseline === 'none' ? {} : { baseline }),
    ...(config === undefined ? {} : { config: config.file }),
  }
}

export const checkHelp = `
Examples:
  lambda-conformance check reports                      everything that run --out reports has stored
  lambda-conformance check reports/trace.ndjson --rule no-change
  lambda-conformance check reports/failures/*.json
  lambda-conformance check reports --out judged-again --baseline known-failures.yaml

Nothing is sent. A trace.ndjson, files of failures/ and a report.json are told apart by what is in them, and
judged together; of a report.json its failures. A directory stands for its trace.ndjson, with what its report.json
tells of the run. What was cut when it was stored is unknown, and held against nobody; what no call exercised
is unexercised.

Exit codes are those of run: 2 for a file that cannot be read or is none of ours, 3 where nothing could be judged.`
