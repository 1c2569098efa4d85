import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rules } from '../../spec/rules/catalogue.ts'
import { listen } from '../drivers/raw-server.test-kit.ts'
import { startEmbedded } from '../embedded.ts'
import * as engine from '../index.ts'
import { openLedger } from '../ledger/ledger.ts'
import { requireLedgerDirectory } from './earlier-runs.ts'
import { fakeIo } from './io.fixture.ts'
import { runCommand } from './run-command.ts'
import { readRunRequest } from './run-options.ts'

const folder = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

const runOn = async (endpoint: string, ledger: string, more: object = {}) => {
  const io = fakeIo()
  const typed = { endpoint, ledger, profile: 'quick', rule: ['code-sha256'], seed: '1', ...more }
  const exit = await runCommand(readRunRequest(typed, {}, rules), io, engine).catch(String)
  return { exit, err: io.err() }
}

/** A ledger as another process has left it. */
const ledgerOf = async (directory: string, endpoint: string): Promise<void> => {
  const about = { run: '0a1b2c3d', endpoint, region: 'us-east-1', startedAt: '2026-11-21' }
  const entry = { is: 'asked', kind: 'function', name: 'lambda-conformance-0a1b2c3d-1-f0' }
  const heading = { schemaVersion: 1, ...about, pid: 0, host: hostname() }
  const lines = [heading, entry].map((line) => `${JSON.stringify(line)}\n`)
  await writeFile(join(directory, '0a1b2c3d.ndjson'), lines.join(''))
}

test('a run says what an earlier one has left on the same endpoint, and how to delete it', async () => {
  const embedded = await startEmbedded()
  onTestFinished(embedded.close)
  const ledger = await folder()
  await ledgerOf(ledger, embedded.url)
  const { exit, err } = await runOn(embedded.url, ledger)
  expect(exit).toBe(0)
  expect(err).toContain(
    `run 0a1b2c3d of 2026-11-21 may have left 1 resource; lambda-conformance sweep --ledger ${ledger} deletes`,
  )
})

test('what was left on another endpoint is not spoken of', async () => {
  const embedded = await startEmbedded()
  onTestFinished(embedded.close)
  const ledger = await folder()
  await ledgerOf(ledger, 'http://127.0.0.1:9')
  expect((await runOn(embedded.url, ledger)).err).not.toContain('0a1b2c3d')
})

test('a run that ends without a report says what it may have left', async () => {
  const server = createServer((request, response) => {
    // Whether the function was made nobody can tell.
    if (request.method === 'POST') request.socket.destroy()
    else response.writeHead(500).end()
  })
  const endpoint = await listen(server)
  onTestFinished(() => void server.close())
  const { exit, err } = await runOn(endpoint, await folder())
  expect(exit).toMatch(/^SubjectUnavailable/)
  expect(err).toMatch(/may have left \d resources?; lambda-conformance sweep --ledger/)
})

test('a ledger that could not be written is wrong usage, before anything is asked for', async () => {
  const directory = await folder()
  await writeFile(join(directory, 'file'), '')
  await expect(requireLedgerDirectory(join(directory, 'file', 'ledger'))).rejects.toThrow(
    /\(ENOTDIR\); give another directory with --ledger$/,
  )
  await expect(requireLedgerDirectory(join(directory, 'a', 'b'))).resolves.toBeUndefined()
  const ledger = openLedger(join(directory, 'file'), {
    run: '0a1b2c3d',
    endpoint: 'http://127.0.0.1:1',
    region: '',
    startedAt: '',
  })
  expect(() => ledger.ask({ kind: 'layer', name: 'l' })).toThrow(/^Failed to write the ledger/)
})
