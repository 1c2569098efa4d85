import { access, constants, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { sweepFor } from '../ledger/directory.ts'
import { readLedgers, type KeptLedger } from '../ledger/read-ledger.ts'
import { isUnderWay } from '../ledger/under-way.ts'
import { sanitize } from '../report/sanitize.ts'
import { errorCode } from '../run/error-code.ts'
import { UsageError } from '../run/errors.ts'

type Kept = Extract<KeptLedger, { kind: 'kept' }>

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

/** One line for each run that has left something and fits. */
const leftBy = async (
  directory: string,
  fits: (ledger: Kept) => boolean,
): Promise<readonly string[]> => {
  const ledgers = await readLedgers(directory)
  return ledgers.flatMap((ledger) => {
    if (ledger.kind !== 'kept' || ledger.left.length === 0 || !fits(ledger)) return []
    const { run, startedAt } = ledger.heading
    const count = ledger.left.length === 1 ? '1 resource' : `${ledger.left.length} resources`
    return [
      `run ${run} of ${sanitize(startedAt, 40)} may have left ${count}; ${sweepFor(directory)} deletes what is listed there`,
    ]
  })
}

/** What earlier runs have left on this endpoint. */
export const leftByEarlierRuns = (
  directory: string,
  endpoint: string,
): Promise<readonly string[]> =>
  leftBy(directory, (ledger) => ledger.heading.endpoint === endpoint && !isUnderWay(ledger))

/** What the run has left that has just ended in this process without a report. */
export const leftByThisRun = (directory: string, endpoint: string): Promise<readonly string[]> =>
  leftBy(
    directory,
    ({ heading: { endpoint: where, pid, host } }) =>
      where === endpoint && pid === process.pid && host === hostname(),
  )
