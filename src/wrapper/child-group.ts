import type { ChildProcess } from 'node:child_process'
import { within } from './within.ts'

export type Ending =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly why: string }

/** A child that was started `detached`, with all that it started itself. */
export type ChildGroup = {
  /** How the child ended, once all that it wrote is here. What it left behind is killed by then. Never rejects. */
  readonly ended: Promise<Ending>
  /** Whether it has ended or is about to, by force. */
  readonly isOver: () => boolean
  readonly kill: () => void
}

/** After the end of a child its pipes stay open as long as another process holds them: one that left the group. */
const drainMs = 500

export const groupOf = (child: ChildProcess): ChildGroup => {
  let hasEnded = false
  let isKilled = false
  const kill = (): void => {
    // After its end the number may be another's.
    if (hasEnded || child.pid === undefined) return
    isKilled = true
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // No group of its own on this system, or nobody left in it.
      child.kill('SIGKILL')
    }
  }
  const watch = async (): Promise<Ending> => {
    const drained = Promise.all([
      heard(child, 'close'),
      child.connected ? heard(child, 'disconnect') : undefined,
    ])
    const ending = await endOf(child)
    kill()
    hasEnded = true
    living.delete(kill)
    if (ending.kind !== 'not-started') await within(drainMs, drained)
    child.stdout?.destroy()
    child.stderr?.destroy()
    return ending
  }
  atExit(kill)
  return { ended: watch(), isOver: () => hasEnded || isKilled, kill }
}

const living = new Set<() => void>()
let isWatching = false

/** A detached child would outlive a process that its user ends. */
const atExit = (kill: () => void): void => {
  living.add(kill)
  if (isWatching) return
  isWatching = true
  process.on('exit', () => {
    for (const killOne of living) killOne()
  })
}

const heard = (child: ChildProcess, event: 'close' | 'disconnect'): Promise<void> =>
  new Promise((resolve) => child.once(event, () => resolve()))

const endOf = (child: ChildProcess): Promise<Ending> =>
  new Promise((resolve) => {
    child.on('error', (error) => {
      // Not of a message that could not be sent to a child that is there.
      if (child.pid === undefined) resolve({ kind: 'not-started', why: error.message })
    })
    child.on('exit', (code, signal) =>
      resolve(signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal }),
    )
  })
