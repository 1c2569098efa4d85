import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ruleIds } from '../../generated/rule-ids.ts'
import { verdictsIn } from '../check/check.fixture.ts'
import { startEmbedded } from '../embedded.ts'
import { readReportFile } from '../report/read-report.ts'
import type { Report } from '../report/report.ts'
import {
  perform,
  refusalOf,
  reportOn,
  requestFor,
  rule,
  storedRuns,
  traceIn,
} from './check-command.fixture.ts'
import { checkCommand } from './check-command.ts'
import { fakeIo } from './io.fixture.ts'
import { run } from './main.fixture.ts'

const { root, good, bad, lay } = storedRuns()

test('the trace of a subject that keeps the contract ends with 0', async () => {
  const { code, out, err } = await perform([traceIn(good())])
  expect(code).toBe(0)
  expect(err).toBe('')
  const programs = good().lines.length - 1
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    `judged edition 2024-08, ${programs} programs, ${good().report.run.requests} calls of ${traceIn(good())}; nothing was sent`,
  )
  expect(out).toMatch(/\nPASS {2}.*trace\.ndjson violates no must rule that was judged.*\n$/)
})

test('the trace of one that does not ends with 1, and tells how to judge it again', async () => {
  const { code, out } = await perform([traceIn(bad())])
  expect(code).toBe(1)
  expect(out).toContain(`✗ ${rule}   must, documented`)
  expect(out).toContain('  seen      1 of 1 times\n')
  expect(out).toContain(`  replay    lambda-conformance check ${traceIn(bad())} --rule ${rule}\n`)
  expect(out).not.toMatch(/curl|--endpoint|seed/)
  expect(out).toMatch(/\nFAIL {2}.*trace\.ndjson violates 1 must rule\n$/)
})

test('each file of failures/ has its rule red, with the token of the run', async () => {
  const failures = join(bad().directory, 'failures')
  const names = await readdir(failures)
  expect(names).toHaveLength(1)
  const { code, out } = await perform(names.map((name) => join(failures, name)))
  const { replay, curl } = bad().report.rules.find(({ id }) => id === rule)?.failure ?? {}
  expect(code).toBe(1)
  expect(out).toContain(`✗ ${rule}`)
  expect(out).toContain(`--endpoint ${bad().report.subject.endpoint}`)
  expect(out).toContain(`--replay ${replay}\n`)
  expect(out).toContain(curl?.[0] ?? 'no line')
})

test('a report.json stands for its failures', async () => {
  expect((await perform([join(bad().directory, 'report.json')])).code).toBe(1)
  const { code, out, err } = await perform([join(good().directory, 'report.json')])
  expect(code).toBe(3)
  expect(err).toMatch(/^lambda-conformance: note: .*report\.json" holds no failure; .+\n$/)
  expect(out).toMatch(/\nUNTESTED {2}.*: no rule could be judged\n$/)
})

test('a directory stands for its trace, with what its report tells of the run', async () => {
  const { code, out } = await perform([bad().directory], { json: true })
  const report: Report = JSON.parse(out)
  expect(code).toBe(1)
  expect(report.subject).toMatchObject({
    kind: 'recording',
    endpoint: bad().report.subject.endpoint,
    operations: bad().report.subject.operations,
  })
  expect(report.run).toMatchObject({
    seed: 1,
    profile: 'quick',
    requests: bad().report.run.requests,
    requestsByOperation: bad().report.run.requestsByOperation,
    resources: { created: 0, deleted: 0, leaked: 0 },
  })
  expect(report.recording).toEqual({ files: [bad().directory], programs: expect.any(Number) })
})

const heldIn = ({ rules }: Report): number =>
  rules.find(({ id }) => id === 'publish-version/success-is-201')?.held ?? 0

test('several files are judged together', async () => {
  const { code, out } = await perform([traceIn(good()), traceIn(bad())], { json: true })
  const report: Report = JSON.parse(out)
  expect(code).toBe(1)
  expect(report.run.requests).toBe(good().report.run.requests + bad().report.run.requests)
  expect(heldIn(report)).toBe(heldIn(good().report) + heldIn(bad().report))
})

test('--out gets every form of the report, of this release, and none of it speaks of what nobody knows', async () => {
  const out = join(root(), 'judged')
  await perform([traceIn(bad())], { out, json: true })
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
    expect(text).not.toMatch(/(?:seed|profile) .?undefined/i)
  }
  // What was judged again can be judged again.
  expect((await perform([out])).code).toBe(1)
})

test('--out may not be where the files lie', async () => {
  for (const file of [
    traceIn(bad()),
    bad().directory,
    join(bad().directory, 'failures', 'x.json'),
  ]) {
    expect(await refusalOf([file], { out: bad().directory })).toMatch(
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
  expect((await perform([traceIn(bad())], chosen)).code).toBe(code)
})

test('a rule that another edition has leaves nothing to judge', async () => {
  expect(
    await refusalOf([traceIn(bad())], {
      edition: '2018-11',
      rules: ['publish-version/pending-function-is-409'],
    }),
  ).toMatch(/leave no rule of edition 2018-11/)
})

test('a baseline tolerates what it lists', async () => {
  const baseline = await lay(
    `version: 1\nexpectedFailures:\n  - { rule: ${rule}, reason: not there yet }\n`,
  )
  const { code, out } = await perform([traceIn(bad())], { baseline })
  expect(code).toBe(0)
  expect(out).toContain('not there yet')
})

test('the edition is the one that the files tell, and said where they do not agree', async () => {
  const [name = ''] = await readdir(join(bad().directory, 'failures'))
  const file = join(bad().directory, 'failures', name)
  const content = await readFile(file, 'utf8')
  const older = await lay(content.replace('"edition": "2024-08"', '"edition": "2019-06"'))
  expect((await reportOn([older])).edition).toBe('2019-06')
  expect((await reportOn([older, traceIn(good())])).edition).toBe('2019-06')
  expect((await reportOn([older], { edition: '2026-07' })).edition).toBe('2026-07')
  expect(await refusalOf([file, older])).toMatch(
    /is of edition 2024-08, ".+" of 2019-06; say with --edition by which one to judge$/,
  )
})

test.each([
  ['the token of the line in which it was found', (line: string) => line, '1:repeat-publish:14', 1],
  [
    'that token and no other',
    (line: string) => line.replace('"replay":"1:', '"replay":"7:'),
    '7:repeat-publish:14',
    7,
  ],
  [
    'none where the line has none',
    (line: string) => line.replace(/"replay":"[^"]+",/, ''),
    undefined,
    undefined,
  ],
])('a failure has %s', async (_what, as, replay, seed) => {
  const { rules } = await reportOn([await lay(bad().lines.map(as).join(''))])
  const failures = rules.flatMap(({ failure }) => failure ?? [])
  expect(failures.map((each) => [each.replay, each.seed])).toEqual([[replay, seed]])
})

test('on a terminal it tells how far it has come, and takes that away', async () => {
  const slowly = vi.spyOn(performance, 'now')
  let now = 0
  slowly.mockImplementation(() => (now += 300))
  try {
    const io = fakeIo({ isTTY: true })
    await checkCommand(requestFor([traceIn(good())], { noColor: true }), io)
    expect(io.err()).toContain('\u001b[2K2 programs, ')
    expect(io.err().endsWith('\r\u001b[2K')).toBe(true)
    const quiet = fakeIo({ isTTY: true })
    await checkCommand(requestFor([traceIn(good())], { quiet: true }), quiet)
    expect(quiet.err()).toBe('')
  } finally {
    slowly.mockRestore()
  }
})

test('an interruption ends it with 130, and what was judged by then is told', async () => {
  const io = fakeIo()
  io.interrupt()
  expect(await checkCommand(requestFor([traceIn(bad())]), io)).toBe(130)
  expect(io.out()).toMatch(/\nINTERRUPTED {2}/)
})

test('the command line judges again what a run of it has stored', async () => {
  const served = await startEmbedded({ mutant: rule })
  const out = join(root(), 'by-the-command-line')
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
