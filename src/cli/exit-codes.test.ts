import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded, type Embedded } from '../embedded.ts'
import { run, runOnFullDisk, start } from './main.fixture.ts'

const rule = 'no-change/repeat-publish-returns-same-version'
const other = 'publish-version/success-is-201'

let directory: string
let good: Embedded
let bad: Embedded
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  good = await startEmbedded()
  bad = await startEmbedded({ mutant: rule })
})
afterAll(async () => {
  await good.close()
  await bad.close()
  await rm(directory, { recursive: true, force: true })
})

const quick = ['--profile', 'quick', '--seed', '1', '--quiet']
const judge = (endpoint: string, ...more: readonly string[]) =>
  run(['run', '--endpoint', endpoint, ...quick, '--rule', rule, other, ...more])

const baseline = async (entries: string): Promise<string> => {
  const file = join(directory, `${Math.random()}.yaml`)
  await writeFile(file, `version: 1\n${entries}`)
  return file
}
const listed = (more = '', named = rule): string =>
  `expectedFailures:\n  - rule: ${named}\n    reason: not there yet\n${more}`

/** Programs in the trace of a run. */
const lines = async (out = ''): Promise<number> =>
  (await readFile(join(out, 'trace.ndjson'), 'utf8')).trimEnd().split('\n').length

test('a subject that keeps the contract ends with 0', async () => {
  const { code, stdout } = await judge(good.url)
  expect(stdout).toMatch(/\nPASS {2}.*\n$/)
  expect(code).toBe(0)
})

test('a violation ends with 1', async () => {
  const { code, stdout } = await judge(bad.url)
  expect(stdout).toMatch(/\nFAIL {2}http:\/\/127\.0\.0\.1:\d+ violates 1 must rule\n$/)
  expect(code).toBe(1)
})

test('a violation that the baseline lists ends with 0', async () => {
  const { code, stdout } = await judge(bad.url, '--baseline', await baseline(listed()))
  expect(stdout).toContain('not there yet')
  expect(stdout).toMatch(/\nPASS {2}.*\n$/)
  expect(code).toBe(0)
})

test.each([
  ['lists what passes', listed(), () => good.url, 'stale'],
  ['is out of date', listed('    expires: 2020-01-31\n'), () => bad.url, 'expired'],
  ['names no rule', listed('', 'no-change/nothing-like-it'), () => good.url, 'unmatched'],
  ['lists another way of failing', listed('    signature: other\n'), () => bad.url, 'changed'],
  [
    'lists an operation that is there',
    'expectedUnsupported:\n  - operation: PublishVersion\n    reason: none\n',
    () => good.url,
    'stale',
  ],
])('a baseline that %s ends with 1, and says what to change', async (_what, text, url, kind) => {
  const { code, stdout } = await judge(url(), '--baseline', await baseline(text))
  expect(stdout).toContain(`! ${kind}: `)
  expect(code).toBe(1)
})

test.each([
  ['a baseline that is none', ['--baseline', '/dev/null']],
  ['a baseline that is not there', ['--baseline', 'missing.yaml']],
  ['a configuration that is not there', ['--config', 'missing.yaml']],
  ['an --out that cannot be made', ['--out', '/dev/null/reports']],
  ['a shard without a seed', ['--shard', '1/2']],
])('%s ends with 2 and one line, before any request', async (_what, more) => {
  const { code, stdout, stderr } = await run(['run', '--endpoint', 'http://127.0.0.1:1', ...more])
  expect(stderr).toMatch(/^lambda-conformance: .+\n$/)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
})

test.each([
  ['ends the process', 'process.exit(0)'],
  ['waits for what never comes', 'await new Promise(() => {})'],
  [
    'leaves a rejection behind',
    'Promise.reject(new Error("late")); await new Promise((go) => setTimeout(go, 50))',
  ],
  ['exports what throws', 'export default { get seed() { throw new Error("boom") } }'],
])('a configuration that %s ends with 2 and one line', async (_what, text) => {
  const config = join(directory, 'c.mjs')
  await writeFile(config, text)
  const { code, stdout, stderr } = await run(['run', '--config', config])
  expect(stderr).toMatch(/^lambda-conformance: the configuration file cannot be used.*\n$/)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
})

test('a configuration that takes for ever is ended by the first signal', async () => {
  const config = join(directory, 'slow.mjs')
  await writeFile(config, 'console.log("reading"); await new Promise((go) => setInterval(go, 1e6))')
  const child = start(['run', '--config', config])
  child.stdout.once('data', () => child.kill('SIGINT'))
  await once(child, 'close')
  expect(child.exitCode).toBe(130)
})

test('a host elsewhere for which there are no credentials ends with 2, before any request', async () => {
  const none = { HOME: directory, AWS_EC2_METADATA_DISABLED: 'true', AWS_PROFILE: '' }
  const env = { ...none, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }
  const { code, stderr } = await run(
    ['run', '--endpoint', 'http://192.0.2.1', '--allow-remote', '--quiet'],
    env,
  )
  expect(stderr).toMatch(
    /^lambda-conformance: no credentials for 192\.0\.2\.1: .*; set AWS_ACCESS_KEY_ID and .*\n$/,
  )
  expect(code).toBe(2)
})

test('a subject on which nothing can be judged ends with 3', async () => {
  const { code, stdout } = await judge(good.url, '--without', 'PublishVersion')
  expect(stdout).toMatch(/\nUNTESTED {2}.*\n$/)
  expect(code).toBe(3)
})

test('a full disk ends with 4 and one line, with the verdict shown and no half of a file', async () => {
  const out = join(directory, 'full')
  const { code, stdout, stderr } = await runOnFullDisk(
    // Its own endpoint: nothing is left there, so there is no ledger that could not be written.
    ['run', ...quick, '--rule', rule, '--out', out],
    1,
  )
  expect(stdout).toMatch(/\nPASS {2}.*\n$/)
  expect(stderr).toMatch(
    /^lambda-conformance: Failed to write to --out ".*", because .*; the verdict stands\n$/,
  )
  expect(code).toBe(4)
  expect((await readdir(out, { recursive: true })).toSorted()).toEqual(['failures', 'trace.ndjson'])
})

test('a disk that is full before the ledger is written ends with 4, and nothing is left', async () => {
  const out = join(directory, 'full-ledger')
  const { code, stdout, stderr } = await runOnFullDisk(
    ['run', '--endpoint', good.url, ...quick, '--rule', rule, '--out', out],
    1,
  )
  expect([code, stdout]).toEqual([4, ''])
  expect(stderr).toMatch(/Failed to write the ledger in .*, because .*EFBIG/)
})

test('a failure run again ends with 1 while it fails, with 0 once it is fixed, else with 3', async () => {
  const out = join(directory, 'found')
  await judge(bad.url, '--out', out)
  const file = join(out, 'failures', `${rule.replace('/', '__')}.json`)
  const replay = (...more: readonly string[]) => run(['run', '--replay', file, '--quiet', ...more])
  // Without an endpoint it goes where the failure was found.
  const again = await replay()
  expect(again.stdout).toMatch(
    /\nSTILL FAILING {2}http:\/\/127\.0\.0\.1:\d+: no-change\/.* violated\n$/,
  )
  const fixed = await replay('--endpoint', good.url)
  expect(fixed.stdout).toMatch(/\nFIXED {2}http:\/\/127\.0\.0\.1:\d+: no-change\/.* holds;.*\n$/)
  const gone = await replay('--endpoint', 'http://127.0.0.1:1')
  expect(gone.stdout).toMatch(/\nCANNOT REPRODUCE {2}http:\/\/127\.0\.0\.1:1: .*\n$/)
  expect([again.code, fixed.code, gone.code]).toEqual([1, 0, 3])
})

test('shards end with what their part shows, and merge with the verdict of all', async () => {
  const [one, two, all] = ['one', 'two', 'all'].map((name) => join(directory, name))
  const first = await judge(bad.url, '--shard', '1/2', '--out', one ?? '')
  const second = await judge(bad.url, '--shard', '2/2', '--out', two ?? '')
  expect(first.stdout).toMatch(/\nSHARD 1\/2, its part alone: .*\n$/)
  const merged = await run(['merge', one ?? '', two ?? '', '--out', all ?? ''])
  expect(merged.stdout).toMatch(/\nFAIL {2}.*\n$/)
  expect(Math.max(first.code ?? 0, second.code ?? 0)).toBe(1)
  expect(merged.code).toBe(1)
  expect(await lines(all)).toBe((await lines(one)) + (await lines(two)))
  const tolerated = ['--baseline', await baseline(listed())]
  expect((await run(['merge', one ?? '', two ?? '', ...tolerated])).code).toBe(0)
  expect((await run(['merge', one ?? ''])).code).toBe(2)
  expect((await run(['merge', one ?? '', two ?? '', '--out', one ?? ''])).code).toBe(2)
})
