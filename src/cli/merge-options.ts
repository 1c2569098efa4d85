import type { FailOn } from '../report/report.ts'
import { UsageError } from '../run/errors.ts'
import { readOptions, type Config } from './option-table.ts'
import { runOptionTable } from './run-options.ts'

export const mergeOptionTable = {
  failOn: runOptionTable.failOn,
  baseline: runOptionTable.baseline,
  out: runOptionTable.out,
  config: runOptionTable.config,
  json: runOptionTable.json,
  noColor: runOptionTable.noColor,
} as const

export type MergeRequest = {
  /** Files, or directories with a report.json. */
  readonly reports: readonly string[]
  readonly failOn: FailOn
  readonly baseline?: string
  readonly out?: string
  /** The configuration file that had a say. */
  readonly configured?: string
  readonly json: boolean
  readonly noColor: boolean
}

/** Throws `UsageError`. */
export const readMergeRequest = (
  reports: readonly string[],
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  config?: Config,
): MergeRequest => {
  if (reports.length === 0) {
    throw new UsageError('no report given; name the report.json of each shard, or its directory')
  }
  const defaults = { failOn: 'must', json: false, noColor: false } as const
  const { config: _, ...given } = readOptions(mergeOptionTable, typed, env, config)
  const by = config === undefined ? {} : { configured: config.file }
  return { reports, ...by, ...defaults, ...given }
}

export const mergeHelp = `
Examples:
  lambda-conformance run --endpoint URL --seed 7 --shard 1/2 --out shard-1
  lambda-conformance run --endpoint URL --seed 7 --shard 2/2 --out shard-2
  lambda-conformance merge shard-1 shard-2 --out reports --baseline known-failures.yaml

The verdicts are those of the run unsharded. All shards need the same seed, edition, profile, rules and release.
Exit codes are those of run.`
