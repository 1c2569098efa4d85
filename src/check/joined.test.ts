import { expect, test } from 'vitest'
import { ruleIds } from '../../generated/rule-ids.ts'
import { defaultEdition } from '../../spec/editions.ts'
import type { Exchange } from '../drivers/driver.ts'
import { exchangeOf, reply } from '../run/run.fixture.ts'
import { agreedOn } from './agreed.ts'
import { joinedOperations, joinedTally, shownBreach } from './joined.ts'
import { openJudging, type Judged } from './judging.ts'
import { originOfStored } from './report-of.ts'
import type { StoredProgram } from './stored.ts'

const rule = 'publish-version/success-is-201'

const judged = (...programs: readonly Partial<StoredProgram>[]): Judged => {
  const judging = openJudging(defaultEdition, ruleIds, [], originOfStored)
  for (const program of programs) judging.take({ name: 'a', exchanges: [], ...program })
  return judging.end()
}

const FunctionName = 'f'
const configuration = { FunctionName, RevisionId: 'r', CodeSha256: 'h' }
const creation = exchangeOf(
  'CreateFunction',
  { FunctionName },
  reply(201, { ...configuration, Version: '$LATEST' }),
)
const publish = (status: number): Exchange =>
  exchangeOf('PublishVersion', { FunctionName }, reply(status, { ...configuration, Version: '1' }))
const wrong = { exchanges: [creation, publish(200)] }
const wrongLater = { exchanges: [creation, ...wrong.exchanges] }
const right = { exchanges: [creation, publish(201)] }

const breachIn = (...files: readonly Judged[]) => joinedTally(files).get(rule)?.breach

test('one breach in one file breaks the rule, and the shortest one is shown', () => {
  expect(breachIn(judged(right))).toBeUndefined()
  expect(breachIn(judged(right), judged(wrongLater))?.exchanges).toHaveLength(3)
  expect(breachIn(judged(wrongLater), judged(wrong))?.exchanges).toHaveLength(2)
  expect(joinedTally([judged(right, right), judged(right)]).get(rule)?.held).toBe(3)
})

test('what was tried to shorten a failure counts for that rule alone, and never in its favour', () => {
  const shrinking = { shrinking: rule }
  const held = judged({ ...right, ...shrinking })
  expect(joinedTally([held]).get(rule)).toMatchObject({ held: 0 })
  const other = judged({ ...wrong, shrinking: 'publish-version/success-body' })
  expect(breachIn(other)).toBeUndefined()
  const file = judged(wrongLater, { ...wrong, ...shrinking })
  const found = breachIn(file)
  if (found === undefined) throw new Error('nothing was found')
  expect(found.exchanges).toHaveLength(3)
  expect(shownBreach([file], rule, found).exchanges).toHaveLength(2)
  // Where the line is lost in which it was first seen.
  expect(breachIn(judged({ ...wrong, ...shrinking }))?.exchanges).toHaveLength(2)
})

test('what was sent to clean up is not judged', () => {
  expect(breachIn(judged({ name: 'clean-up', ...wrong }))).toBeUndefined()
  expect(judged({ name: 'clean-up', ...wrong })).toMatchObject({ programs: 0, calls: 2 })
})

test('rules about clients are those of files with clients, all others those of files without', () => {
  const client = {
    answer: { kind: 'output', output: {} },
    wire: [],
    strays: [],
    leaks: [],
  } as const
  const ofClient = judged({ exchanges: [creation, { ...publish(201), client }] })
  expect(ofClient.rules).toContain('client/answers')
  expect(ofClient.rules).not.toContain('errors/content-type')
  const together = joinedTally([ofClient, judged(right)])
  expect([...together.keys()]).toEqual(
    expect.arrayContaining(['client/answers', 'errors/content-type']),
  )
  expect([...joinedTally([judged(right)]).keys()]).not.toContain('client/answers')
})

test('an operation that one file shows is there, whatever another says', () => {
  const missing = exchangeOf('GetPolicy', { FunctionName }, reply(501, {}))
  const there = exchangeOf('GetPolicy', { FunctionName }, reply(200, {}))
  const denied = exchangeOf(
    'GetAlias',
    { FunctionName },
    reply(403, { message: 'x' }, { 'x-amzn-errortype': 'AccessDeniedException' }),
  )
  const one = judged({ exchanges: [missing, denied] })
  expect(joinedOperations([one])).toMatchObject({
    operations: { GetPolicy: 'unsupported' },
    unsupported: new Set(['GetPolicy']),
    denied: new Map([['GetAlias', 'lambda:GetAlias']]),
  })
  expect(joinedOperations([one, judged({ exchanges: [there] })])).toMatchObject({
    operations: { GetPolicy: 'supported' },
    unsupported: new Set(),
  })
})

test('in a failure, the answer that breaks the rule says nothing of what is there or permitted', () => {
  const nameless = exchangeOf('GetPolicy', { FunctionName }, reply(404, {}))
  const denied = exchangeOf(
    'GetAlias',
    { FunctionName },
    reply(403, { message: 'x' }, { 'x-amzn-errortype': 'AccessDeniedException' }),
  )
  const program = { exchanges: [creation, nameless, denied] }
  expect(joinedOperations([judged(program)])).toMatchObject({
    unsupported: new Set(['GetPolicy']),
    denied: new Map([['GetAlias', 'lambda:GetAlias']]),
  })
  expect(joinedOperations([judged({ ...program, breaks: rule })])).toEqual({
    operations: { CreateFunction: 'supported' },
    unsupported: new Set(),
    denied: new Map(),
  })
})

test('what files tell counts where they agree', () => {
  expect(agreedOn([{ seed: 1 }, { seed: 1 }], 'seed')).toBe(1)
  expect(agreedOn([{ seed: 1 }, { seed: 2 }], 'seed')).toBeUndefined()
  expect(agreedOn([{ seed: 1 }, {}], 'seed')).toBeUndefined()
})
