import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repeatPublishFailure, reportOf, ruleReport } from '../report/report.fixture.ts'
import { gated } from '../report/verdict.ts'
import { faultForLog } from './github-step.ts'
import { deliver } from './deliver.ts'
import { fakeIo } from './io.fixture.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const report = gated(
  reportOf([
    ruleReport('no-change/repeat', 'fail', {
      title: '::error::not mine',
      failure: { ...repeatPublishFailure, actual: '##[error]nor this' },
    }),
  ]),
  'must',
)
const plain = { json: false, noColor: true }

test('in a step failures are annotated, and nothing a subject says is a command', async () => {
  const io = fakeIo({ env: { GITHUB_ACTIONS: 'true' } })
  expect(await deliver(report, plain, io)).toBe(1)
  const [, token] = /^::stop-commands::([\w-]{16,})\n/.exec(io.out()) ?? []
  const [, behind = '', ...more] = io.out().split(`\n::${token}::\n`)
  expect(more).toEqual([])
  expect(behind.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^::error title=no-change\/repeat/),
  ])
  expect(io.err()).toBe('')
})

test('two steps have two tokens', async () => {
  const logs = await Promise.all(
    [1, 2].map(async () => {
      const io = fakeIo({ env: { GITHUB_ACTIONS: 'true' } })
      await deliver(report, plain, io)
      return io.out().split('\n')[0]
    }),
  )
  expect(logs[0]).not.toBe(logs[1])
})

test('outside of a step there is neither', async () => {
  const io = fakeIo()
  await deliver(report, plain, io)
  expect(io.out() + io.err()).not.toMatch(/^::(stop-commands|error )/m)
})

test('with --json stdout holds the report alone, in a step too', async () => {
  const io = fakeIo({ env: { GITHUB_ACTIONS: 'true' } })
  await deliver(report, { ...plain, json: true }, io)
  expect(JSON.parse(io.out())).toEqual(report)
  expect(io.out()).not.toContain('##[')
  expect(io.err()).toMatch(/^::error title=no-change\/repeat/)
})

test('the summary is added to the step, behind what stands there', async () => {
  const path = join(directory, 'summary.md')
  await writeFile(path, 'before\n')
  const io = fakeIo({ env: { GITHUB_STEP_SUMMARY: path } })
  await deliver(report, plain, io)
  expect(await readFile(path, 'utf8')).toMatch(/^before\n## FAIL/)
})

test('a summary that cannot be added is told in one line, and changes nothing', async () => {
  const io = fakeIo({ env: { GITHUB_STEP_SUMMARY: directory } })
  expect(await deliver(report, plain, io)).toBe(1)
  expect(io.err()).toBe(
    "lambda-conformance: Failed to add to the step's summary, because of EISDIR; everything else is as it is\n",
  )
})

test('what ends a run without a report is annotated, and no command of the subject', () => {
  const line = 'lambda-conformance: Failed to create a function, because ##[error]x\n'
  expect(faultForLog(line, {})).toBe(line)
  expect(faultForLog(line, { GITHUB_ACTIONS: 'true' })).toMatch(
    /^::stop-commands::([\w-]{16,})\n.*\n::\1::\n::error title=lambda-conformance::lambda-conformance: Failed .*\n$/,
  )
})
