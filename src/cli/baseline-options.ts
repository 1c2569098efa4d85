import type { FailOn } from '../report/report.ts'
import { UsageError } from '../run/errors.ts'
import { onOff, readOptions, value, type Config } from './option-table.ts'
import { runOptionTable } from './run-options.ts'
import { oneOf, text, type Read } from './values.ts'
import { sanitize } from '../report/sanitize.ts'

export const baselineActions = ['init', 'update', 'prune'] as const
export type BaselineAction = (typeof baselineActions)[number]

export type BaselineRequest = {
  readonly action: BaselineAction
  /** A report.json. */
  readonly from: string
  readonly baseline: string
  /** Otherwise the level of the report's own gate. */
  readonly failOn?: FailOn
  readonly reason?: string
  readonly issue?: string
  readonly expires?: string
  readonly signatures: boolean
}

const link: Read<string> = (typed, from) => {
  if (/^https?:\/\/\S+$/.test(typed) && URL.canParse(typed)) return typed
  throw new UsageError(
    `${from} is no link: "${sanitize(typed, 80)}"; write it like https://github.com/OWNER/REPOSITORY/issues/1`,
  )
}

const longestReason = 2_000

const reason: Read<string> = (typed, from) => {
  const said = text(typed, from)
  if (said.length > longestReason) {
    throw new UsageError(`${from} has more than ${longestReason} characters; shorten it`)
  }
  // A review is to show what the file holds.
  if (/[\p{Cf}\p{Zl}\p{Zp}]/u.test(said)) {
    throw new UsageError(
      `${from} holds invisible characters: "${sanitize(said, 80)}"; leave them out`,
    )
  }
  return said
}

const isDay = (typed: string): boolean => {
  const day = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === typed
}

const date: Read<string> = (typed, from) => {
  if (/^\d{4}-\d\d-\d\d$/.test(typed) && isDay(typed)) return typed
  throw new UsageError(
    `${from} is no day of the calendar: "${sanitize(typed, 80)}"; write it like 2027-01-31`,
  )
}

export const pruneOptionTable = {
  from: value('--from <file>', 'the report.json of a whole run', text),
  baseline: value('--baseline <file>', 'the file of known failures, YAML or JSON', text),
  config: runOptionTable.config,
} as const

export const baselineOptionTable = {
  ...pruneOptionTable,
  failOn: value(
    '--fail-on <level>',
    'list failures of this level: must, should (default: as the run was gated)',
    oneOf('level', ['must', 'should']),
  ),
  reason: value('--reason <text>', 'reason of what is added (default: to be explained)', reason),
  issue: value('--issue <url>', 'where it is worked on', link),
  expires: value('--expires <date>', 'last day on which what is added holds', date),
  noSignatures: onOff('--no-signatures', 'tolerate any breach of a rule, not only the one seen'),
} as const

const missing = (option: string, action: BaselineAction, what: string): UsageError =>
  new UsageError(`baseline ${action} needs ${option}; give ${what}`)

/** `action` is the word behind `baseline`; `typed` is what commander made of the options. */
export const readBaselineRequest = (
  action: BaselineAction,
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  config?: Config,
): BaselineRequest => {
  const table: Partial<typeof baselineOptionTable> & typeof pruneOptionTable =
    action === 'prune' ? pruneOptionTable : baselineOptionTable
  const {
    from,
    baseline,
    noSignatures = false,
    config: _,
    ...details
  } = readOptions(table as typeof baselineOptionTable, typed, env, config)
  if (from === undefined) {
    throw missing('--from', action, 'the report.json that run --out DIR wrote')
  }
  if (baseline === undefined) {
    throw missing('--baseline', action, 'the name of the file, like known-failures.yaml')
  }
  return { action, from, baseline, signatures: !noSignatures, ...details }
}

export const baselineHelp = `
Examples:
  lambda-conformance run --endpoint http://127.0.0.1:4566 --out reports
  lambda-conformance baseline init --from reports/report.json --baseline known-failures.yaml
  lambda-conformance run --endpoint http://127.0.0.1:4566 --baseline known-failures.yaml
  lambda-conformance baseline update --from reports/report.json --baseline known-failures.yaml \\
      --reason 'not there yet' --issue https://github.com/OWNER/REPOSITORY/issues/1
  lambda-conformance baseline prune --from reports/report.json --baseline known-failures.yaml

init    writes a file that lists every failure at the gate's level and every operation not implemented
update  adds what is missing, renews signatures that changed, takes nothing out
prune   takes out what passes, has expired or matches nothing, with the comment above it

A failure that is listed is tolerated and shown. One that is not makes the run red, and so does an entry
that passes, has expired, or matches nothing. With a signature, an entry tolerates one way of failing.`
