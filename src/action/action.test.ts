import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded, type Embedded } from '../embedded.ts'
import { toolVersion } from '../run/tool-version.ts'
import { useAction, workspaceOf, type Job } from './composite.fixture.ts'
import {
  nodeOfRelease,
  npxOfProject,
  npxThatConforms,
  npxThatTells,
  writeCommand,
} from './npx.fixture.ts'

const asked = `--yes lambda-conformance@${toolVersion}`
const violated = 'no-change/repeat-publish-returns-same-version'
const small = { profile: 'quick', seed: '1', rule: violated }

let job: Job
let served: Embedded | undefined

beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'action-'))
  job = { root, bin: join(root, 'bin') }
  await writeCommand(job.bin, 'npx', npxOfProject(asked))
})
afterEach(async () => {
  await served?.close()
  served = undefined
  await rm(job.root, { recursive: true, force: true })
})

const serve = async (mutant?: string): Promise<string> => {
  served = await startEmbedded(mutant === undefined ? {} : { mutant })
  return served.url
}

const isThere = async (path: string | undefined): Promise<boolean> =>
  path !== undefined &&
  path !== '' &&
  (await stat(join(workspaceOf(job), path)).catch(() => undefined))?.isFile() === true

const withBaseline = async (entry: string): Promise<string> => {
  await mkdir(workspaceOf(job))
  await writeFile(join(workspaceOf(job), 'known.yaml'), `version: 1\nexpectedFailures:\n${entry}`)
  return 'known.yaml'
}

test('an endpoint that conforms is green, and its reports are kept', async () => {
  const done = await useAction({ endpoint: await serve(), ...small }, job)
  expect(done).toMatchObject({
    code: 0,
    outputs: {
      verdict: 'conforms',
      'new-failures': '[]',
      'exit-code': '0',
      report: 'lambda-conformance-report/report.json',
      html: 'lambda-conformance-report/report.html',
      junit: 'lambda-conformance-report/junit.xml',
    },
  })
  for (const name of ['report', 'html', 'junit']) {
    expect(await isThere(done.outputs[name])).toBe(true)
  }
  const written = await readdir(join(workspaceOf(job), 'lambda-conformance-report'))
  const kept = done.uploads['lambda-conformance-report']?.map((path) => path.split('/')[1])
  expect(kept?.toSorted()).toEqual(written.toSorted())
  expect(done.summary).toContain('PASS')
})

test('an endpoint that violates a rule is red and names it, after its reports were kept', async () => {
  const done = await useAction({ endpoint: await serve(violated), ...small }, job)
  expect(done).toMatchObject({
    code: 1,
    outputs: { verdict: 'violates', 'new-failures': JSON.stringify([violated]), 'exit-code': '1' },
  })
  expect(done.uploads['lambda-conformance-report']).toContain(
    'lambda-conformance-report/report.json',
  )
  expect(done.log).toContain(`::error title=${violated} (must)::`)
  expect(done.summary).toContain(violated)
})

test('a baseline that lists the failure makes the step green', async () => {
  const baseline = await withBaseline(`  - rule: ${violated}\n    reason: not there yet\n`)
  const done = await useAction({ endpoint: await serve(violated), baseline, ...small }, job)
  expect(done).toMatchObject({ code: 0, outputs: { verdict: 'conforms', 'new-failures': '[]' } })
})

test('a baseline that lists what passes makes the step red without a new failure', async () => {
  const baseline = await withBaseline(`  - rule: ${violated}\n    reason: not there yet\n`)
  const done = await useAction({ endpoint: await serve(), baseline, ...small }, job)
  expect(done).toMatchObject({ code: 1, outputs: { verdict: 'violates', 'new-failures': '[]' } })
  expect(done.log).toContain(`::error file=known.yaml,line=3,title=stale entry in the baseline`)
})

test('the lowest level that counts is that of fail-on', async () => {
  const rule = 'publish-version/keeps-last-modified'
  const given = { ...small, endpoint: await serve(rule), rule }
  expect(await useAction(given, job)).toMatchObject({ code: 0 })
  expect(await useAction({ ...given, 'fail-on': 'should' }, job)).toMatchObject({
    code: 1,
    outputs: { 'new-failures': JSON.stringify([rule]) },
  })
})

test.each([
  [{ profile: 'slow' }, 'names no profile'],
  [{ baseline: 'missing.yaml' }, 'the baseline cannot be read'],
  [{ endpoint: '' }, 'the input endpoint is empty'],
  [{ version: 'file:../elsewhere' }, 'the input version is no release'],
  [{ endpoint: 'http://192.0.2.1:4566' }, 'add --allow-remote'],
])('%j is wrong usage: exit 2, and no report', async (given, says) => {
  const done = await useAction({ endpoint: 'http://127.0.0.1:1', ...given }, job)
  expect(done).toMatchObject({
    code: 2,
    outputs: { verdict: 'usage-error', 'new-failures': '[]', 'exit-code': '2', report: '' },
    uploads: {},
  })
  expect(done.log).toContain(says)
})

test('the endpoint of a configuration file is not taken for that of the step', async () => {
  await mkdir(workspaceOf(job))
  const config = join(workspaceOf(job), 'lambda-conformance.config.json')
  await writeFile(config, '{ "endpoint": "http://127.0.0.1:1" }')
  const done = await useAction({}, job)
  expect(done).toMatchObject({ code: 2, outputs: { verdict: 'usage-error' } })
  expect(done.log).toContain('the input endpoint is empty')
})

test('an endpoint that nobody answers at is untested: exit 3', async () => {
  const done = await useAction({ endpoint: 'http://127.0.0.1:1' }, job)
  expect(done).toMatchObject({ code: 3, outputs: { verdict: 'untested', report: '' }, uploads: {} })
})

test('a package that npm cannot find is no violation, nor is it the report of an earlier step', async () => {
  const endpoint = 'http://127.0.0.1:1'
  await writeCommand(job.bin, 'npx', npxThatConforms)
  expect((await useAction({ endpoint }, job)).outputs['verdict']).toBe('conforms')
  await writeCommand(job.bin, 'npx', npxOfProject(asked))
  const done = await useAction({ endpoint, version: '0.0.0-none' }, job)
  expect(done).toMatchObject({
    code: 4,
    outputs: { verdict: 'harness-error', 'new-failures': '[]', 'exit-code': '4', report: '' },
    uploads: {},
  })
  expect(done.log).toContain('::error title=lambda-conformance::')
})

test('a run that only planned is not green', async () => {
  const planning = { ...job, env: { LAMBDA_CONFORMANCE_PLAN: '1' } }
  const done = await useAction({ endpoint: 'http://127.0.0.1:1' }, planning)
  expect(done).toMatchObject({ code: 4, outputs: { verdict: 'harness-error' } })
})

test.each([
  ['20.18.3', 2],
  ['18.20.8', 2],
  ['9.11.2', 2],
  ['20.19.0', 0],
  ['22.0.0', 0],
  ['100.0.0', 0],
])('with Node.js %s the step ends with %i', async (version, code) => {
  await writeCommand(job.bin, 'npx', npxThatConforms)
  await writeCommand(job.bin, 'node', await nodeOfRelease(job.root, version))
  const done = await useAction({ endpoint: 'http://127.0.0.1:1' }, job)
  expect(done.code).toBe(code)
  expect(done.log.includes(`20.19 or later is needed, and here is v${version}; put`)).toBe(code > 0)
})

test('without Node.js the step says what it needs', async () => {
  await writeCommand(job.bin, 'node', 'exit 127')
  const done = await useAction({ endpoint: 'http://127.0.0.1:1' }, job)
  expect(done).toMatchObject({ code: 2, outputs: { verdict: 'usage-error' } })
  expect(done.log).toContain('20.19 or later is needed, and here is none; put')
})

test.each(['', 'no report', '{}', '{ "gate": {} }'])(
  'a report that is %j is none to go by',
  async (text) => {
    await writeCommand(
      job.bin,
      'npx',
      `${npxThatConforms}; printf '%s' '${text}' > "$5/report.json"`,
    )
    const done = await useAction({ endpoint: 'http://127.0.0.1:1' }, job)
    expect(done).toMatchObject({
      code: 4,
      outputs: { verdict: 'harness-error', 'new-failures': '[]', 'exit-code': '4' },
    })
  },
)

test('a step that is killed is red', async () => {
  await writeCommand(job.bin, 'npx', 'kill -9 $PPID')
  const done = await useAction({ endpoint: 'http://127.0.0.1:1' }, job)
  expect(done).toMatchObject({ code: 4, outputs: { verdict: '' }, uploads: {} })
})

test('a run that was interrupted says so', async () => {
  await writeCommand(job.bin, 'npx', `${npxThatConforms}\nexit 130`)
  const done = await useAction({ endpoint: 'http://127.0.0.1:1' }, job)
  expect(done).toMatchObject({ code: 130, outputs: { verdict: 'interrupted', 'exit-code': '130' } })
})

test('an artifact has the name that is given, and without one nothing is uploaded', async () => {
  await writeCommand(job.bin, 'npx', npxThatConforms)
  const given = { endpoint: 'http://127.0.0.1:1', out: 'out' }
  const { uploads } = await useAction({ ...given, 'artifact-name': 'shard 1' }, job)
  expect(uploads).toEqual({ 'shard 1': ['out/report.json'] })
  expect((await useAction({ ...given, 'artifact-name': '' }, job)).uploads).toEqual({})
})

test('a variable of the job holds where its input is left out, and gives way where it is not', async () => {
  const file = join(job.root, 'started.json')
  await writeCommand(job.bin, 'npx', npxThatTells(file, 2))
  const env = { LAMBDA_CONFORMANCE_PROFILE: 'deep', LAMBDA_CONFORMANCE_SEED: '7' }
  await useAction({ endpoint: 'http://127.0.0.1:1', seed: '8' }, { ...job, env })
  const started = JSON.parse(await readFile(file, 'utf8'))
  expect(started.env).toMatchObject({
    LAMBDA_CONFORMANCE_PROFILE: 'deep',
    LAMBDA_CONFORMANCE_SEED: '8',
  })
})
