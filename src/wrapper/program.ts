import { spawn } from 'node:child_process'
import { groupOf, type ChildGroup } from './child-group.ts'
import type { Ask } from './client.ts'
import { keptLength, keptText, type KeptText } from './kept-text.ts'

/** A command that runs and waits on its standard input. */
export type Program = {
  readonly group: ChildGroup
  readonly stderr: KeptText
  readonly onStdout: (take: (chunk: Buffer) => void) => void
  readonly write: (ask: Ask) => void
  readonly endInput: () => void
}

/** Runs a line of the shell: as the user wrote it, with its quotes and pipes. */
export const startProgram = (command: string, env: NodeJS.ProcessEnv): Program => {
  const child = spawn(command, {
    shell: true,
    // A group of its own, so that what the shell started can be ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const group = groupOf(child)
  const stderr = keptText(keptLength)
  child.stderr.setEncoding('utf8').on('data', stderr.add)
  // A program may end without reading, or close its end: what it then answers tells enough.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on('error', () => {})
  return {
    group,
    stderr,
    onStdout: (take) => child.stdout.on('data', take),
    write: ({ operation, input }) => child.stdin.write(`${JSON.stringify({ operation, input })}\n`),
    endInput: () => child.stdin.end(),
  }
}
