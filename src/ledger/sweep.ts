import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Entry } from './entry.ts'
import type { KeptLedger, Leftover } from './read-ledger.ts'
import { removeLeftover, type Removed, type Send } from './remove.ts'

export type Swept = { readonly leftover: Leftover; readonly removed: Removed }

/** What was asked for so short a time ago may still come into being: that it is not there yet proves nothing. */
const lateMs = 5_000

/** Replies in a row that never came, after which nobody is waited for any more. */
const mostInVain = 2

const note = (file: string, entry: Entry): void => {
  try {
    // The last line may have been cut short by the end of the process.
    const start = readFileSync(file, 'utf8').endsWith('\n') ? '' : '\n'
    const descriptor = openSync(file, 'a')
    writeSync(descriptor, `${start}${JSON.stringify(entry)}\n`)
    closeSync(descriptor)
  } catch {
    // A full disk, or a ledger that may only be read: the next sweep finds out again that it is gone.
  }
}

/** By the words of the service, which names what it did not find with the account it looked in. */
const otherAccount = (removed: Removed, account: string | undefined): Removed => {
  if (removed.is !== 'absent' || account === undefined) return removed
  const found = /\barn:[\w-]+:lambda:[\w-]+:(\d{12}):/.exec(removed.said)?.[1]
  return found === undefined || found === account
    ? removed
    : {
        is: 'kept',
        why: `the credentials are of account ${found}, and the run was in ${account}`,
        noAnswer: false,
      }
}

/**
 * Deletes what a ledger lists and nothing else, one after the other; takes the ledger away once nothing is left. Ends early
 * where nobody answers, or `signal` says so: what it has not told of is still listed.
 */
export async function* sweepLedger(
  { file, heading, left }: Extract<KeptLedger, { kind: 'kept' }>,
  send: Send,
  signal?: AbortSignal,
): AsyncGenerator<Swept> {
  const remove = async (leftover: Leftover): Promise<Removed> =>
    otherAccount(await removeLeftover(send, leftover), heading.account)
  let gone = 0
  let inVain = 0
  for (const leftover of left) {
    if (signal?.aborted || inVain >= mostInVain) return
    let removed = await remove(leftover)
    const late = leftover.at + lateMs - Date.now()
    if (removed.is === 'absent' && late > 0) {
      await sleep(Math.min(late, lateMs), undefined, { signal }).catch(() => undefined)
      if (signal?.aborted) return
      removed = await remove(leftover)
    }
    inVain = removed.is === 'kept' && removed.noAnswer ? inVain + 1 : 0
    if (removed.is !== 'kept') {
      gone += 1
      note(file, { is: 'gone', kind: leftover.kind, name: leftover.name })
    }
    yield { leftover, removed }
  }
  if (gone === left.length) rmSync(file, { force: true })
}
