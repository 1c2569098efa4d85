import { expect, test } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { variants } from '../../fixtures/reference/variants.ts'
import { weathers } from '../../fixtures/reference/weathers.ts'
import type { RuleId } from '../../generated/rule-ids.ts'
import { brokenWrappers } from '../../fixtures/wrappers/broken.ts'
import { driverThroughBroken } from '../mutants/wrappers.fixture.ts'
import type { Report } from '../report/report.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import {
  checkFailures,
  checkLines,
  decidedIn,
  failedIn,
  storedRun,
  verdictsIn,
} from './check.fixture.ts'

/** Blatant and sly, of functions, layers and aliases, of replies and of what becomes of a call, and of races. */
const proofs: readonly RuleId[] = [
  'no-change/repeat-publish-returns-same-version',
  'revision-id/publish-with-stale-is-refused',
  'revision-id/refused-publish-keeps-revision',
  'code-sha256/wrong-is-refused',
  'preconditions/refused-publish-makes-no-version',
  'publish-version/success-is-201',
  'publish-version/snapshots-configuration',
  'update-function-code/success-body',
  'publish-layer-version/always-a-new-version',
  'versions/number-is-new',
  'listing/page-is-no-longer-than-asked',
  'deletion/deleted-function-is-not-readable',
  'independence/layers-are-apart',
  'aliases/update-with-stale-is-refused',
  'permissions/refused-add-keeps-statements',
  'names/update-of-a-version-is-refused',
  'requests/description-that-is-no-text-is-refused',
  'errors/are-named',
  'errors/names-agree',
  'messages/function-not-found',
  'supporting/second-creation-is-refused',
  'concurrency/one-code-update-by-one-revision-id',
  'concurrency/layer-numbers-are-distinct',
]

/** What its failure was shortened to breaks the rule that it depends on, too. */
const sly = 'leaves out a number of the second function where there is a layer'

const suspects = [
  ...proofs.flatMap((rule) => mutants.find(({ breaks }) => breaks === rule) ?? []),
  ...mutants.filter(({ name }) => name === sly),
]

test('every proof has its mutant', () => {
  expect(suspects).toHaveLength(proofs.length + 1)
})

test.each(suspects)(
  'the trace of a run on a subject that $name gives the verdicts of the run, its failures too',
  async ({ options, profile }) => {
    const { report, lines } = await storedRun(
      { driver: referenceDriver(options) },
      { profile, seed: 1 },
    )
    const again = checkLines(lines)
    expect(failedIn(report)).not.toEqual([])
    expect(failedIn(again)).toEqual(failedIn(report))
    expect(verdictsIn(again)).toMatchObject(verdictsIn(report))
    // What the run shortened it to is in the trace, too.
    for (const rule of failedIn(report)) {
      expect(stepsOf(again, rule)).toBeLessThanOrEqual(stepsOf(report, rule))
    }
    for (const [rule, ofFailure] of checkFailures(report)) {
      expect(failedIn(ofFailure)).toContain(rule)
    }
  },
)

const stepsOf = ({ rules }: Report, rule: string): number =>
  rules.find(({ id }) => id === rule)?.failure?.steps.length ?? 0

const legal = [
  'default',
  'asynchronous',
  'absent-members',
  'content-based',
  'base-path',
  'minimal-not-found',
]

test.each(legal)('the trace of a legal subject is held against nobody: %s', async (variant) => {
  const driver = referenceDriver(variants[variant] ?? {})
  const { report, lines } = await storedRun({ driver }, { profile: 'standard', seed: 2 })
  const again = checkLines(lines)
  expect(failedIn(again)).toEqual([])
  expect(verdictsIn(again)).toMatchObject(verdictsIn(report))
})

test.each(['throttling', 'losing-replies'] as const)(
  'calls that were sent again and replies that never came change nothing: %s',
  async (weather) => {
    const driver = referenceDriver(weathers[weather](3))
    const { report, lines } = await storedRun({ driver }, { profile: 'quick', seed: 1 })
    expect(lines.join('')).toMatch(/"status":429|"kind":"lost"/)
    const again = checkLines(lines)
    expect(failedIn(again)).toEqual([])
    expect(verdictsIn(again)).toMatchObject(decidedIn(report))
  },
)

const wrappers = ['loses CodeSha256', 'goes on reading the function after its answer'].flatMap(
  (name) => brokenWrappers.find((each) => each.name === name) ?? [],
)

test.each(wrappers)(
  'the trace of a run on a wrapper that $name gives the verdicts of the run',
  async (broken) => {
    const driver = await driverThroughBroken(broken)
    const { report, lines } = await storedRun(
      { driver },
      { profile: 'quick', seed: 1, rules: ['client/*', 'code-sha256/*'], isKnown: () => true },
    )
    const again = checkLines(lines)
    expect(failedIn(again)).toContain(broken.breaks)
    expect(verdictsIn(again)).toMatchObject(decidedIn(report))
    // Of the wire, which a caller does not see, nothing is said.
    expect(Object.keys(verdictsIn(again))).not.toContain('errors/content-type')
  },
)

test('two wrappers are tried', () => {
  expect(wrappers).toHaveLength(2)
})
