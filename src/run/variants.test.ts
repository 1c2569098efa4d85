import { expect, onTestFinished, test } from 'vitest'
import { serveReference } from '../../fixtures/reference/serve.ts'
import { combined, variants } from '../../fixtures/reference/variants.ts'
import { editions } from '../../spec/editions.ts'
import type { Report } from '../report/report.ts'
import type { RunOptions } from './options.ts'
import { runConformance } from './run.ts'

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
  const against = report.rules.filter(
    ({ verdict }) => !['pass', 'unsupported', 'unexercised'].includes(verdict),
  )
  expect(against).toEqual([])
  expect(report.run.resources.leaked).toBe(0)
}

test.each(Object.entries(variants))(
  'the reference endpoint breaks no rule in the variant %s',
  async (_name, options) => {
    const report = await reportOn(options, { profile: 'quick', seed: 11 })
    expectNothingAgainst(report)
    expect(report.summary.must.pass).toBeGreaterThan(100)
  },
)

const named = (...names: readonly string[]) =>
  combined(...names.map((name) => variants[name] ?? {}))

test.each([
  ['asynchronous', 'absent-members', 'content-based', 'code-sha-first'],
  ['settling-keeps-revision', 'extra-members', 'publish-keeps-revision', 'base-path'],
  ['asynchronous', 'content-based', 'minimal', 'authorization-required'],
])('nor in a combination of variants, searched at random: %s, %s, %s, %s', async (...names) => {
  expectNothingAgainst(await reportOn(named(...names), { profile: 'standard', seed: 12 }))
})

test.each(editions)('nor by the edition %s', async (edition) => {
  expectNothingAgainst(await reportOn({}, { profile: 'quick', seed: 13, edition }))
})
