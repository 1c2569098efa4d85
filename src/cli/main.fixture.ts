import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** The command line as a process of its own. */
export const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string) =>
  spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], {
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  })

export type Ended = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const ended = async (child: ReturnType<typeof start>): Promise<Ended> => {
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
  await once(child, 'close')
  return { code: child.exitCode, stdout, stderr }
}

export const run = (
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd?: string,
): Promise<Ended> => ended(start(args, env, cwd))

/** The same under a shell that lets no file grow beyond so many kilobytes: what a full disk does to a process. */
export const runOnFullDisk = (args: readonly string[], kilobytes: number): Promise<Ended> =>
  ended(
    spawn('bash', [
      '-c',
      `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`,
      'bash',
      process.execPath,
      '--import',
      import.meta.resolve('tsx'),
      main,
      ...args,
    ]),
  )
