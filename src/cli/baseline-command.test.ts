import {
  chmod,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { failing, runOf } from '../baseline/baseline.fixture.ts'
import type { Report } from '../report/report.ts'
import { UsageError } from '../run/errors.ts'
import { baselineCommand } from './baseline-command.ts'
import type { BaselineRequest } from './baseline-options.ts'
import { fakeIo } from './io.fixture.ts'

const rule = 'errors/body'
const red = runOf([failing(rule)])

const folderWith = async (report: unknown) => {
  const folder = await mkdtemp(join(tmpdir(), 'baseline-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const from = join(folder, 'report.json')
  await writeFile(from, JSON.stringify(report))
  return { folder, from, baseline: join(folder, 'known.yaml') }
}

const perform = async (request: Omit<BaselineRequest, 'signatures'>) => {
  const io = fakeIo()
  const code = await baselineCommand({ signatures: true, ...request }, io)
  return { code, out: io.out() }
}

test('init writes a file and says what it lists', async () => {
  const files = await folderWith(red)
  expect(await perform({ action: 'init', ...files })).toEqual({
    code: 0,
    out: `listed ${rule}\n${files.baseline}: 1 change\n`,
  })
  expect(await readFile(files.baseline, 'utf8')).toContain(`rule: ${rule}`)
})

test('init writes over nothing', async () => {
  const files = await folderWith(red)
  await writeFile(files.baseline, 'mine')
  const again = perform({ action: 'init', ...files })
  await expect(again).rejects.toThrow(UsageError)
  await expect(again).rejects.toThrow(/is there already: .*known\.yaml"; .*baseline update adds/)
  expect(await readFile(files.baseline, 'utf8')).toBe('mine')
})

test('update and prune change the file that is there, and say so', async () => {
  const files = await folderWith(red)
  await writeFile(files.baseline, `version: 1\nexpectedFailures:\n  - { rule: x/y, reason: r }\n`)
  expect((await perform({ action: 'update', ...files })).out).toBe(
    `added ${rule}\n${files.baseline}: 1 change\n`,
  )
  expect((await perform({ action: 'prune', ...files })).out).toBe(
    `removed x/y (line 3): it matches no rule\n${files.baseline}: 1 change\n`,
  )
  expect((await perform({ action: 'update', ...files })).out).toBe(
    `${files.baseline}: nothing to add or to renew\n`,
  )
  expect((await perform({ action: 'prune', ...files })).out).toBe(
    `${files.baseline}: nothing to take out\n`,
  )
  expect((await readdir(files.folder)).toSorted()).toEqual(['known.yaml', 'report.json'])
})

test('a link stays a link, and the mode of its file what it was', async () => {
  const files = await folderWith(red)
  const real = join(files.folder, 'real.yaml')
  await writeFile(real, 'version: 1\n')
  await chmod(real, 0o640)
  await symlink(real, files.baseline)
  await perform({ action: 'update', ...files })
  expect((await lstat(files.baseline)).isSymbolicLink()).toBe(true)
  expect((await stat(real)).mode & 0o777).toBe(0o640)
  expect(await readFile(real, 'utf8')).toContain(rule)
})

test('the level is that of the gate of the run, unless another is asked for', async () => {
  const report = runOf([failing(rule, 'x', { level: 'should' })], {
    gate: { failOn: 'should', verdict: 'violates', newFailures: [rule] },
  })
  const files = await folderWith(report)
  expect((await perform({ action: 'init', ...files })).out).toContain(`listed ${rule}`)
  const other = await folderWith(report)
  expect((await perform({ action: 'init', failOn: 'must', ...other })).out).toBe(
    `${other.baseline}: nothing to list\n`,
  )
})

const expectRefusal = (
  request: Omit<BaselineRequest, 'signatures'>,
  message: RegExp,
): Promise<void> => expect(perform(request)).rejects.toThrow(message)

const shard: Report['shard'] = {
  index: 1,
  of: 2,
  unsettled: false,
  few: false,
  lostReplies: {},
  standings: {},
}

test.each<[string, unknown, RegExp]>([
  ['no report', { a: 1 }, /^--from finds no report of this release in .*required property/],
  [
    'a report with a verdict nobody knows',
    { ...red, rules: [{ ...failing(rule), verdict: 'odd' }] },
    /\/rules\/0/,
  ],
  [
    'a part of a run',
    { ...red, shard },
    /^--from is of a part of a run: .* merge makes of shards$/,
  ],
])('%s is refused', async (_what, report, message) => {
  const files = await folderWith(report)
  const made = perform({ action: 'init', ...files })
  await expect(made).rejects.toThrow(UsageError)
  await expect(made).rejects.toThrow(message)
  expect(await readdir(files.folder)).toEqual(['report.json'])
})

test('what cannot be read or written is refused', async () => {
  const files = await folderWith(red)
  const nowhere = join(files.folder, 'none', 'x')
  await expectRefusal(
    { action: 'init', ...files, from: nowhere },
    /^--from cannot read .*\(ENOENT\)/,
  )
  await expectRefusal(
    { action: 'init', ...files, baseline: nowhere },
    /cannot be written: .*\(ENOENT\)/,
  )
  await expectRefusal(
    { action: 'update', ...files },
    /cannot be read: .*\(ENOENT\); .* init writes one/,
  )
  await writeFile(files.from, '{')
  await expectRefusal({ action: 'prune', ...files }, /^--from finds no report .*\(no JSON\)/)
})

test('a day that is over when the run is made is refused', async () => {
  const files = await folderWith(red)
  await expect(perform({ action: 'init', ...files, expires: '2026-11-20' })).rejects.toThrow(
    '--expires is over: 2026-11-20, and the run is of 2026-11-21; give a later day',
  )
  await perform({ action: 'init', ...files, expires: '2026-11-21' })
  expect(await readFile(files.baseline, 'utf8')).toContain('expires: 2026-11-21')
})

test('what a report says cannot leave its line', async () => {
  const files = await folderWith(runOf([failing(rule, '\u001b[2J\u202e b')]))
  const listed = `  - { rule: ${rule}, signature: a, reason: r }`
  await writeFile(files.baseline, `version: 1\nexpectedFailures:\n${listed}\n`)
  expect((await perform({ action: 'update', ...files })).out).toContain(
    `renewed the signature of ${rule} (line 3): \\u{1b}[2J\\u{202e} b\n`,
  )
  const named = await folderWith(runOf([failing('a/\u001b[2J')]))
  await expect(perform({ action: 'init', ...named })).rejects.toThrow('/rules/0/id must match')
})
