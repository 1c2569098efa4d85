import { UsageError } from '../run/errors.ts'
import { onOff, readOptions, value, type Config } from './option-table.ts'
import type { Catalogue } from './rule-globs.ts'
import { readRunRequest, runOptionTable, type RunRequest } from './run-options.ts'
import { text } from './values.ts'

const ownOptionTable = {
  command: value('--command <line>', 'the program to judge, as the shell would run it', text),
  persistent: onOff(
    '--persistent',
    'with --command: one process answers call after call, each on a line of its own',
  ),
} as const

// One client alone makes no calls at the same moment.
const { concurrency: _, withoutConcurrency: __, ...shared } = runOptionTable

export const wrapperOptionTable = {
  ...ownOptionTable,
  ...shared,
  endpoint: {
    ...runOptionTable.endpoint,
    help: 'the endpoint behind the wrapper (default: the embedded reference endpoint)',
  },
  timeoutMs: { ...runOptionTable.timeoutMs, help: 'for one call of the wrapper' },
} as const

/** What is judged: a module, or a program. */
type By =
  | { readonly kind: 'adapter'; readonly path: string }
  | { readonly kind: 'command'; readonly command: string; readonly persistent: boolean }

export type WrapperRequest = { readonly by: By; readonly run: RunRequest }

/** Throws `UsageError`. */
export const readWrapperRequest = (
  named: string | undefined,
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  catalogue: Catalogue,
  config?: Config,
): WrapperRequest => {
  const run = readRunRequest(typed, env, catalogue, 'wrapper', config)
  // Who names a module has decided against the program that is configured.
  const { command, persistent = false } = readOptions(
    ownOptionTable,
    typed,
    env,
    named === undefined ? config : undefined,
  )
  const configured = config?.values['adapter']
  const adapter =
    named ?? (command === undefined && typeof configured === 'string' ? configured : undefined)
  if (adapter === undefined && command === undefined) {
    throw new UsageError(
      "no wrapper given; name an adapter module, or a program with --command 'PROGRAM ARGS'",
    )
  }
  if (command === undefined) {
    if (persistent)
      throw new UsageError(
        '--persistent goes with --command; an adapter is asked again and again anyway',
      )
    return { by: { kind: 'adapter', path: adapter ?? '' }, run }
  }
  if (adapter !== undefined) {
    throw new UsageError('an adapter and --command exclude each other; give one of them')
  }
  return { by: { kind: 'command', command, persistent }, run }
}
