import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runOn } from '../report/matrix/matrix.fixture.ts'
import { repeatPublishFailure as failure, ruleReport } from '../report/report.fixture.ts'
import type { Report } from '../report/report.ts'
import { UsageError } from '../run/errors.ts'
import { fakeIo } from './io.fixture.ts'
import { matrixCommand } from './matrix-command.ts'

const good = runOn('good', [ruleReport('a/b', 'pass')])
const bad = runOn('bad', [ruleReport('a/b', 'fail', { failure })])

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Lays a report into a directory of its own, as `run --out` does. */
const lay = async (name: string, report: unknown): Promise<string> => {
  await mkdir(join(root, name))
  await writeFile(join(root, name, 'report.json'), JSON.stringify(report))
  return join(root, name)
}

const perform = async (reports: readonly string[], out?: string) => {
  const io = fakeIo({ env: { GITHUB_ACTIONS: 'true' } })
  const code = await matrixCommand({ reports, ...(out === undefined ? {} : { out }) }, io)
  return { code, out: io.out(), err: io.err() }
}

test('without --out the Markdown alone goes to stdout, ready to be kept', async () => {
  const { code, out, err } = await perform([
    await lay('good', good),
    join(await lay('bad', bad), 'report.json'),
  ])
  expect(code).toBe(0)
  expect(out).toMatch(/^## 2 subjects compared\n/)
  expect(out).toContain('| `a/b` | must | ✓ pass | ✗ **fail** |\n')
  expect(err).toBe('')
})

test('with --out two files are written and counted, and whatever lies there stays', async () => {
  const [one, two] = [await lay('good', good), await lay('bad', bad)]
  await mkdir(join(two, 'failures'))
  const { code, out } = await perform([one, two], two)
  expect({ code, out }).toEqual({
    code: 0,
    out: `Of 1 rule 1 passes on one subject and fails on another.\nmatrix.html and matrix.md are in ${two}\n`,
  })
  expect((await readdir(two)).toSorted()).toEqual([
    'failures',
    'matrix.html',
    'matrix.md',
    'report.json',
  ])
  expect(await readFile(join(two, 'matrix.html'), 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>/)
  expect(await readFile(join(two, 'matrix.md'), 'utf8')).toBe((await perform([one, two])).out)
})

test('that runs do not fit together is said on stderr too, where no text of a report is a command', async () => {
  const version = '2\n::error::x'
  const other: Report = { ...bad, tool: { name: 'lambda-conformance', version } }
  const { code, err } = await perform([await lay('good', good), await lay('bad', other)])
  expect(code).toBe(0)
  expect(err).toContain(
    String.raw`lambda-conformance: note: versions of the tool differ: 0.1.0 (A), 2\u{a}::error::x (B);`,
  )
  expect(err).toMatch(/^::stop-commands::/)
})

const shard: Report['shard'] = {
  index: 1,
  of: 2,
  unsettled: false,
  few: false,
  lostReplies: {},
  standings: {},
}
const replay: Report['replay'] = { token: '1:2', outcome: 'fixed', reason: 'it passes' }

test.each<[string, unknown, RegExp]>([
  ['no report', { a: 1 }, /^matrix finds no report of this release in .*other.report\.json/],
  ['a shard', { ...bad, shard }, /^matrix needs whole runs, .*other" is shard 1 of 2; merge the/],
  ['a replay', { ...bad, replay }, /^matrix needs whole runs, .* is of a failure run again; give/],
])('%s is refused with one line', async (_, report, message) => {
  const refused = perform([await lay('good', good), await lay('other', report)])
  await expect(refused).rejects.toThrow(UsageError)
  await expect(refused).rejects.toThrow(message)
})

test('a report that is not there is refused', async () => {
  await expect(perform([await lay('good', good), join(root, 'none')])).rejects.toThrow(
    /^matrix cannot read ".*none" \(ENOENT\); give the report\.json/,
  )
})

test.each([
  { what: 'a file', path: 'good/report.json' },
  { what: 'a place below a file', path: 'good/report.json/x' },
])('--out that is $what is refused, and nothing is written', async ({ path }) => {
  const [one, two] = [await lay('good', good), await lay('bad', bad)]
  const refused = perform([one, two], join(root, path))
  await expect(refused).rejects.toThrow(UsageError)
  await expect(refused).rejects.toThrow(/^--out cannot be written to: ".*" \(E\w+\); give a dir/)
  expect(await readdir(one)).toEqual(['report.json'])
})

test('a file that cannot be replaced leaves no half of one', async () => {
  const [one, two] = [await lay('good', good), await lay('bad', bad)]
  await mkdir(join(root, 'out', 'matrix.html'), { recursive: true })
  await expect(perform([one, two], join(root, 'out'))).rejects.toThrow(/\(EISDIR\)/)
  expect(await readdir(join(root, 'out'))).toEqual(['matrix.html'])
})
