import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { KeptLedger } from './read-ledger.ts'

type Kept = Extract<KeptLedger, { kind: 'kept' }>

/** A run on another machine, or in another container, that has written for so long nothing is taken to be over. */
const silentMs = 15 * 60_000

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process is one, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * When a process began, in milliseconds since 1970, where the system says it (proc(5): stat, starttime; a tick is 10 ms).
 * `ended`: nobody has asked yet how it ended, as in a container whose first process asks for nobody's.
 */
const beganAt = (pid: number): number | 'ended' | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
    const ticks = Number(fields[19])
    const boot = Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1])
    const at = boot * 1_000 + ticks * 10
    return Number.isFinite(at) ? at : undefined
  } catch {
    return undefined
  }
}

/** Whether the run that writes a ledger is still there: what it lists is in use, and its own to delete. */
export const isUnderWay = ({ heading, writtenAt }: Kept): boolean => {
  const { host, pid, startedAt } = heading
  if (host !== hostname()) return Date.now() - writtenAt < silentMs
  if (pid <= 0 || !isAlive(pid)) return false
  const began = beganAt(pid)
  if (began === 'ended') return false
  // Its number may have gone to a program that was started later.
  return began === undefined || !(began > Date.parse(startedAt) + 5_000)
}
