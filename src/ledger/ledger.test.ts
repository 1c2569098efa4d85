import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from './ledger.ts'
import { readLedgers } from './read-ledger.ts'

const about = {
  run: '0a1b2c3d',
  endpoint: 'http://127.0.0.1:4566',
  region: 'us-east-1',
  startedAt: '2026-11-21T20:30:00.000Z',
}
const fn = { kind: 'function', name: 'lambda-conformance-0a1b2c3d-1-f0' } as const
const layer = { kind: 'layer', name: 'lambda-conformance-0a1b2c3d-1-l0' } as const

const folder = async (): Promise<string> => {
  const parent = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  return join(parent, 'a', 'ledger')
}

const leftIn = async (directory: string) =>
  (await readLedgers(directory)).flatMap((ledger) =>
    ledger.kind === 'kept'
      ? ledger.left.map(({ kind, name, asked }) => ({ kind, name, asked }))
      : [],
  )

test('what is asked for is on disk before anything else happens', async () => {
  const directory = await folder()
  const ledger = openLedger(directory, about)
  ledger.ask(fn)
  expect(await leftIn(directory)).toEqual([{ ...fn, asked: 1 }])
  ledger.close()
})

test('a ledger that has nothing to list is never made', async () => {
  const directory = await folder()
  openLedger(directory, about).close()
  expect(await readdir(join(directory, '..', '..'))).toEqual([])
})

test('a ledger of which everything is gone is taken away, and its directory with it', async () => {
  const directory = await folder()
  const ledger = openLedger(directory, about)
  ledger.ask(fn)
  ledger.ask(layer)
  ledger.settle(fn)
  ledger.settle(layer)
  ledger.close()
  expect(await readdir(join(directory, '..'))).toEqual([])
})

test('the ledger of another run stays, and so does the directory', async () => {
  const directory = await folder()
  const other = openLedger(directory, { ...about, run: '99999999' })
  other.ask({ ...fn, name: 'lambda-conformance-99999999-1-f0' })
  const ledger = openLedger(directory, about)
  ledger.ask(fn)
  ledger.settle(fn)
  ledger.close()
  expect(await readdir(directory)).toEqual(['99999999.ndjson'])
  other.close()
})

test('what is left stays listed, a layer with how often it was published', async () => {
  const directory = await folder()
  const ledger = openLedger(directory, about)
  for (const resource of [fn, layer, layer, { ...fn, name: `${fn.name}1` }]) ledger.ask(resource)
  ledger.settle(fn)
  ledger.close()
  expect(await leftIn(directory)).toEqual([
    { ...layer, asked: 2 },
    { ...fn, name: `${fn.name}1`, asked: 1 },
  ])
})

test('what is made again after it was gone is listed again', async () => {
  const directory = await folder()
  const ledger = openLedger(directory, about)
  ledger.ask(layer)
  ledger.ask(layer)
  ledger.settle(layer)
  ledger.ask(layer)
  ledger.close()
  expect(await leftIn(directory)).toEqual([{ ...layer, asked: 1 }])
})

test('a ledger that cannot be written refuses what is asked for', async () => {
  const directory = await folder()
  const ledger = openLedger(join(directory, '..', '..', 'file', 'ledger'), about)
  await writeFile(join(directory, '..', '..', 'file'), '')
  expect(() => ledger.ask(fn)).toThrow(/^Failed to write the ledger in .*, because .*; .*--ledger$/)
})

test('the heading says whose it is and where to go', async () => {
  const directory = await folder()
  const ledger = openLedger(directory, about)
  ledger.ask(fn)
  const [heading = ''] = (await readFile(join(directory, '0a1b2c3d.ndjson'), 'utf8')).split('\n')
  expect(JSON.parse(heading)).toEqual({
    schemaVersion: 1,
    ...about,
    pid: process.pid,
    host: expect.any(String),
  })
  ledger.close()
})
