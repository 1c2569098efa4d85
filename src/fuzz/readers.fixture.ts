import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { applyBaseline } from '../baseline/apply-baseline.ts'
import { readBaseline } from '../baseline/read-baseline.ts'
import { parseBaseline } from '../baseline/parse-baseline.ts'
import type { Json } from '../call.ts'
import { checkCommand } from '../cli/check-command.ts'
import { readConfig } from '../cli/config-file.ts'
import { readReplay } from '../cli/files.ts'
import { fakeIo } from '../cli/io.fixture.ts'
import type { ProgramTrace } from '../drivers/driver.ts'
import { parseLedger } from '../ledger/read-ledger.ts'
import { failureFile } from '../report/failure-file.ts'
import { jsonText } from '../report/json-text.ts'
import { matrixMarkdown } from '../report/matrix/markdown.ts'
import { matrixOf } from '../report/matrix/matrix.ts'
import { matrixPage } from '../report/matrix/page.ts'
import { readReportFile } from '../report/read-report.ts'
import { repeatPublishFailure, reportOf, ruleReport } from '../report/report.fixture.ts'
import type { Report } from '../report/report.ts'
import { gated } from '../report/verdict.ts'
import { UsageError } from '../run/errors.ts'
import { mergeReports } from '../run/merge.ts'
import { exchangeOf, lost, reply } from '../run/run.fixture.ts'
import { mutated, replacedIn } from './mutated.fixture.ts'
import { target, type Target } from './target.fixture.ts'
import { anyJson, hostileText } from './values.fixture.ts'
import { expectWellFormed } from './writers.fixture.ts'

/** A value, or one line that says what is wrong. Anything else that is thrown is a fault of ours. */
const valueOrLine = async <Value>(
  read: () => Promise<Value> | Value,
): Promise<Value | undefined> => {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const { message } = error
    if (/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u.test(message))
      throw new Error(`not one line: ${message}`, { cause: error })
    if (message.length > 2_000) throw new Error(`too long: ${message}`, { cause: error })
    return undefined
  }
}

const baseline = `version: 1
expectedFailures:
  - rule: no-change/repeat-publish-returns-same-version
    signature: Version "N"
    reason: "not yet: see there"
    issue: https://github.com/o/r/issues/1
    expires: 2027-01-31
  - { rule: 'errors/*', reason: known }
expectedUnsupported:
  - operation: GetPolicy
    reason: |
      none
knownFlaky:
  - { rule: names, reason: now and then, expires: 2027-01-31 }
`

const configuration = `endpoint: http://127.0.0.1:4566/base
region: eu-west-1
rule: [no-change, 'errors/*']
without: GetPolicy
seed: 7
maxRps: 12.5
shard: 2/4
keep: false
`

const failing = ruleReport('no-change/repeat-publish-returns-same-version', 'fail', {
  failure: repeatPublishFailure,
  baseline: { kind: 'expected', reason: 'known', issue: 'https://x/1', expires: '2027-01-31' },
})
const shard = { unsettled: false, few: false, lostReplies: { 'directed:1': 2 }, standings: {} }

const report: Report = gated(
  reportOf(
    [
      failing,
      ruleReport('publish-version/success-is-201', 'pass'),
      ruleReport('names/a', 'blocked', { reason: 'waits for names/b' }),
      ruleReport('names/b', 'pass', { level: 'may', observed: ['one', 'two'] }),
    ],
    {
      baseline: {
        file: 'known.yaml',
        tolerated: 1,
        problems: [{ kind: 'stale', entry: 'names/a', line: 3, message: 'it passes' }],
      },
    },
  ),
  'must',
)
const standing = { 'no-change/repeat-publish-returns-same-version': { held: 0, broken: true } }
const part: Report = { ...report, shard: { ...shard, index: 1, of: 2, standings: standing } }
const ledger = [
  '{"schemaVersion":1,"run":"0123abcd","endpoint":"http://127.0.0.1:1","region":"us-east-1","startedAt":"2026-11-21T08:00:00.000Z","pid":7,"host":"h"}',
  '{"is":"asked","kind":"function","name":"lambda-conformance-0123abcd-f0"}',
  '{"is":"gone","kind":"function","name":"lambda-conformance-0123abcd-f0"}',
  '{"is":"asked","kind":"layer","name":"lambda-conformance-0123abcd-l0"}',
  '',
].join('\n')

const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value))

/** Anything, something nearly right, and what is right but for one value in it. */
const contents = (valid: string, value?: Json): fc.Arbitrary<string | Uint8Array> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
    { weight: 1, arbitrary: hostileText },
    { weight: 1, arbitrary: anyJson.map((each) => JSON.stringify(each)) },
    { weight: 4, arbitrary: mutated(valid) },
    ...(value === undefined
      ? []
      : [{ weight: 6, arbitrary: replacedIn(value).map((each) => JSON.stringify(each)) }]),
  )

/** Each case is written to a file of that name, and read from it. */
const fromFile = (
  name: string,
  file: string,
  content: fc.Arbitrary<string | Uint8Array>,
  read: (path: string) => Promise<void>,
): Target => ({
  name,
  cost: 'dear',
  run: async (cases, seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'lambda-conformance-'))
    const path = join(folder, file)
    const property = fc.asyncProperty(content, async (text) => {
      writeFileSync(path, text)
      await read(path)
    })
    try {
      await fc.assert(property, { numRuns: cases, seed })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

/** What passes for a report goes through all that reports go through. */
const useReport = async (path: string): Promise<void> => {
  const read = await valueOrLine(() => readReportFile(path, 'matrix'))
  if (read === undefined) return
  const matrix = matrixOf([
    { file: path, report: read },
    { file: 'other', report },
  ])
  matrixMarkdown(matrix)
  matrixPage(matrix)
  expectWellFormed(read)
  expectWellFormed(applyBaseline(read, parseBaseline(baseline, 'known.yaml').baseline))
  for (const other of [
    part,
    { ...part, shard: { ...shard, index: 2, of: 2, standings: standing } },
  ]) {
    const whole = await valueOrLine(() =>
      mergeReports([
        { file: 'a', report: read },
        { file: 'b', report: other },
      ]),
    )
    if (whole === undefined) continue
    expectWellFormed(gated(whole, 'should'))
    // What was merged can be read again.
    writeFileSync(`${path}.merged`, JSON.stringify(whole))
    await readReportFile(`${path}.merged`, 'matrix')
  }
}

/** A program of a run on an endpoint, with a call through a client and one of several made at once. */
const trace = jsonText({
  program: 'repeat-publish',
  exchanges: [
    exchangeOf('CreateFunction', { FunctionName: 'f' }, reply(201, { Version: '$LATEST' })),
    {
      ...exchangeOf('PublishVersion', { FunctionName: 'f' }, reply(201, { Version: '1' })),
      client: {
        answer: { kind: 'output', output: { Version: '1' } },
        wire: [
          {
            request: { method: 'POST', path: '/', headers: {}, body: '{}' },
            call: { operation: 'PublishVersion', input: { FunctionName: 'f' } },
            signature: 'right',
            answered: reply(201, { Version: '1' }),
            given: lost('timeout'),
            startedAtMs: 1,
            endedAtMs: 2,
          },
        ],
        strays: [],
        leaks: [],
      },
    },
    { ...exchangeOf('GetFunction', { FunctionName: 'f' }, reply(429)), lane: 1 },
    { ...exchangeOf('GetFunction', { FunctionName: 'f' }, reply(200, {})), lane: 2 },
  ],
} satisfies ProgramTrace)

const judgeAgain = async (path: string): Promise<void> => {
  const io = fakeIo()
  const files = { files: [path], without: [], failOn: 'must' } as const
  const ended = await valueOrLine(() =>
    checkCommand({ ...files, json: true, quiet: true, noColor: true }, io),
  )
  if (ended === undefined) return
  if (![0, 1, 3].includes(ended)) throw new Error(`exit ${ended}`)
  JSON.parse(io.out())
}

export const readerTargets: readonly Target[] = [
  fromFile(
    'a baseline is read, or refused in one line',
    'known.yaml',
    contents(baseline),
    async (path) => {
      await valueOrLine(() => readBaseline(path))
    },
  ),
  fromFile(
    'a configuration in YAML is read, or refused in one line',
    'c.yaml',
    contents(configuration),
    async (path) => {
      await valueOrLine(() => readConfig(path, '.'))
    },
  ),
  fromFile(
    'a configuration in JSON is read, or refused in one line',
    'c.json',
    contents('{"endpoint":"http://h","rule":["names"],"seed":7,"keep":true,"maxRps":2}', {
      endpoint: 'http://h',
      rule: ['names'],
      seed: 7,
      keep: true,
    }),
    async (path) => {
      await valueOrLine(() => readConfig(path, '.'))
    },
  ),
  fromFile(
    'a failure file is read, or refused in one line',
    'failure.json',
    contents(
      JSON.stringify(failureFile(report, failing, repeatPublishFailure)),
      jsonOf(failureFile(report, failing, repeatPublishFailure)),
    ),
    async (path) => {
      await valueOrLine(() => readReplay(path))
    },
  ),
  fromFile(
    'a report is read and shown in every form, or refused in one line',
    'report.json',
    contents(JSON.stringify(report), jsonOf(report)),
    useReport,
  ),
  fromFile(
    'the report of a shard is read and merged, or refused in one line',
    'report.json',
    contents(JSON.stringify(part), jsonOf(part)),
    useReport,
  ),
  fromFile(
    'a trace is judged, or refused in one line',
    'trace.ndjson',
    contents(trace, JSON.parse(trace) as Json),
    judgeAgain,
  ),
  fromFile(
    'a stored failure is judged, or refused in one line',
    'failure.json',
    contents(
      JSON.stringify(failureFile(report, failing, repeatPublishFailure), null, 2),
      jsonOf(failureFile(report, failing, repeatPublishFailure)),
    ),
    judgeAgain,
  ),
  target('a ledger is read, or said to be unreadable', 'cheap', () =>
    fc.property(fc.oneof(mutated(ledger), hostileText), (text) => {
      const { kind } = parseLedger(text, 'l.ndjson')
      if (!['kept', 'empty', 'unreadable'].includes(kind)) throw new Error(kind)
    }),
  ),
]
