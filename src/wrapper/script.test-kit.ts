import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Client, ClientMaker } from './client.ts'

export const target = {
  endpoint: 'http://127.0.0.1:9',
  region: 'eu-west-1',
  credentials: { accessKeyId: 'AKIDPLANTED', secretAccessKey: 'SECRETPLANTED' },
}

export const ask = { operation: 'PublishVersion', input: { FunctionName: 'f' } } as const

/** Long enough on a machine with much else to do. */
export const patience = 20_000

/** A file of this content in a new folder; its path. */
export const fileWith = async (content: string, name: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** A client that is closed when the test is over. */
export const opened = async (maker: ClientMaker, at = target): Promise<Client> => {
  const client = await maker.open(at)
  onTestFinished(client.close)
  return client
}

/** Matches an answer that is none: the reason in one short line. */
export const none = (reason: string, because: RegExp) => ({
  kind: 'none',
  reason,
  because: expect.stringMatching(
    new RegExp(`^(?=.{1,300}$)(?!.*\\p{Cc})(?=.*(?:${because.source}))`, 'u'),
  ),
})

const isKnown = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Whether a process runs; a dead one that nobody has asked about yet does not. */
const isRunning = (pid: number): boolean => {
  const state = `/proc/${pid}/stat`
  return isKnown(pid) && !(existsSync(state) && /\) Z /.test(readFileSync(state, 'utf8')))
}

/** Resolves when the process is gone, and fails where it stays. */
export const gone = async (pid: number): Promise<void> => {
  await expect.poll(() => isRunning(pid), { timeout: patience }).toBe(false)
}

/** Resolves when the end of a child of ours has been noticed here. */
export const noticed = async (pid: number): Promise<void> => {
  await expect.poll(() => isKnown(pid), { timeout: patience }).toBe(false)
}

/** The numbers of processes that scripts wrote into a file, one a line. */
export const pidsIn = (path: string): readonly number[] =>
  existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').map(Number) : []

/** Expects the promise to fail with one line that says what is missing and what to write. */
export const expectUnusable = async (promise: Promise<unknown>, line: RegExp): Promise<void> => {
  const error: unknown = await promise.catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'UnusableWrapper', message: expect.stringMatching(line) })
  expect(error).toMatchObject({ message: expect.stringMatching(/^[^\p{Cc}]{1,300}$/u) })
}
