import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readLedgers } from '../ledger/read-ledger.ts'
import { isUnderWay } from '../ledger/sweep.ts'
import { shellQuote } from '../report/shell-quote.ts'
import { sanitize } from '../report/sanitize.ts'
import { errorCode } from '../run/error-code.ts'
import { UsageError } from '../run/errors.ts'

const nearest = async (path: string): Promise<string> => {
  const parent = dirname(path)
  const isThere = (await stat(path).catch(() => undefined)) !== undefined
  return isThere || parent === path ? path : nearest(parent)
}

/** Throws `UsageError` where no ledger could be written: found out before anything is asked for. */
export const requireLedgerDirectory = async (directory: string): Promise<void> => {
  const there = await nearest(directory)
  try {
    if (!(await stat(there)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    await access(there, constants.W_OK)
  } catch (error) {
    throw new UsageError(
      `the ledger of what a run creates cannot be written to "${sanitize(directory, 200)}" (${errorCode(error) ?? String(error)}); give another directory with --ledger`,
    )
  }
}

/** What earlier runs have left on this endpoint, a line each; `sweep` is the way to it that the user would type. */
export const earlierRuns = async (
  directory: string,
  endpoint: string,
): Promise<readonly string[]> => {
  const ledgers = await readLedgers(directory)
  return ledgers.flatMap((ledger) => {
    if (ledger.kind !== 'kept' || ledger.left.length === 0) return []
    const { heading, left } = ledger
    if (heading.endpoint !== endpoint || isUnderWay(heading)) return []
    return [
      `run ${heading.run} of ${sanitize(heading.startedAt, 40)} has left ${left.length} ${left.length === 1 ? 'resource' : 'resources'} here; lambda-conformance sweep --ledger ${shellQuote(directory)} deletes what it lists`,
    ]
  })
}
