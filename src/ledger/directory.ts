import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where a user's programs keep what they must remember (XDG Base Directory Specification; on Windows, local application data). */
const stateDirectory = (env: NodeJS.ProcessEnv): string =>
  env['XDG_STATE_HOME'] ||
  (process.platform === 'win32' && env['LOCALAPPDATA']) ||
  join(homedir(), '.local', 'state')

/** Where the ledgers of a run lie: with its reports, for CI keeps those, or else in one place for all runs of a user. */
export const ledgerDirectory = (
  { ledger, out }: { readonly ledger?: string | undefined; readonly out?: string | undefined },
  env: NodeJS.ProcessEnv,
): string =>
  ledger ??
  (out === undefined ? join(stateDirectory(env), 'lambda-conformance') : join(out, 'ledger'))
