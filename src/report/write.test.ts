import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureFileName } from './failure-file.ts'
import { repeatPublishFailure, reportOf, ruleReport } from './report.fixture.ts'
import { clearReport, reportFiles } from './clear.ts'
import { lostUpdateFailure } from './timeline.fixture.ts'
import { writeReport } from './write.ts'

let root: string
let out: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  out = join(root, 'made', 'on the way')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const failed = ruleReport('no-change/repeat-publish-returns-same-version', 'fail', {
  failure: repeatPublishFailure,
})
const read = async (...names: readonly string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(out, ...names), 'utf8'))

test('the directory is made and gets the report and a file per failure', async () => {
  const report = reportOf([failed, ruleReport('a/b', 'pass')])
  await writeReport(out, report)
  expect((await readdir(root, { recursive: true })).toSorted()).toEqual([
    'made',
    'made/on the way',
    ...[
      'badge.json',
      'ctrf.json',
      'failures',
      'failures/no-change__repeat-publish-returns-same-version.json',
      'junit.xml',
      'report.html',
      'report.json',
      'summary.md',
    ].map((name) => `made/on the way/${name}`),
  ])
  expect(await read('report.json')).toEqual(report)
})

test('a failure file holds what a replay needs', async () => {
  await writeReport(out, reportOf([failed]))
  expect(
    await read('failures', 'no-change__repeat-publish-returns-same-version.json'),
  ).toMatchObject({
    schemaVersion: 1,
    edition: '2024-08',
    rule: { id: 'no-change/repeat-publish-returns-same-version', level: 'must' },
    seed: 1823,
    replay: '1823:4:0:1',
    steps: repeatPublishFailure.steps,
  })
})

test('the failure file of a race holds the times of its calls and those that cannot be', async () => {
  await writeReport(out, reportOf([{ ...failed, failure: lostUpdateFailure }]))
  const file = await read('failures', 'no-change__repeat-publish-returns-same-version.json')
  expect(file).toMatchObject({ steps: lostUpdateFailure.steps, impossible: [1, 2], curl: [] })
})

test('failures of an earlier run go, other files stay', async () => {
  await writeReport(out, reportOf([failed]))
  await writeFile(join(out, 'failures', 'notes.txt'), 'mine')
  await writeFile(join(out, 'failures', 'my__own.json'), 'mine')
  await clearReport(out)
  expect(await readdir(join(out, 'failures'))).toEqual(['my__own.json', 'notes.txt'])
})

test.each([...reportFiles, 'failures/no-change__repeat-publish-returns-same-version.json'])(
  'the same report gives the same bytes of %s',
  async (file) => {
    await writeReport(out, reportOf([failed]))
    const first = await readFile(join(out, file))
    await new Promise((resolve) => setTimeout(resolve, 5))
    await writeReport(out, reportOf([failed]))
    expect((await readFile(join(out, file))).equals(first)).toBe(true)
  },
)

test('a file that cannot be written leaves no half of one', async () => {
  await mkdir(join(out, 'report.json'), { recursive: true })
  await expect(writeReport(out, reportOf([failed]))).rejects.toThrow('EISDIR')
  expect((await readdir(out, { recursive: true })).toSorted()).toEqual(['failures', 'report.json'])
})

test.each(['../../etc/passwd', 'a/../../b', 'a\\b', 'A/ü\0', '..', 'C:/x'])(
  'no id leads out of the directory: %j',
  (id) => {
    expect(failureFileName(id)).toMatch(/^[a-z0-9_-]+\.json$/)
  },
)
