import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
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

test('a suite says first what it does on another machine, and is refused there as the command line is', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => said.mockRestore())
  const credentials = { accessKeyId: 'id', secretAccessKey: 'secret', accountId: '210987654321' }
  const options = { profile: 'quick', rules: [rule], ledger: tmpdir() } as const
  const aws = { endpoint: 'https://lambda.eu-west-1.amazonaws.com', credentials }
  await expect(judgedOnce({ ...options, subject: aws })).rejects.toThrow('needs --role')
  const role = 'arn:aws:iam::123456789012:role/r'
  await expect(judgedOnce({ ...options, subject: aws, role })).rejects.toThrow(
    'the credentials are of 210987654321',
  )
  await expect(
    judgedOnce({ ...options, subject: { ...aws, region: 'us-east-1' } }),
  ).rejects.toThrow('leave --region out')
  expect(said).not.toHaveBeenCalled()
  // Nobody answers there: what is said is said before.
  const nowhere = { endpoint: 'http://lambda.invalid', credentials }
  await expect(judgedOnce({ ...options, subject: nowhere })).rejects.toThrow('no reply')
  expect(said).toHaveBeenCalledOnce()
  expect(said.mock.calls[0]?.[0]).toMatch(
    /^This run goes to another machine:\n {2}host {5}lambda.invalid\n/,
  )
})
