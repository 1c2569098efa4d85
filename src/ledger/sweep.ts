import { appendFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import type { Entry, Heading } from './entry.ts'
import { removeLedger } from './ledger.ts'
import type { KeptLedger, Leftover } from './read-ledger.ts'
import { removeLeftover, type Removed, type Send } from './remove.ts'

export type Swept = { readonly leftover: Leftover; readonly removed: Removed }

/** Whether the process that writes a ledger is still there: what it lists is in use, and its own to delete. */
export const isUnderWay = ({ host, pid }: Heading): boolean => {
  if (host !== hostname() || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process is one, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const note = (file: string, entry: Entry): void => {
  try {
    appendFileSync(file, `${JSON.stringify(entry)}\n`)
  } catch {
    // A full disk, or a ledger that may only be read: the next sweep finds out again that it is gone.
  }
}

/** Deletes what a ledger lists and nothing else, one after the other; takes the ledger away once nothing is left. */
export async function* sweepLedger(
  { file, left }: Extract<KeptLedger, { kind: 'kept' }>,
  send: Send,
): AsyncGenerator<Swept> {
  let isDone = true
  for (const leftover of left) {
    const removed = await removeLeftover(send, leftover)
    if (removed.is === 'kept') isDone = false
    else note(file, { is: 'gone', kind: leftover.kind, name: leftover.name })
    yield { leftover, removed }
  }
  if (isDone) removeLedger(dirname(file), file)
}
