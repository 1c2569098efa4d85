import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { start } from './main.fixture.ts'

test('a run is interrupted while a credential_process still sleeps', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'credentials-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const sleeper = join(directory, 'sleeper.mjs')
  const pidFile = join(directory, 'pid')
  const config = join(directory, 'config')
  await writeFile(
    sleeper,
    `import { appendFileSync } from 'node:fs'\nappendFileSync(${JSON.stringify(pidFile)}, process.pid + '\\n')\nsetInterval(() => {}, 1000)\n`,
  )
  await writeFile(config, `[default]\ncredential_process = "${process.execPath}" "${sleeper}"\n`)
  const child = start(
    ['run', '--endpoint', 'http://lambda.example.invalid', '--allow-remote', '--ledger', directory],
    {
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: join(directory, 'none'),
      AWS_PROFILE: undefined,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
    },
  )
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
  const written = (): Promise<string> => readFile(pidFile, 'utf8').catch(() => '')
  // A file that is there may be empty yet, and 0 is the number of our own group.
  await expect.poll(written, { timeout: 60_000 }).toMatch(/^[1-9]\d*\n/)
  const pids = (await written()).trim().split('\n').map(Number)
  onTestFinished(() => pids.forEach((pid) => process.kill(pid)))
  child.kill('SIGINT')
  await once(child, 'exit')
  expect(stderr).toBe(
    'lambda-conformance: Failed to find credentials for lambda.example.invalid, because the run was interrupted before there were any; nothing was sent\n',
  )
  expect(child.exitCode).toBe(130)
  // It sleeps on: the process did not wait for it, nor start it again.
  expect(pids).toHaveLength(1)
})
