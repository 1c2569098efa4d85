import { expect, test } from 'vitest'
import { mutants } from '../../fixtures/mutants/all.ts'
import { surveys } from '../../fixtures/mutants/surveys.ts'
import { basePathOf } from '../../fixtures/reference/base-path.ts'
import { createEndpoint, type ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import { operations } from '../../generated/operations.ts'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { defaultEdition } from '../../spec/editions.ts'
import type { Driver, Outcome, WireRequest } from '../drivers/driver.ts'
import { encodeCall } from '../drivers/encode.ts'
import { readBody } from '../drivers/read-reply.ts'
import type { Profile } from '../report/report.ts'
import { exploreProgram, newExploration, programsFor, randomProgramAt } from './explore.ts'
import { ruleOf } from './selection.ts'
import { openSession } from './session.ts'
import { settingsOf } from './settings.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** The endpoint without a socket between: hundreds of runs would spend most of their time on HTTP. */
const driverOf = (options: ReferenceOptions): Driver => {
  const endpoint = createEndpoint({ seed: 1, ...options })
  const base = basePathOf(options.basePath)
  return {
    endpoint: `http://lambda.invalid${base}`,
    send: async (call) => {
      const encoded = encodeCall(call, operations[defaultEdition][call.operation])
      const request: WireRequest = { ...encoded, path: `${base}${encoded.path}` }
      const startedAtMs = performance.now()
      const reply = await endpoint.respond({
        method: request.method,
        url: new URL(request.path, 'http://lambda.invalid'),
        authorization: 'none',
        readBody: async () => request.body ?? '',
      })
      const outcome: Outcome =
        reply.kind === 'lost'
          ? { kind: 'lost', reason: 'connection-lost', message: 'no reply' }
          : {
              kind: 'reply',
              status: reply.status,
              headers: Object.fromEntries(
                Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), value]),
              ),
              ...readBody(Buffer.from(reply.body ?? '')),
            }
      return { call, request, outcome, startedAtMs, endedAtMs: performance.now() }
    },
    close: async () => undefined,
  }
}

/** What a run concludes, without the shrinking that makes a failure readable and dear. */
const verdictsOn = async (
  options: ReferenceOptions,
  profile: Profile = 'quick',
): Promise<ReadonlyMap<RuleId, Verdict>> => {
  const session = openSession(driverOf(options), settingsOf({ profile, seed: 1 }))
  const exploration = newExploration()
  for (const program of programsFor(ruleIds)) {
    await exploreProgram(session, exploration, ruleIds, program)
  }
  for (let index = 0; session.spent().requests < session.settings.explore; index += 1) {
    await exploreProgram(session, exploration, ruleIds, randomProgramAt(session, index))
  }
  const obstacles = {
    unsupported: session.operations.unsupported(),
    unsettled: exploration.unsettled,
    lostReplies: exploration.lostReplies,
  }
  return new Map(ruleIds.map((rule) => [rule, verdictOf(exploration.tally, rule, obstacles)]))
}

const idsOf = (verdicts: ReadonlyMap<RuleId, Verdict>, kind: Verdict['kind']): readonly RuleId[] =>
  [...verdicts].filter(([, verdict]) => verdict.kind === kind).map(([id]) => id)

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
