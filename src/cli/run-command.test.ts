import { rmSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repeatPublishFailure, reportOf, ruleReport } from '../report/report.fixture.ts'
import { gated } from '../report/verdict.ts'
import type { Report } from '../report/report.ts'
import type { ConformanceEvent, Plan } from '../run/event.ts'
import type { RunOptions, Subject } from '../run/options.ts'
import { fakeIo } from './io.fixture.ts'
import { runCommand, type Engine } from './run-command.ts'
import type { RunRequest } from './run-options.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const plan: Plan = {
  endpoint: 'http://127.0.0.1:9001',
  seed: 7,
  profile: 'quick',
  rules: 140,
  programs: { directed: 30, random: 5, atOnce: 0 },
  creates: { functions: 12, layers: 1, aliases: 1 },
  expectedRequests: 250,
  maxRequests: 300,
}

type Asked = { subject?: Subject; options?: RunOptions | undefined }

const engineOf = (report: Report, asked: Asked = {}, during: () => void = () => {}): Engine => ({
  planRun: () => plan,
  runConformance: async function* (subject, options): AsyncGenerator<ConformanceEvent> {
    asked.subject = subject
    asked.options = options
    yield { kind: 'planned', plan }
    yield { kind: 'phase', phase: 'directed' }
    during()
    yield { kind: 'traced', trace: { program: 'directed:0', exchanges: [] } }
    yield { kind: 'finished', report }
  },
})

const request = (over: Partial<RunRequest> = {}): RunRequest => ({
  endpoint: 'http://127.0.0.1:9001',
  options: {},
  allowRemote: false,
  failOn: 'must',
  plan: false,
  json: false,
  quiet: false,
  noColor: false,
  ...over,
})

const held = ruleReport('a/held', 'pass')
const violated = ruleReport('no-change/repeat-publish-returns-same-version', 'fail', {
  failure: repeatPublishFailure,
})
const advice = ruleReport('a/advice', 'fail', { level: 'should', failure: repeatPublishFailure })

test.each([
  ['no failure', [held], 'must', 0],
  ['a must failure', [held, violated], 'must', 1],
  ['a should failure', [held, advice], 'must', 0],
  ['a should failure at that gate', [held, advice], 'should', 1],
  ['nothing judged', [ruleReport('a/b', 'unsupported')], 'must', 3],
  ['a fault of the harness', [held, ruleReport('a/b', 'harness-error')], 'must', 4],
] as const)('%s ends as it must', async (_what, rules, failOn, code) => {
  expect(await runCommand(request({ failOn }), fakeIo(), engineOf(reportOf(rules)))).toBe(code)
})

test('results go to stdout, progress to stderr', async () => {
  const io = fakeIo()
  await runCommand(request(), io, engineOf(reportOf([violated])))
  expect(io.out()).toMatch(
    /^✗ no-change\/repeat[^]*FAIL  http:\/\/127\.0\.0\.1:9001 violates 1 must rule\n$/,
  )
  expect(io.err()).toContain('about 250 calls, 300 at most')
})

test('with --json stdout holds the report alone', async () => {
  const io = fakeIo({ isTTY: true })
  const report = reportOf([violated])
  await runCommand(request({ json: true }), io, engineOf(report))
  expect(JSON.parse(io.out())).toEqual(gated(report, 'must'))
})

test('with --quiet stderr stays empty', async () => {
  const io = fakeIo({ isTTY: true })
  await runCommand(request({ quiet: true }), io, engineOf(reportOf([held])))
  expect(io.err().replaceAll('\r\u001b[2K', '')).toBe('')
})

test.each([
  [{ isTTY: true }, false, true],
  [{ isTTY: true, env: { NO_COLOR: '1' } }, false, false],
  [{ isTTY: true, env: { TERM: 'dumb' } }, false, false],
  [{ isTTY: true }, true, false],
  [{ isTTY: false }, false, false],
])('given %j and --no-color %s there are colours: %s', async (outside, noColor, coloured) => {
  const io = fakeIo(outside)
  await runCommand(request({ noColor }), io, engineOf(reportOf([violated])))
  expect(io.out().includes('\u001b[')).toBe(coloured)
})

test('--out gets the files', async () => {
  const out = join(directory, 'reports')
  await runCommand(request({ out }), fakeIo(), engineOf(reportOf([violated])))
  expect((await readdir(out)).toSorted()).toEqual([
    'badge.json',
    'ctrf.json',
    'failures',
    'junit.xml',
    'report.html',
    'report.json',
    'summary.md',
    'trace.ndjson',
  ])
  expect(JSON.parse(await readFile(join(out, 'report.json'), 'utf8'))).toEqual(
    gated(reportOf([violated]), 'must'),
  )
})

test('a run that cannot test its subject leaves no report of an earlier one', async () => {
  const out = join(directory, 'reports')
  await runCommand(request({ out }), fakeIo(), engineOf(reportOf([violated])))
  await writeFile(join(out, 'mine.txt'), '')
  const engine = engineOf(reportOf([]), {}, () => {
    throw new Error('nobody there')
  })
  await expect(runCommand(request({ out }), fakeIo(), engine)).rejects.toThrow('nobody there')
  expect((await readdir(out, { recursive: true })).toSorted()).toEqual([
    'failures',
    'mine.txt',
    'trace.ndjson',
  ])
})

test('an --out that is a file is refused before the run', async () => {
  const out = join(directory, 'file')
  await writeFile(out, '')
  const asked: Asked = {}
  await expect(
    runCommand(request({ out }), fakeIo(), engineOf(reportOf([]), asked)),
  ).rejects.toThrow(
    /^--out cannot be written to: ".*file" \((EEXIST|ENOTDIR)\); give a directory that can$/,
  )
  expect(asked.subject).toBeUndefined()
})

test('where --out cannot be written at the end, the verdict is shown all the same', async () => {
  const out = join(directory, 'reports')
  const io = fakeIo()
  const engine = engineOf(reportOf([held]), {}, () => {
    rmSync(out, { recursive: true })
    writeFileSync(out, '')
  })
  expect(await runCommand(request({ out }), io, engine)).toBe(4)
  expect(io.out()).toContain('PASS')
  expect(io.err()).toMatch(
    /^lambda-conformance: Failed to write to --out ".*", because E\w+: .*; the verdict stands$/m,
  )
})

test('--plan says what would be done, and does not', async () => {
  const io = fakeIo()
  const asked: Asked = {}
  const out = join(directory, 'reports')
  expect(await runCommand(request({ plan: true, out }), io, engineOf(reportOf([]), asked))).toBe(0)
  expect(io.out()).toMatchInlineSnapshot(`
    "subject   http://127.0.0.1:9001
    rules     140
    profile   quick, seed 7
    programs  30 directed, 5 random
    calls     about 250 where the contract is kept; 300 at most, clean-up not counted
    creates   up to 12 functions, 1 layer, 1 alias; all of it is deleted at the end. Shrinking a failure makes more, one or two functions a try
    Nothing was sent.
    "
  `)
  expect(asked.subject).toBeUndefined()
  expect(await readdir(directory)).toEqual([])
})

test('a replay by token or by file reaches the engine, and what is typed wins', async () => {
  const file = join(directory, 'failure.json')
  await writeFile(
    file,
    JSON.stringify({
      replay: '1:2:3',
      endpoint: 'http://127.0.0.1:9001',
      edition: '2019-06',
      profile: 'deep',
    }),
  )
  const asked: Asked = {}
  const engine = engineOf(reportOf([held]), asked)
  await runCommand(request({ replay: '9:9' }), fakeIo(), engine)
  expect(asked.options).toMatchObject({ replay: '9:9' })
  await runCommand(request({ replay: file, options: { profile: 'quick' } }), fakeIo(), engine)
  expect(asked.options).toMatchObject({ replay: '1:2:3', edition: '2019-06', profile: 'quick' })
})

test.each([
  ['missing.json', undefined, /^--replay cannot read ".*" \(ENOENT\)/],
  ['text.json', 'no json', /^--replay finds no failure in/],
  ['other.json', '{"replay":1}', /^--replay finds no failure in/],
  ['null.json', 'null', /^--replay finds no failure in/],
  ['nowhere.json', '{"replay":"1:2:3"}', /^--replay finds in ".*" no endpoint; give a file/],
  [
    'five.json',
    '{"replay":"1:2:3","endpoint":5}',
    /^--replay finds in ".*" no endpoint; give a file/,
  ],
  [
    'renamed.json',
    '{"replay":"1:2:3","endpoint":"http://127.0.0.1:1","rule":{"id":"no-change/renamed"}}',
    /does not know: "no-change\/renamed"; replay with the release that wrote the file$/,
  ],
  ['url.json', '{"replay":"1:2:3","endpoint":"nowhere"}', /^the endpoint in .* is not a URL/],
  [
    'remote.json',
    '{"replay":"1:2:3","endpoint":"http://192.0.2.1"}',
    /^192\.0\.2\.1 is not this machine.* add --allow-remote/,
  ],
])('a replay from %s is refused', async (name, content, message) => {
  const file = join(directory, name)
  if (content !== undefined) await writeFile(file, content)
  const { endpoint: _, ...rest } = request({ replay: file })
  await expect(runCommand(rest, fakeIo(), engineOf(reportOf([])))).rejects.toThrow(message)
})

test('an interrupted run says what it is doing, and that its results are partial', async () => {
  const io = fakeIo()
  const asked: Asked = {}
  const engine = engineOf(reportOf([held]), asked, io.interrupt)
  expect(await runCommand(request(), io, engine)).toBe(130)
  expect(asked.options?.signal?.aborted).toBe(true)
  expect(io.err()).toContain(
    'Interrupted: deleting what was created; once more stops at once and leaves it to lambda-conformance sweep --ledger ',
  )
  expect(io.out()).toContain('INTERRUPTED  ')
})

test('a run that ends without a report is a fault of the harness', async () => {
  const engine: Engine = { planRun: () => plan, runConformance: async function* () {} }
  await expect(runCommand(request(), fakeIo(), engine)).rejects.toThrow('Failed to get a report')
})

test('without an endpoint the embedded one is judged, and answers', async () => {
  const io = fakeIo()
  let status = 0
  const engine: Engine = {
    planRun: () => plan,
    runConformance: async function* (subject): AsyncGenerator<ConformanceEvent> {
      if (!('endpoint' in subject))
        throw new Error('Failed to see an endpoint, because there is none')
      status = (await fetch(`${subject.endpoint}/2015-03-31/functions/none`)).status
      const { endpoint, embedded } = subject
      const judged = { ...reportOf([]).subject, endpoint, ...(embedded ? { embedded } : {}) }
      yield { kind: 'finished', report: reportOf([violated], { subject: judged }) }
    },
  }
  const { endpoint: _, ...rest } = request()
  await runCommand(rest, io, engine)
  expect(status).toBe(404)
  expect(io.out()).toContain('FAIL  the embedded reference endpoint violates 1 must rule')
})

test('what a run is to read is not overwritten by what it writes', async () => {
  const out = join(directory, 'reports')
  await mkdir(join(out, 'failures'), { recursive: true })
  const baseline = join(out, 'report.json')
  await writeFile(baseline, 'version: 1\n')
  await expect(
    runCommand(request({ out, baseline }), fakeIo(), engineOf(reportOf([]))),
  ).rejects.toThrow(/^--out would overwrite what --baseline reads: ".*"; give another directory$/)
  expect(await readFile(baseline, 'utf8')).toBe('version: 1\n')
})

test.each(['failures', 'report.json'])(
  'an --out in which %s is something else is refused, and nothing is taken away',
  async (name) => {
    const out = join(directory, 'reports')
    await mkdir(out)
    await writeFile(join(out, 'junit.xml'), 'of an earlier run')
    if (name === 'failures') await writeFile(join(out, name), '')
    else await mkdir(join(out, name))
    await expect(runCommand(request({ out }), fakeIo(), engineOf(reportOf([])))).rejects.toThrow(
      `"${name}" in "${out}" is not what a run writes there; move it away`,
    )
    expect(await readFile(join(out, 'junit.xml'), 'utf8')).toBe('of an earlier run')
  },
)

test('a link in the place of failures/ is not followed', async () => {
  const out = join(directory, 'reports')
  const elsewhere = join(directory, 'elsewhere')
  await mkdir(out)
  await mkdir(elsewhere)
  await symlink(elsewhere, join(out, 'failures'))
  await expect(runCommand(request({ out }), fakeIo(), engineOf(reportOf([])))).rejects.toThrow(
    '"failures" in',
  )
})

test('a run that is not begun leaves the report of an earlier one', async () => {
  const out = join(directory, 'reports')
  await runCommand(request({ out }), fakeIo(), engineOf(reportOf([violated])))
  const engine: Engine = {
    planRun: () => plan,
    runConformance: () => {
      throw new Error('a wrong token')
    },
  }
  await expect(runCommand(request({ out }), fakeIo(), engine)).rejects.toThrow('a wrong token')
  expect(await readdir(out)).toContain('report.json')
})
