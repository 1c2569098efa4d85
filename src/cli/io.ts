export type Output = {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** All of the outside that a command sees; `signal` aborts on the first SIGINT, SIGTERM or SIGHUP. */
export type Io = {
  readonly env: NodeJS.ProcessEnv
  readonly stdout: Output
  readonly stderr: Output
  readonly signal: AbortSignal
  /** Puts a question to whoever sits there; absent where nobody does. */
  readonly ask?: (question: string) => Promise<string>
}

/** Columns to fill: what the terminal has (some say 0), within what reads well. */
export const widthOf = ({ columns }: Output): number => Math.min(Math.max(columns || 100, 60), 120)

export const hasColours = (output: Output, env: NodeJS.ProcessEnv, noColor = false): boolean =>
  output.isTTY === true && !noColor && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
