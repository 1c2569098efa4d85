import { expect, onTestFinished, test } from 'vitest'
import { serveReference } from '../../fixtures/reference/serve.ts'
import { factors, pairwise } from '../../fixtures/reference/variant-matrix.ts'
import { combined, variants } from '../../fixtures/reference/variants.ts'
import { editions } from '../../spec/editions.ts'
import { referenceDriver } from './reference-driver.fixture.ts'
import type { Report } from '../report/report.ts'
import { judgeSubject, rulesWith } from './judge-subject.ts'
import type { RunOptions } from './options.ts'
import { runConformance } from './run.ts'

const seeds = Array.from({ length: 20 }, (_, index) => index + 1)

const named = (names: readonly string[]) => combined(...names.map((name) => variants[name] ?? {}))

test('the factors of the matrix hold every variant, and nothing else', () => {
  expect([...new Set(factors.flat())].toSorted()).toEqual(Object.keys(variants).toSorted())
})

test('every two variants of different factors meet in the matrix', () => {
  const rows = pairwise()
  const missing = factors.flatMap((left, i) =>
    factors.slice(i + 1).flatMap((right, offset) => {
      const j = i + 1 + offset
      return left.flatMap((a) =>
        right.filter((b) => !rows.some((row) => row[i] === a && row[j] === b)).map((b) => [a, b]),
      )
    }),
  )
  expect(missing).toEqual([])
})

/** So many rules hold of the least of the legal subjects, and more: silence alone would be no proof of anything. */
const least = 200

/** What is said against a legal subject: nothing but that something is not there or did not come about. */
const against = async (
  options: Parameters<typeof referenceDriver>[0],
  seed: number,
): Promise<readonly string[]> => {
  const { verdicts } = await judgeSubject(referenceDriver(options), {
    profile: 'standard',
    seed,
    // Calls at once are judged in worse weather elsewhere; here with some of the seeds.
    ...(seed > 3 ? { concurrency: 0 } : {}),
  })
  expect(rulesWith(verdicts, 'pass').length).toBeGreaterThan(least)
  return [...verdicts]
    .filter(([, { kind }]) => !['pass', 'unsupported', 'unexercised'].includes(kind))
    .map(([id, { kind }]) => `${kind} ${id}, seed ${seed}`)
}

test.each(pairwise().map((row) => [row.filter((name) => name !== 'default').join(' + '), row]))(
  'nothing is said against the variant: %s',
  async (_name, row) => {
    const found = await Promise.all(seeds.map((seed) => against(named(row), seed)))
    expect(found.flat()).toEqual([])
  },
)

const reportOn = async (
  options: Parameters<typeof serveReference>[0],
  run: RunOptions,
): Promise<Report> => {
  const served = await serveReference(options)
  onTestFinished(served.close)
  for await (const event of runConformance({ endpoint: served.url }, run)) {
    if (event.kind === 'finished') return event.report
  }
  throw new Error('no report')
}

const expectNothingAgainst = (report: Report): void => {
  const others = report.rules.filter(
    ({ verdict }) => !['pass', 'unsupported', 'unexercised'].includes(verdict),
  )
  expect(others).toEqual([])
  expect(report.run.resources.leaked).toBe(0)
}

test.each(['base-path', 'authorization-required', 'asynchronous-timed'])(
  'nor over a socket: %s',
  async (name) => {
    const report = await reportOn(named([name]), { profile: 'quick', seed: 11 })
    expectNothingAgainst(report)
    expect(report.summary.must.pass).toBeGreaterThan(100)
  },
)

test.each(editions)('nor by the edition %s', async (edition) => {
  expectNothingAgainst(await reportOn({}, { profile: 'quick', seed: 13, edition }))
})
