import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded, type Embedded } from '../embedded.ts'
import { toolVersion } from '../run/tool-version.ts'
import { blocksOf, readPage, type Block } from './markdown.fixture.ts'
import { emulator, npxOfProject, writeCommand } from './npx.fixture.ts'
import { startsIn } from './shell-words.fixture.ts'

let root: string
let port: number
let served: Embedded | undefined

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: found } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return found
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'walk-'))
  await mkdir(join(root, 'work'))
  port = await freePort()
})
afterEach(async () => {
  await served?.close()
  served = undefined
  await rm(root, { recursive: true, force: true })
})

/** What a reader would see: the page's port stands for the one that is free here. */
const bash = async (script: string) => {
  const PATH = `${join(root, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`
  const env = { PATH, HOME: process.env['HOME'] }
  const text = script.replaceAll('4566', String(port))
  const child = spawn('bash', ['-c', text], { cwd: join(root, 'work'), env })
  let seen = ''
  child.stdout.on('data', (chunk: Buffer) => (seen += chunk))
  child.stderr.on('data', (chunk: Buffer) => (seen += chunk))
  await once(child, 'close')
  return { code: child.exitCode, seen: seen.replaceAll(String(port), '4566') }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A line with `…` stands for any lines. */
const asPattern = (shown: string): RegExp =>
  new RegExp(
    `^${shown
      .split('\n')
      .map((line) => (line === '…' ? '(?:.*\n)*?' : `${escaped(line)}\n`))
      .join('')}$`,
  )

const serveAs = async (block: Block): Promise<void> => {
  const args = startsIn(block.text)[0]?.args ?? []
  if (args[0] !== 'serve') return
  await served?.close()
  const mutant = args[args.indexOf('--mutant') + 1]
  served = await startEmbedded(args.includes('--mutant') && mutant ? { port, mutant } : { port })
}

test('a reader of baseline.md sees what the page shows', async () => {
  await writeCommand(join(root, 'bin'), 'npx', npxOfProject('lambda-conformance'))
  const shown: string[] = []
  for (const block of blocksOf(await readPage('baseline.md'))) {
    await serveAs(block)
    if (block.language !== 'console') continue
    for (const each of block.text.split(/^\$ /m).slice(1)) {
      const [command = '', ...lines] = each.trimEnd().split('\n')
      const { seen } = await bash(command)
      expect(seen).toMatch(asPattern(lines.join('\n')))
      shown.push(command)
    }
  }
  expect(shown).toHaveLength(7)
})

const recipe = async (): Promise<string> => {
  const found = blocksOf(await readPage('ci.md')).find(({ text }) => text.includes('trap '))
  expect(found).toBeDefined()
  return found?.text ?? ''
}

test.each([
  ['', 0, 'nothing unexpected'],
  ['no-change/repeat-publish-returns-same-version', 1, 'a rule is violated'],
])('the shell recipe with the mutant "%s" ends with %i', async (mutant, code, says) => {
  await writeCommand(
    join(root, 'bin'),
    'npx',
    npxOfProject(`--yes lambda-conformance@${toolVersion}`),
  )
  await writeCommand(join(root, 'bin'), 'your-emulator', emulator(mutant))
  const done = await bash(await recipe())
  expect(done.code).toBe(code)
  expect(done.seen).toContain(says)
  expect(await readdir(join(root, 'work', 'reports'))).toContain('report.html')
})

test('the shell recipe says so when the emulator does not start', async () => {
  await writeCommand(join(root, 'bin'), 'your-emulator', 'exit 1')
  const script = (await recipe()).replace('--retry 60', '--retry 1')
  const done = await bash(script)
  expect(done.code).toBe(3)
  expect(done.seen).toContain('the emulator did not start')
})
