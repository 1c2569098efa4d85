import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from '../src/embedded.ts'
import { judgedOnce } from './judged.ts'

const rule = 'no-change/repeat-publish-returns-same-version'

test('a suite takes a baseline and leaves reports, as the command line does, and runs once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const { url, close } = await startEmbedded({ mutant: rule })
  onTestFinished(close)
  const baseline = join(directory, 'known.yaml')
  await writeFile(
    baseline,
    `version: 1\nexpectedFailures:\n  - rule: ${rule}\n    reason: not there yet\n`,
  )
  const options = {
    subject: { endpoint: url },
    profile: 'quick',
    rules: [rule],
    baseline,
    out: join(directory, 'reports'),
  } as const
  const { report } = await judgedOnce(options)
  expect(report.rules).toMatchObject([
    { id: rule, verdict: 'fail', baseline: { kind: 'expected' } },
  ])
  expect(report.gate).toMatchObject({ verdict: 'conforms', newFailures: [] })
  expect(await readdir(options.out)).toEqual(
    expect.arrayContaining(['report.html', 'report.json', 'trace.ndjson']),
  )
  expect(judgedOnce(options)).toBe(judgedOnce(options))
})

test('a suite that comes to judge nothing fails', async () => {
  await expect(
    judgedOnce({ profile: 'quick', rules: [rule], without: ['PublishVersion'] }),
  ).rejects.toThrow('Failed to judge, because no rule could be judged')
})
