import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { shellQuote } from '../report/shell-quote.ts'

/** Where a user's programs keep what they must remember (XDG Base Directory Specification; on Windows, local application data). */
const stateDirectory = (env: NodeJS.ProcessEnv): string => {
  const named = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_STATE_HOME']
  // One that is not absolute is to be ignored.
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), '.local', 'state')
}

/** Where the ledgers of a run lie: with its reports, for CI keeps those, or else in one place for all runs of a user. */
export const ledgerDirectory = (
  { ledger, out }: { readonly ledger?: string | undefined; readonly out?: string | undefined },
  env: NodeJS.ProcessEnv,
): string =>
  ledger ??
  (out === undefined ? join(stateDirectory(env), 'lambda-conformance') : join(out, 'ledger'))

/** The command that deletes what is listed there. */
export const sweepFor = (directory: string): string =>
  `lambda-conformance sweep --ledger ${shellQuote(directory)}`
