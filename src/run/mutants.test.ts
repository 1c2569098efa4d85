import { expect, test } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { surveys } from '../../fixtures/mutants/surveys.ts'
import type { ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import { serveReference } from '../../fixtures/reference/serve.ts'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { defaultEdition } from '../../spec/editions.ts'
import { httpDriver } from '../drivers/http.ts'
import type { Profile } from '../report/report.ts'
import { exploreProgram, newExploration, programsFor, randomProgramAt } from './explore.ts'
import { ruleOf } from './selection.ts'
import { openSession } from './session.ts'
import { settingsOf } from './settings.ts'
import { verdictOf, type Verdict } from './verdict.ts'

const region = 'us-east-1'
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/** What a run concludes, without the shrinking that makes a failure readable and dear. */
const verdictsOn = async (
  options: ReferenceOptions,
  profile: Profile = 'quick',
): Promise<ReadonlyMap<RuleId, Verdict>> => {
  const served = await serveReference({ seed: 1, ...options })
  const driver = httpDriver({ endpoint: served.url, region, credentials, edition: defaultEdition })
  const session = openSession(driver, settingsOf({ profile, seed: 1 }))
  const exploration = newExploration()
  for (const program of programsFor(ruleIds)) {
    await exploreProgram(session, exploration, ruleIds, program)
  }
  for (let index = 0; session.spent().requests < session.settings.explore; index += 1) {
    await exploreProgram(session, exploration, ruleIds, randomProgramAt(session, index))
  }
  await driver.close()
  await served.close()
  const obstacles = {
    unsupported: session.operations.unsupported(),
    unsettled: exploration.unsettled,
    lostReplies: exploration.lostReplies,
  }
  return new Map(ruleIds.map((rule) => [rule, verdictOf(exploration.tally, rule, obstacles)]))
}

const idsOf = (
  verdicts: ReadonlyMap<RuleId, Verdict>,
  kind: Verdict['kind'],
): readonly RuleId[] => [...verdicts].filter(([, verdict]) => verdict.kind === kind).map(([id]) => id)

test('rules are surveyed where they are of level may, and have a mutant where not', () => {
  const mayBreak = new Set<string>(mutants.map(({ breaks }) => breaks))
  expect(Object.keys(surveys).toSorted()).toEqual(
    ruleIds.filter((id) => ruleOf(id).level === 'may').toSorted(),
  )
  expect(ruleIds.filter((id) => !mayBreak.has(id) && ruleOf(id).level !== 'may')).toEqual([])
})

test('every mutant has a name of its own', () => {
  const names = mutants.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('the reference endpoint breaks no rule, and no judge throws', async () => {
  const verdicts = await verdictsOn({})
  expect([...idsOf(verdicts, 'fail'), ...idsOf(verdicts, 'harness-error')]).toEqual([])
})

test.each(mutants.map((mutant) => [mutant.breaks, mutant.name, mutant] as const))(
  '%s is broken by a subject that %s',
  async (_rule, _name, { breaks, alsoBreaks, options, profile }) => {
    const verdicts = await verdictsOn(options, profile)
    expect(idsOf(verdicts, 'harness-error')).toEqual([])
    expect(idsOf(verdicts, 'fail').toSorted()).toEqual([breaks, ...alsoBreaks].toSorted())
  },
  30_000,
)

test.each(
  Object.entries(surveys).flatMap(([rule, pair]) =>
    pair.map(({ shows, options }) => [rule as RuleId, shows, options] as const),
  ),
)('%s observes "%s"', async (rule, shows, options) => {
  const verdict = (await verdictsOn(options)).get(rule)
  expect(verdict).toMatchObject({ kind: 'pass', observed: [shows] })
})
