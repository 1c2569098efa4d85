import { expect, onTestFinished, test } from 'vitest'
import { serveReference } from '../../fixtures/reference/serve.ts'
import type { RuleId } from '../../generated/rule-ids.ts'
import type { Call } from '../call.ts'
import type { Driver, Outcome } from '../drivers/driver.ts'
import { functionNameOf } from '../model/step.ts'
import type { Action } from '../programs/action.ts'
import { directedPrograms } from '../programs/directed.ts'
import { attemptProgram } from './attempt.ts'
import { contextOf } from './explore.ts'
import type { RunOptions } from './options.ts'
import { actionsOf, originOf, randomActions, tokenOf, type Origin } from './replay-token.ts'
import { between, driverTo, sessionOn } from './run.fixture.ts'
import { shrink, type Counterexample } from './shrink.ts'
import { breachOf, findingFor } from './tally.ts'

const repeat = 'no-change/repeat-publish-returns-same-version'

/** A subject that makes a version of every publish. */
const alwaysPublishing = async (): Promise<Driver> => {
  const served = await serveReference({ decisions: { isUnchanged: () => false } })
  onTestFinished(served.close)
  return driverTo(served.url)
}

const shrunk = async (
  driver: Driver,
  rule: RuleId,
  origin: Origin,
  actions: readonly Action[],
  options: RunOptions = {},
): Promise<Counterexample> => {
  const session = sessionOn(driver, options)
  const attempt = await attemptProgram(session, actions)
  const finding = findingFor(rule, attempt, contextOf(session))
  if (finding.kind !== 'violated') throw new Error(`the rule is not broken: ${finding.kind}`)
  return shrink(session, rule, breachOf({ origin, actions }, attempt, finding), contextOf(session))
}

const directed = (name: string): [Origin, readonly Action[]] => {
  const actions = directedPrograms.find((program) => program.name === name)?.actions ?? []
  return [{ seed: 1, program: name, length: actions.length, paths: [] }, actions]
}

const operationsOf = ({ breach }: Counterexample): readonly string[] =>
  breach.exchanges.map(({ call }) => call.operation)

test('a directed program is cut down to the calls that matter', async () => {
  const found = await shrunk(await alwaysPublishing(), repeat, ...directed('repeat-publish'))
  expect(operationsOf(found)).toEqual(['CreateFunction', 'PublishVersion', 'PublishVersion'])
  expect(found).toMatchObject({ seen: 3, tried: 3 })
})

test('a random program is cut down as well, in its actions and in their members', async () => {
  const driver = await alwaysPublishing()
  const session = sessionOn(driver)
  let index = 0
  for (; index < 20; index += 1) {
    const attempt = await attemptProgram(session, randomActions(9, String(index)))
    if (findingFor(repeat, attempt, contextOf(session)).kind === 'violated') break
  }
  const actions = randomActions(9, String(index))
  const origin = { seed: 9, program: `${index}`, length: actions.length, paths: [] }
  const found = await shrunk(driver, repeat, origin, actions)
  expect(found.breach.actions).toEqual([
    { operation: 'CreateFunction', fn: 'f0' },
    { operation: 'PublishVersion', fn: 'f0' },
    { operation: 'PublishVersion', fn: 'f0' },
  ])
  expect(actionsOf(originOf(tokenOf(found.breach.origin)))).toEqual(found.breach.actions)
})

test('a token leads back to the very actions that shrinking found, over two rounds too', async () => {
  const driver = await alwaysPublishing()
  const rule = 'no-change/new-description-is-no-change'
  const [origin, actions] = directed('repeat-publish')
  const begun = await shrunk(driver, rule, origin, actions, { maxRequests: 60 })
  expect(begun.breach.origin.paths).toHaveLength(1)
  expect(begun.breach.actions.length).toBeGreaterThan(3)
  expect(actionsOf(originOf(tokenOf(begun.breach.origin)))).toEqual(begun.breach.actions)
  const done = await shrunk(driver, rule, begun.breach.origin, begun.breach.actions)
  expect(done.breach.origin.paths).toHaveLength(2)
  expect(done.breach.actions).toHaveLength(3)
  expect(actionsOf(originOf(tokenOf(done.breach.origin)))).toEqual(done.breach.actions)
})

test('shrinking stays on the rule: a shorter sequence that breaks another one is none', async () => {
  const rule = 'no-change/new-description-is-no-change'
  const found = await shrunk(await alwaysPublishing(), rule, ...directed('repeat-publish'))
  const last = found.breach.actions.at(-1)
  expect(last).toMatchObject({ operation: 'PublishVersion', description: expect.anything() })
})

test('a subject that fails now and then is told by how often it was seen to', async () => {
  let publishes = 0
  const broken = await alwaysPublishing()
  // Once shrunk, every second attempt answers the second publish as it should.
  const answers = new Map<string, Outcome>()
  const driver: Driver = {
    ...broken,
    send: async (call: Call) => {
      const exchange = await broken.send(call)
      if (call.operation !== 'PublishVersion') return exchange
      publishes += 1
      const name = functionNameOf(call)
      const before = answers.get(name)
      answers.set(name, exchange.outcome)
      const attempt = Number(/-(\d+)-f0$/.exec(name)?.[1])
      const isGood = before !== undefined && attempt > 2 && attempt % 2 === 1
      return isGood ? { ...exchange, outcome: before } : exchange
    },
  }
  const found = await shrunk(driver, repeat, ...directed('repeat-publish'), { profile: 'deep' })
  expect(publishes).toBeGreaterThan(5)
  expect(found.tried).toBe(5)
  expect(found.seen).toBeGreaterThan(1)
  expect(found.seen).toBeLessThan(5)
})

test('a breach that does not come again stands as it was recorded', async () => {
  let versions = 0
  const driver = await between(async (call, ask) => {
    const outcome = await ask()
    const isFirst =
      call.operation === 'PublishVersion' && outcome.kind === 'reply' && versions++ < 3
    if (!isFirst || outcome.body.kind !== 'json') return outcome
    const body = { ...(outcome.body.value as object), Version: `${versions}` }
    return { ...outcome, text: JSON.stringify(body), body: { kind: 'json', value: body } }
  })
  const [origin, actions] = directed('repeat-publish')
  const found = await shrunk(driver, repeat, origin, actions)
  expect(found.breach.origin.paths).toEqual([])
  expect(found.breach.actions).toEqual(actions.slice(0, 3))
  expect(found.seen).toBe(1)
  expect(found.tried).toBeGreaterThan(1)
})

test('where the run has to stop, the first breach stands as it is', async () => {
  const found = await shrunk(await alwaysPublishing(), repeat, ...directed('repeat-publish'), {
    maxRequests: 5,
  })
  expect(found).toMatchObject({ seen: 1, tried: 1 })
  expect(operationsOf(found)).toEqual(['CreateFunction', 'PublishVersion', 'PublishVersion'])
})
