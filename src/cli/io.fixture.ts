import type { Io } from './io.ts'

export type Heard = Io & {
  readonly out: () => string
  readonly err: () => string
  readonly interrupt: () => void
}

/** An outside that remembers what was said to it. */
export const fakeIo = (
  over: { readonly isTTY?: boolean; readonly env?: NodeJS.ProcessEnv } = {},
): Heard => {
  const { isTTY = false, env = {} } = over
  const [out, err]: [string[], string[]] = [[], []]
  const interruption = new AbortController()
  return {
    // Nothing of a test is kept where the ledgers of whoever runs it lie.
    env: { XDG_STATE_HOME: process.env['XDG_STATE_HOME'], ...env },
    stdout: { write: (text) => out.push(text), isTTY, columns: 100 },
    stderr: { write: (text) => err.push(text), isTTY, columns: 100 },
    signal: interruption.signal,
    out: () => out.join(''),
    err: () => err.join(''),
    interrupt: () => interruption.abort(),
  }
}
