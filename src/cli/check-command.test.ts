import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { storedRun, verdictsIn } from '../check/check.fixture.ts'
import { startEmbedded } from '../embedded.ts'
import { mutated } from '../fuzz/mutated.fixture.ts'
import { writeReport } from '../report/write.ts'
import { readReportFile } from '../report/read-report.ts'
import type { Report } from '../report/report.ts'
import { faultOf } from './exit-code.ts'
import { UsageError } from '../run/errors.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { checkCommand } from './check-command.ts'
import type { CheckRequest } from './check-options.ts'
import { fakeIo } from './io.fixture.ts'
import { run } from './main.fixture.ts'

const rule: RuleId = 'no-change/repeat-publish-returns-same-version'

type Stored = {
  readonly directory: string
  readonly report: Report
  readonly lines: readonly string[]
}

let root: string
let good: Stored
let bad: Stored

/** A run on a subject in this process, kept as `run --out` keeps it. */
const store = async (
  name: string,
  options: Parameters<typeof referenceDriver>[0],
): Promise<Stored> => {
  const directory = join(root, name)
  const { report, lines } = await storedRun(
    { driver: referenceDriver(options) },
    { profile: 'quick', seed: 1, rules: ['no-change/*', 'publish-version/*'] },
  )
  await writeReport(directory, report)
  await writeFile(join(directory, 'trace.ndjson'), lines.join(''))
  return { directory, report, lines }
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  good = await store('good', {})
  bad = await store('bad', mutants.find(({ breaks }) => breaks === rule)?.options ?? {})
})
afterAll(() => rm(root, { recursive: true, force: true }))

const requestFor = (files: readonly string[], over: Partial<CheckRequest> = {}): CheckRequest => ({
  files,
  without: [],
  failOn: 'must',
  json: false,
  quiet: false,
  noColor: false,
  ...over,
})

const perform = async (files: readonly string[], over: Partial<CheckRequest> = {}) => {
  const io = fakeIo()
  const code = await checkCommand(requestFor(files, over), io)
  return { code, out: io.out(), err: io.err() }
}

/** What is said of a file that is none of ours, one line. */
const refusalOf = async (
  files: readonly string[],
  over: Partial<CheckRequest> = {},
): Promise<string> => {
  const error: unknown = await checkCommand(requestFor(files, over), fakeIo()).catch(
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UsageError)) throw new Error('it was taken', { cause: error })
  expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
  return error.message
}

let count = 0
const lay = async (content: string | Uint8Array, name = 'file'): Promise<string> => {
  const path = join(root, `${name}-${(count += 1)}`)
  await writeFile(path, content)
  return path
}

const traceIn = ({ directory }: Stored): string => join(directory, 'trace.ndjson')

test('the trace of a subject that keeps the contract ends with 0', async () => {
  const { code, out, err } = await perform([traceIn(good)])
  expect(code).toBe(0)
  expect(err).toBe('')
  const programs = good.lines.length - 1
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    `judged ${programs} programs, ${good.report.run.requests} calls of ${traceIn(good)}; nothing was sent, edition 2024-08`,
  )
  expect(out).toMatch(/\nPASS {2}.*trace\.ndjson violates no must rule that was judged.*\n$/)
})

test('the trace of one that does not ends with 1, and tells how to judge it again', async () => {
  const { code, out } = await perform([traceIn(bad)])
  expect(code).toBe(1)
  expect(out).toContain(`✗ ${rule}   must, documented`)
  expect(out).toContain('  seen      1 of 1 times\n')
  expect(out).toContain(`  replay    lambda-conformance check ${traceIn(bad)} --rule ${rule}\n`)
  expect(out).not.toMatch(/curl|--endpoint|seed/)
  expect(out).toMatch(/\nFAIL {2}.*trace\.ndjson violates 1 must rule\n$/)
})

test('each file of failures/ has its rule red, with the token of the run', async () => {
  const failures = join(bad.directory, 'failures')
  const names = await readdir(failures)
  expect(names).toHaveLength(1)
  const { code, out } = await perform(names.map((name) => join(failures, name)))
  const { replay, curl } = bad.report.rules.find(({ id }) => id === rule)?.failure ?? {}
  expect(code).toBe(1)
  expect(out).toContain(`✗ ${rule}`)
  expect(out).toContain(`--endpoint ${bad.report.subject.endpoint}`)
  expect(out).toContain(`--replay ${replay}\n`)
  expect(out).toContain(curl?.[0] ?? 'no line')
})

test('a report.json stands for its failures', async () => {
  expect((await perform([join(bad.directory, 'report.json')])).code).toBe(1)
  const { code, out, err } = await perform([join(good.directory, 'report.json')])
  expect(code).toBe(3)
  expect(err).toMatch(/^lambda-conformance: note: .*report\.json" holds no failure; .+\n$/)
  expect(out).toMatch(/\nUNTESTED {2}.*: no rule could be judged\n$/)
})

test('a directory stands for its trace, with what its report tells of the run', async () => {
  const { code, out } = await perform([bad.directory], { json: true })
  const report: Report = JSON.parse(out)
  expect(code).toBe(1)
  expect(report.subject).toMatchObject({
    kind: 'recording',
    endpoint: bad.report.subject.endpoint,
    operations: bad.report.subject.operations,
  })
  expect(report.run).toMatchObject({
    seed: 1,
    profile: 'quick',
    requests: bad.report.run.requests,
    requestsByOperation: bad.report.run.requestsByOperation,
    resources: { created: 0, deleted: 0, leaked: 0 },
  })
  expect(report.recording).toEqual({ files: [bad.directory], programs: expect.any(Number) })
})

test('several files are judged together', async () => {
  const { code, out } = await perform([traceIn(good), traceIn(bad)], { json: true })
  const report: Report = JSON.parse(out)
  expect(code).toBe(1)
  expect(report.run.requests).toBe(good.report.run.requests + bad.report.run.requests)
  const held = (from: Report): number =>
    from.rules.find(({ id }) => id === 'publish-version/success-is-201')?.held ?? 0
  expect(held(report)).toBe(held(good.report) + held(bad.report))
})

test('--out gets every form of the report, of this release, and none of it speaks of a seed', async () => {
  const out = join(root, 'judged')
  await perform([traceIn(bad)], { out, json: true })
  expect((await readdir(out)).toSorted()).toEqual([
    'badge.json',
    'ctrf.json',
    'failures',
    'junit.xml',
    'report.html',
    'report.json',
    'summary.md',
  ])
  const report = await readReportFile(join(out, 'report.json'), 'matrix')
  expect(report.subject.kind).toBe('recording')
  for (const name of ['summary.md', 'report.html', 'junit.xml']) {
    const text = await readFile(join(out, name), 'utf8')
    expect(text).toContain('lambda-conformance check ')
    expect(text).not.toMatch(/seed (?:undefined|\d)|profile .?undefined/i)
  }
  // What was judged again can be judged again.
  expect((await perform([out])).code).toBe(1)
})

test('--out may not be where the files lie', async () => {
  for (const file of [traceIn(bad), bad.directory, join(bad.directory, 'failures', 'x.json')]) {
    expect(await refusalOf([file], { out: bad.directory })).toMatch(
      /^--out would overwrite what check reads/,
    )
  }
})

test.each([
  [{ rules: [rule] }, 1],
  [{ skipRules: ruleIds.filter((id) => !id.startsWith('errors/')) }, 0],
  [{ rules: ['publish-version/success-is-201'] }, 0],
  [{ rules: ['client/answers'] }, 3],
])('of the rules chosen it judges no other, no. %#', async (chosen, code) => {
  expect((await perform([traceIn(bad)], chosen)).code).toBe(code)
})

test('a rule that another edition has leaves nothing to judge', async () => {
  expect(
    await refusalOf([traceIn(bad)], {
      edition: '2018-11',
      rules: ['publish-version/pending-function-is-409'],
    }),
  ).toMatch(/leave no rule of edition 2018-11/)
})

test('a baseline tolerates what it lists', async () => {
  const baseline = await lay(
    `version: 1\nexpectedFailures:\n  - { rule: ${rule}, reason: not there yet }\n`,
  )
  const { code, out } = await perform([traceIn(bad)], { baseline })
  expect(code).toBe(0)
  expect(out).toContain('not there yet')
})

test('the edition is the one that the files tell, and said where they do not agree', async () => {
  const [name = ''] = await readdir(join(bad.directory, 'failures'))
  const file = join(bad.directory, 'failures', name)
  const content = await readFile(file, 'utf8')
  const older = await lay(content.replace('"edition": "2024-08"', '"edition": "2019-06"'))
  const edition = async (files: readonly string[], over: Partial<CheckRequest> = {}) =>
    (JSON.parse((await perform(files, { json: true, ...over })).out) as Report).edition
  expect(await edition([older])).toBe('2019-06')
  expect(await edition([older, traceIn(good)])).toBe('2019-06')
  expect(await edition([older], { edition: '2026-07' })).toBe('2026-07')
  expect(await refusalOf([file, older])).toMatch(
    /is of edition 2024-08, ".+" of 2019-06; say with --edition by which one to judge$/,
  )
})

test('half a line is left out and said, and the rest is judged', async () => {
  const whole = bad.lines.join('')
  const file = await lay(`${whole}${bad.lines[0]?.slice(0, 500)}`)
  const { code, out, err } = await perform([file], { quiet: true })
  expect(code).toBe(1)
  expect(err).toBe(
    `lambda-conformance: note: line ${bad.lines.length + 1} of "${file}" is left out: it is no whole JSON, as where a run was killed\n`,
  )
  expect(out).toContain('1 line left out')
})

test('of many lines that are left out a few are told', async () => {
  const file = await lay(`${good.lines.join('')}${'{"program":\n'.repeat(100)}`)
  const { code, out, err } = await perform([file])
  expect(code).toBe(0)
  expect(err.split('\n')).toHaveLength(7)
  expect(out).toContain('100 lines left out')
})

test('a token in a line of a trace is the one of the failure', async () => {
  const lines = bad.lines.map((line) => line.replace('{', '{"replay":"7:repeat-publish:3",'))
  const { out } = await perform([await lay(lines.join(''))], { json: true })
  const report: Report = JSON.parse(out)
  const failures = report.rules.flatMap(({ failure }) => failure ?? [])
  expect(failures.map(({ replay, seed }) => ({ replay, seed }))).toEqual([
    { replay: '7:repeat-publish:3', seed: 7 },
  ])
})

test.each<[string, () => Promise<string>, RegExp]>([
  [
    'that is not there',
    async () => join(root, 'missing'),
    /^check cannot read ".+" \(ENOENT\); give /,
  ],
  ['that is no file', async () => '/dev/null', /^check cannot read "\/dev\/null" \(not a file\)/],
  ['that is empty', () => lay(''), /: it is empty; /],
  ['of blank lines', () => lay('\n\n \n'), /: it is empty; /],
  [
    'that is no JSON',
    () => lay('hello\nyou\n'),
    /^check finds no calls of ours in ".+" \(it is no JSON\); /,
  ],
  [
    'of bytes',
    () => lay(Uint8Array.from({ length: 5_000 }, (_, index) => index % 256)),
    /\(it is no JSON\)/,
  ],
  ['of another tool', () => lay('{"log":{"entries":[]}}'), /\(it has neither steps nor rules\)/],
  [
    'with a line of another tool',
    () => lay(`${bad.lines[0]}{"level":"info"}\n`),
    /^line 2 of ".+" is no program of ours \(exchanges is missing\); give a trace\.ndjson/,
  ],
  ['whose name is hostile', () => lay('{}', 'a\u202e\u001b[2J\n'), /a\\u\{202e\}\\u\{1b\}/],
  [
    'of a directory without reports',
    () => mkdir(join(root, 'empty'), { recursive: true }).then(() => join(root, 'empty')),
    /^check finds neither trace\.ndjson nor report\.json in /,
  ],
])('a file %s is wrong usage', async (_what, file, why) => {
  expect(await refusalOf([await file()])).toMatch(why)
})

test('a file of ten gigabytes in one line is refused without being read', async () => {
  const file = await lay('{"program":"')
  await truncate(file, 10_000_000_000)
  expect(await refusalOf([file])).toMatch(/^line 1 of ".+" is longer than 67108864 bytes/)
})

test('a file without a single call is untested', async () => {
  const file = await lay('{"program":"a","exchanges":[]}\n')
  const { code, out } = await perform([file])
  expect(code).toBe(3)
  expect(out).toMatch(/\nUNTESTED {2}.*: no rule could be judged\n$/)
})

test('on a terminal it tells how far it has come, and takes that away', async () => {
  const slowly = vi.spyOn(performance, 'now')
  let now = 0
  slowly.mockImplementation(() => (now += 300))
  try {
    const io = fakeIo({ isTTY: true })
    await checkCommand(requestFor([traceIn(good)], { noColor: true }), io)
    expect(io.err()).toContain('\u001b[2K2 programs, ')
    expect(io.err()).toMatch(/\r\u001b\[2K$/)
    const quiet = fakeIo({ isTTY: true })
    await checkCommand(requestFor([traceIn(good)], { quiet: true }), quiet)
    expect(quiet.err()).toBe('')
  } finally {
    slowly.mockRestore()
  }
})

test('an interruption ends it with 130, and what was judged by then is told', async () => {
  const io = fakeIo()
  io.interrupt()
  expect(await checkCommand(requestFor([traceIn(bad)]), io)).toBe(130)
  expect(io.out()).toMatch(/\nINTERRUPTED {2}/)
})

test('the command line judges again what a run of it has stored', async () => {
  const served = await startEmbedded({ mutant: rule })
  const out = join(root, 'by-the-command-line')
  try {
    const quick = ['--profile', 'quick', '--seed', '1', '--rule', 'no-change', '--quiet']
    const ran = await run(['run', '--endpoint', served.url, '--out', out, ...quick])
    expect(ran.code).toBe(1)
  } finally {
    await served.close()
  }
  const options = ['--rule', 'no-change', '--json']
  const again = await run(['check', join(out, 'trace.ndjson'), ...options])
  expect(again).toMatchObject({ code: 1, stderr: '' })
  const before: Report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'))
  expect(verdictsIn(JSON.parse(again.stdout))).toEqual(verdictsIn(before))
  const failures = (await readdir(join(out, 'failures'))).map((name) => join(out, 'failures', name))
  expect((await run(['check', ...failures, ...options])).code).toBe(1)
  expect(await run(['check', join(out, 'summary.md')])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^lambda-conformance: check finds no calls of ours in .+\n$/),
  })
})

/** Lines of one program that make up a whole trace by itself. */
const someLines = (): readonly string[] =>
  bad.lines.filter((line) => line.length < 40_000).slice(0, 3)

test('whatever becomes of a line of a trace, it is judged or refused in one line', async () => {
  const file = join(root, 'mutated.ndjson')
  const lines = someLines()
  expect(lines).toHaveLength(3)
  const property = fc.asyncProperty(
    fc
      .nat(lines.length - 1)
      .chain((nth) =>
        mutated(lines[nth] ?? '').map((line) =>
          lines.map((each, at) => (at === nth ? line : each)),
        ),
      ),
    async (changed) => {
      await writeFile(file, changed.join(''))
      const io = fakeIo()
      const code = await checkCommand(requestFor([file], { json: true }), io).catch(
        (error: unknown) => faultOf(error, {}).code,
      )
      expect([0, 1, 2, 3]).toContain(code)
      if (code !== 2) expect(JSON.parse(io.out())).toHaveProperty('recording')
    },
  )
  await fc.assert(property, { numRuns: 150, seed: 1 })
})
