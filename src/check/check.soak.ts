import { afterAll, expect, test } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { variants } from '../../fixtures/reference/variants.ts'
import { weathers } from '../../fixtures/reference/weathers.ts'
import { brokenWrappers } from '../../fixtures/wrappers/broken.ts'
import { driverThroughBroken } from '../mutants/wrappers.fixture.ts'
import type { Report } from '../report/report.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import {
  checkFailures,
  checkLines,
  decidedIn,
  failedIn,
  storedRun,
  verdictsIn,
} from './check.fixture.ts'

const figures = { traces: 0, programs: 0, calls: 0, failures: 0 }
afterAll(() => noteFigures('check', figures))

/** A report on the trace of a run, counted. */
const checked = (lines: readonly string[]): Report => {
  const report = checkLines(lines)
  figures.traces += 1
  figures.programs += report.recording?.programs ?? 0
  figures.calls += report.run.requests
  return report
}

test.each(mutants)(
  'the trace of a run on a subject that $name gives the verdicts of the run, its failures too',
  async ({ options, profile }) => {
    const driver = referenceDriver(options)
    const { report, lines } = await storedRun(
      { driver },
      { profile, seed: 2, settleTimeoutMs: 500 },
    )
    const again = checked(lines)
    expect(failedIn(again)).toEqual(failedIn(report))
    expect(verdictsIn(again)).toMatchObject(decidedIn(report))
    for (const [rule, ofFailure] of checkFailures(report)) {
      figures.failures += 1
      expect(failedIn(ofFailure)).toContain(rule)
    }
  },
)

const legal = [
  ...Object.entries(variants).map(([name, options]) => ({ name, options })),
  ...Object.entries(weathers).flatMap(([name, weather]) =>
    [1, 2, 3].map((phase) => ({ name: `${name} ${phase}`, options: weather(phase) })),
  ),
]

test.each(legal)(
  'the trace of a legal subject is held against nobody: $name',
  async ({ options }) => {
    const driver = referenceDriver(options)
    const { report, lines } = await storedRun({ driver }, { profile: 'standard', seed: 2 })
    const again = checked(lines)
    expect(failedIn(again)).toEqual([])
    expect(verdictsIn(again)).toMatchObject(decidedIn(report))
  },
)

test.each(brokenWrappers)(
  'the trace of a run on a wrapper that $name gives the verdicts of the run',
  async (broken) => {
    const driver = await driverThroughBroken(broken)
    const { report, lines } = await storedRun(
      { driver },
      { profile: 'quick', seed: 1, isKnown: () => true },
    )
    expect(verdictsIn(checked(lines))).toMatchObject(decidedIn(report))
  },
)
