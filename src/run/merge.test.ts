import { expect, test } from 'vitest'
import { startEmbedded, type EmbeddedOptions } from '../embedded.ts'
import type { Report } from '../report/report.ts'
import { reportOf, ruleReport } from '../report/report.fixture.ts'
import { UsageError } from './errors.ts'
import { mergeReports } from './merge.ts'
import type { RunOptions } from './options.ts'
import { finish } from './run.fixture.ts'
import { toolVersion } from './tool-version.ts'

/** A run on an endpoint of its own, as each job of a matrix has one. */
const runOn = async (embedded: EmbeddedOptions, options: RunOptions) => {
  const { url, close } = await startEmbedded(embedded)
  try {
    return await finish({ endpoint: url }, { seed: 7, ...options })
  } finally {
    await close()
  }
}

const shardsOf = async (embedded: EmbeddedOptions, options: RunOptions, of: number) => {
  const finished = []
  for (let index = 1; index <= of; index += 1) {
    finished.push(await runOn(embedded, { ...options, shard: { index, of } }))
  }
  return finished
}

const merged = (reports: readonly Report[]): Report =>
  mergeReports(reports.map((report, index) => ({ file: `${index + 1}/report.json`, report })))

const judgedIn = ({ rules }: Report) =>
  rules.map(({ id, verdict, held, reason, observed }) =>
    // How often a race comes out as it may depends on who comes first.
    id.startsWith('concurrency/') ? [id, verdict, reason] : [id, verdict, held, reason, observed],
  )

test.each<[string, EmbeddedOptions, RunOptions, number]>([
  ['keeps the contract', {}, { profile: 'standard' }, 3],
  ['settles slowly', { variant: 'asynchronous' }, { profile: 'quick' }, 2],
  [
    'breaks a rule that others wait for',
    { mutant: 'no-change/repeat-publish-returns-same-version' },
    { profile: 'quick' },
    4,
  ],
  ['lacks operations', {}, { profile: 'quick', without: ['CreateAlias', 'GetPolicy'] }, 5],
])(
  'the shards of a subject that %s come to the verdicts of the whole run',
  async (_what, embedded, options, of) => {
    const whole = await runOn(embedded, options)
    const shards = await shardsOf(embedded, options, of)
    const report = merged(shards.map((shard) => shard.report))
    expect(judgedIn(report)).toEqual(judgedIn(whole.report))
    expect(report.summary).toEqual(whole.report.summary)
    expect(report.shard).toBeUndefined()
    expect(Object.keys(report).toSorted()).toEqual(Object.keys(whole.report).toSorted())

    const programs = (traces: typeof whole.trace) =>
      traces.flatMap(({ program, shrinking }) =>
        // Each shard looks for what it has deleted itself.
        shrinking === undefined && program !== 'clean-up' ? [program] : [],
      )
    const [probe = '', ...others] = programs(whole.trace)
    // The first program tells what the subject implements: every shard needs to know.
    const carried = shards.map(({ trace }) => programs(trace))
    expect(carried.map(([first]) => first)).toEqual(shards.map(() => probe))
    expect(carried.flatMap((names) => names.slice(1)).toSorted()).toEqual(others.toSorted())
  },
)

test('a failure is told by its shortest counterexample', async () => {
  const shards = await shardsOf(
    { mutant: 'no-change/repeat-publish-returns-same-version' },
    { profile: 'quick' },
    2,
  )
  const id = 'no-change/repeat-publish-returns-same-version'
  const rule = merged(shards.map(({ report }) => report)).rules.find((each) => each.id === id)
  expect(rule?.failure?.steps).toHaveLength(3)
})

const shard = (index: number, of: number, over: Partial<Report> = {}): Report =>
  reportOf([ruleReport('no-change/repeat-publish-is-201', 'pass')], {
    tool: { name: 'lambda-conformance', version: toolVersion },
    shard: { index, of, unsettled: false, few: false, lostReplies: {}, standings: {} },
    ...over,
  })
const { run } = reportOf([])

test.each<[string, readonly Report[], RegExp]>([
  ['nothing', [], /^no report given/],
  ['a whole run', [reportOf([])], /^"1\/report.json" is the report of a whole run; give/],
  ['a shard too few', [shard(1, 3), shard(3, 3)], /^shard 2 of 3 is missing/],
  ['a shard twice', [shard(1, 2), shard(1, 2)], /are both shard 1 of 2; give each shard once$/],
  [
    'operations left out of one of them',
    [shard(1, 2), shard(2, 2, { subject: { ...reportOf([]).subject, without: ['CreateAlias'] } })],
    /has the operations left out , .* has CreateAlias/,
  ],
  ['a shard beyond the last', [shard(3, 2)], /is shard 3 of 2, which there is not$/],
  ['shards of two runs', [shard(1, 2), shard(2, 3)], /is one of 3 shards, and .* is one of 2/],
  [
    'two seeds',
    [shard(1, 2), shard(2, 2, { run: { ...run, seed: 5 } })],
    /^the shards do not fit together: "1\/report.json" has the seed 1823, "2\/report.json" has 5/,
  ],
  [
    'two editions',
    [shard(1, 2), shard(2, 2, { edition: '2018-11' })],
    /has the edition 2024-08, .* has 2018-11/,
  ],
  [
    'two profiles',
    [shard(1, 2), shard(2, 2, { run: { ...run, profile: 'quick' } })],
    /has the profile standard, .* has quick/,
  ],
  [
    'two versions',
    [shard(1, 2), shard(2, 2, { tool: { name: 'lambda-conformance', version: '9.9.9' } })],
    /has the version of lambda-conformance .*, .* has 9\.9\.9/,
  ],
  [
    'another release',
    [shard(1, 1, { tool: { name: 'lambda-conformance', version: '9.9.9' } })],
    /come from lambda-conformance 9\.9\.9, this is/,
  ],
  [
    'other rules',
    [shard(1, 2), shard(2, 2, { rules: [] })],
    /judge different rules; give all of them the same --rule and --skip-rule$/,
  ],
])('%s is not merged', (_what, reports, message) => {
  const twice = [shard(1, 2), shard(1, 2)].map((report) => ({ file: 'same.json', report }))
  expect(() => mergeReports(twice)).toThrow('are both shard 1 of 2')
  expect(() => merged(reports)).toThrow(UsageError)
  expect(() => merged(reports)).toThrow(message)
})
