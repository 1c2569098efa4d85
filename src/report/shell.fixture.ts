import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** Whether a command is there; where it is not, says loudly that tests are left out. */
export const isInstalled = (command: string): boolean => {
  const found = spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
  if (!found) console.warn(`SKIPPED: ${command} is not installed, so none of its lines was run`)
  return found
}

/** What bash prints for a script, given on its standard input as a paste is: no limit of length. */
export const bash = async (script: string): Promise<Buffer> => {
  const shell = spawn('bash', ['-s'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const out: Buffer[] = []
  const errors: Buffer[] = []
  shell.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  shell.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  shell.stdin.end(`${script}\n`)
  await once(shell, 'close')
  const code = shell.exitCode
  if (code !== 0) {
    throw new Error(
      `Failed to run a shell line, because it ended with ${code}; ${Buffer.concat(errors).toString()}`,
    )
  }
  return Buffer.concat(out)
}
