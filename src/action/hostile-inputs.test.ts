import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from '../embedded.ts'
import { toolVersion } from '../run/tool-version.ts'
import { action, useAction, workspaceOf, type Job } from './composite.fixture.ts'
import { npxOfProject, npxThatConforms, npxThatTells, writeCommand } from './npx.fixture.ts'

const hostile = [
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned; "',
  "'; touch pwned; '",
  'a b',
  '--allow-remote',
  'a\nverdict=conforms\ntouch pwned',
  '* ~ ${HOME} !! \\',
  '::error::pwned',
] as const

let job: Job
beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'action-'))
  job = { root, bin: join(root, 'bin') }
})
afterEach(() => rm(job.root, { recursive: true, force: true }))

const variableOf = (input: string): string =>
  `LAMBDA_CONFORMANCE_${input.replaceAll('-', '_').toUpperCase()}`

// These two are not options of the tool, and `out` is given as a word.
const words = ['version', 'artifact-name', 'out']
const options = Object.keys(action.inputs).filter((input) => !words.includes(input))

test.each(hostile)('%j in every input comes to the tool as it is', async (text) => {
  const file = join(job.root, 'started.json')
  await writeCommand(job.bin, 'npx', npxThatTells(file, 2))
  const given = Object.fromEntries([...options, 'out'].map((input) => [input, text]))
  const done = await useAction(given, job)
  expect(done).toMatchObject({ code: 2, outputs: { verdict: 'usage-error', report: '' } })
  const { args, env } = JSON.parse(await readFile(file, 'utf8'))
  expect(args).toEqual(['--yes', `lambda-conformance@${toolVersion}`, 'run', '--out', text])
  for (const input of options) expect(env[variableOf(input)]).toBe(text)
  expect(await readdir(workspaceOf(job))).toEqual([])
})

test.each(hostile)('%j as the release is not asked of npm', async (version) => {
  const file = join(job.root, 'started.json')
  await writeCommand(job.bin, 'npx', npxThatTells(file, 0))
  const done = await useAction({ endpoint: 'http://127.0.0.1:1', version }, job)
  expect(done).toMatchObject({ code: 2, outputs: { verdict: 'usage-error' } })
  expect(await readdir(job.root)).not.toContain('started.json')
  expect(await readdir(workspaceOf(job))).toEqual([])
})

test.each(hostile)('%j as the directory names a directory, and nothing else', async (out) => {
  await writeCommand(job.bin, 'npx', npxThatConforms)
  const done = await useAction({ endpoint: 'http://127.0.0.1:1', out }, job)
  // A path of two lines would be two outputs.
  const report = out.includes('\n') ? '' : `${out}/report.json`
  expect(done).toMatchObject({ code: 0, outputs: { verdict: 'conforms', report } })
  expect(await readdir(workspaceOf(job))).toEqual([out])
})

test('a directory that is a command to a shell is one for the tool too', async () => {
  await writeCommand(job.bin, 'npx', npxOfProject(`--yes lambda-conformance@${toolVersion}`))
  const { url, close } = await startEmbedded()
  const out = '$(touch pwned); a b'
  const rule = 'no-change/repeat-publish-returns-same-version'
  const done = await useAction({ endpoint: url, out, rule, profile: 'quick', seed: '1' }, job)
  await close()
  expect(done).toMatchObject({ code: 0, outputs: { report: `${out}/report.json` } })
  expect(await readdir(workspaceOf(job))).toEqual([out])
})
