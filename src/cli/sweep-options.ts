import { ledgerDirectory } from '../ledger/directory.ts'
import { UsageError } from '../run/errors.ts'
import { onOff, readOptions, value, type Config } from './option-table.ts'
import { requireConsent, runOptionTable } from './run-options.ts'
import { duration, matching } from './values.ts'

export const sweepOptionTable = {
  ledger: runOptionTable.ledger,
  out: { ...runOptionTable.out, help: 'the --out of the run: its ledger lies there' },
  run: value(
    '--run <id>',
    'only this run, also if its process seems to be there still',
    matching(/^[0-9a-f]{8}$/, 'the id of a run', '1f0c93ab'),
  ),
  allRuns: onOff(
    '--all-runs',
    'without a ledger: all that is named as runs name things, on --endpoint and --older-than a time',
  ),
  olderThan: value(
    '--older-than <time>',
    'with --all-runs: only what was not touched for so long, as 90m, 24h or 7d',
    duration,
  ),
  endpoint: { ...runOptionTable.endpoint, help: 'with --all-runs: where to look' },
  region: { ...runOptionTable.region, help: 'with --all-runs: region for the signature' },
  yes: onOff('--yes', 'with --all-runs: delete what is listed without a question'),
  timeoutMs: runOptionTable.timeoutMs,
  maxRps: runOptionTable.maxRps,
  config: runOptionTable.config,
  allowRemote: runOptionTable.allowRemote,
} as const

type Common = {
  readonly timeoutMs?: number
  readonly maxRps?: number
  readonly allowRemote: boolean
}

/** `olderThan`: milliseconds. */
export type SweepRequest = Common &
  (
    | { readonly by: 'ledger'; readonly directory: string; readonly run?: string }
    | {
        readonly by: 'name'
        /** Where the ledgers of runs under way lie. */
        readonly directory: string
        readonly endpoint: string
        readonly region?: string
        readonly olderThan: number
        readonly yes: boolean
      }
  )

/** Throws `UsageError`. */
export const readSweepRequest = (
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  config?: Config,
): SweepRequest => {
  const options = readOptions(sweepOptionTable, typed, env, config)
  const { ledger, out, run, endpoint, region, olderThan, timeoutMs, maxRps } = options
  const { allRuns = false, yes = false, allowRemote = false } = options
  const directory = ledgerDirectory({ ledger, out }, env)
  const common = {
    directory,
    allowRemote,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(maxRps === undefined ? {} : { maxRps }),
  }
  if (!allRuns) {
    // What is configured for runs is no slip of the pen here.
    const stray = ['endpoint', 'olderThan', 'yes', 'region'].find((name) =>
      Object.hasOwn(typed, name),
    )
    if (stray !== undefined) {
      throw new UsageError(
        `--${stray === 'olderThan' ? 'older-than' : stray} goes with --all-runs; a ledger itself says where to go and what to delete`,
      )
    }
    return { by: 'ledger', ...common, ...(run === undefined ? {} : { run }) }
  }
  if (run !== undefined) throw new UsageError('--run and --all-runs exclude each other')
  if (endpoint === undefined) {
    throw new UsageError('--all-runs needs --endpoint: without a ledger nobody knows where to look')
  }
  if (olderThan === undefined) {
    throw new UsageError(
      '--all-runs needs --older-than: runs that are under way have things there, and those of other machines nobody here knows of; give a time no run takes, as 24h, or 1m where there is none',
    )
  }
  requireConsent(endpoint, allowRemote)
  return {
    by: 'name',
    ...common,
    endpoint,
    ...(region === undefined ? {} : { region }),
    olderThan,
    yes,
  }
}

export const sweepHelp = `
Examples:
  lambda-conformance sweep                        what runs without --out left behind
  lambda-conformance sweep --out reports          what the run with --out reports left behind
  lambda-conformance sweep --endpoint http://127.0.0.1:4566 --all-runs --older-than 24h

A run lists what it creates in a ledger, before it asks for it, and deletes it at the end. Where it was killed,
sweep deletes exactly what its ledger lists. Without the ledger --all-runs finds what runs have left by its name,
lists it and asks.

Exit codes:
  0    nothing is left of runs that are over
  2    wrong usage, or --all-runs was not confirmed; nothing was deleted
  3    something could not be deleted; it stays listed`
