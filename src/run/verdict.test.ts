import { expect, test } from 'vitest'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { ruleOf } from './selection.ts'
import type { Breach, Standing, Tally } from './tally.ts'
import { verdictOf, type Obstacles } from './verdict.ts'

const clear: Obstacles = {
  judged: new Set(ruleIds),
  unsupported: new Set(),
  unsettled: false,
  lostReplies: new Map(),
}

const breach: Breach = {
  origin: { seed: 1, program: 'layers', length: 0, paths: [] },
  actions: [],
  exchanges: [],
  finding: { kind: 'violated', at: 0, expected: 'e', actual: 'a' },
}
const nothing: Standing = { held: 0, judgingMs: 0, behaviours: new Set() }
const broken: Standing = { ...nothing, breach }
const held: Standing = { ...nothing, held: 3 }

const tallyOf = (standings: Partial<Record<RuleId, Standing>>): Tally =>
  new Map(ruleIds.flatMap((id) => (standings[id] === undefined ? [] : [[id, standings[id]]])))

const repeat = 'no-change/repeat-publish-returns-same-version'
/** Depends on the next one, which depends on `repeat`. */
const keepsOld = 'no-change/new-description-keeps-the-old'
const noChange = 'no-change/new-description-is-no-change'
const survey = ruleIds.find((id) => ruleOf(id).level === 'may') ?? repeat

test('a rule that held passes, as often as it held', () => {
  expect(verdictOf(tallyOf({ [repeat]: held }), repeat, clear)).toEqual({ kind: 'pass', held: 3 })
})

test('a rule that was broken fails, however often it held', () => {
  const tally = tallyOf({ [repeat]: { ...broken, held: 9 } })
  expect(verdictOf(tally, repeat, clear)).toEqual({ kind: 'fail', held: 9, breach })
})

test('a surveyed rule shows behaviours and never fails', () => {
  const behaviours = new Set(['one', 'other'])
  expect(verdictOf(tallyOf({ [survey]: { ...nothing, behaviours } }), survey, clear)).toEqual({
    kind: 'pass',
    held: 0,
    observed: ['one', 'other'],
  })
  for (const id of ruleIds.filter((candidate) => ruleOf(candidate).level === 'may')) {
    expect(verdictOf(tallyOf({ [id]: broken }), id, clear).kind).not.toBe('fail')
    expect(verdictOf(tallyOf({ [id]: { ...broken, behaviours } }), id, clear).kind).toBe('pass')
  }
})

test('a rule waits for the one it depends on, over several steps too', () => {
  expect(ruleOf(keepsOld).dependsOn).toContain(noChange)
  expect(ruleOf(noChange).dependsOn).toContain(repeat)
  const tally = tallyOf({ [repeat]: broken, [noChange]: held, [keepsOld]: broken })
  expect(verdictOf(tally, repeat, clear).kind).toBe('fail')
  expect(verdictOf(tally, keepsOld, clear)).toEqual({ kind: 'blocked', on: repeat })
  expect(verdictOf(tallyOf({ [repeat]: broken }), noChange, clear)).toEqual({
    kind: 'blocked',
    on: repeat,
  })
})

test('a rule that held passes, though the one it depends on is broken', () => {
  const tally = tallyOf({ [repeat]: broken, [noChange]: held })
  expect(verdictOf(tally, noChange, clear).kind).toBe('pass')
})

test('a surveyed rule blocks nothing', () => {
  const dependent = ruleIds.find((id) =>
    ruleOf(id).dependsOn?.some((other) =>
      ruleIds.some((known) => known === other && ruleOf(known).level === 'may'),
    ),
  )
  expect(dependent).toBeUndefined()
})

test('an operation that is not there makes its rules unsupported', () => {
  const obstacles: Obstacles = { ...clear, unsupported: new Set(['PublishVersion']) }
  const unsupported = { kind: 'unsupported', operation: 'PublishVersion' }
  expect(verdictOf(tallyOf({}), repeat, obstacles)).toEqual(unsupported)
  expect(verdictOf(tallyOf({}), repeat, { ...obstacles, stopped: 'cancelled' })).toEqual(
    unsupported,
  )
  expect(verdictOf(tallyOf({ [repeat]: broken }), repeat, obstacles).kind).toBe('fail')
  expect(verdictOf(tallyOf({ [repeat]: held }), repeat, obstacles).kind).toBe('pass')
})

const lostSome = new Map([
  ['repeat-publish', 5],
  ['late-publish', 2],
  ['alias-life', 9],
])

test('replies lost in the programs of another area are no reason', () => {
  const obstacles = { ...clear, lostReplies: new Map([['alias-life', 9]]) }
  expect(verdictOf(tallyOf({}), repeat, obstacles).kind).toBe('unexercised')
})

test.each<[string, Partial<Obstacles>]>([
  [
    'the run was out of requests',
    { stopped: 'out of requests', unsettled: true, lostReplies: lostSome },
  ],
  ['a function did not settle', { unsettled: true, lostReplies: lostSome }],
  ['7 replies that it needs never came', { lostReplies: lostSome }],
])('where %s, what was not judged is undecided', (reason, obstacles) => {
  expect(verdictOf(tallyOf({}), repeat, { ...clear, ...obstacles })).toEqual({
    kind: 'undecided',
    reason: expect.stringContaining(reason),
  })
  expect(verdictOf(tallyOf({ [repeat]: held }), repeat, { ...clear, ...obstacles }).kind).toBe(
    'pass',
  )
})

test('a rule that nothing exercised is never green', () => {
  for (const id of ruleIds) expect(verdictOf(tallyOf({}), id, clear).kind).toBe('unexercised')
})

test('what looks broken only through somebody else is blocked by that, however often it held', () => {
  const by = 'client/keeps-revision-id'
  const excused: Standing = { ...held, excusedBy: by }
  expect(verdictOf(tallyOf({ [repeat]: excused }), repeat, clear)).toEqual({
    kind: 'blocked',
    on: by,
  })
  expect(verdictOf(tallyOf({ [repeat]: { ...excused, breach } }), repeat, clear).kind).toBe('fail')
  expect(verdictOf(tallyOf({ [survey]: excused }), survey, clear).kind).toBe('pass')
})

test('a judge that threw is our error, whatever else was seen', () => {
  const tally = tallyOf({ [repeat]: { ...broken, held: 1, crash: 'oh' } })
  expect(verdictOf(tally, repeat, clear)).toEqual({ kind: 'harness-error', message: 'oh' })
})

test('what was seen and proves nothing leaves a rule undecided, with the reason', () => {
  const unproven: Standing = { ...nothing, unproven: 'it was refused, but so was everything' }
  expect(verdictOf(tallyOf({ [repeat]: unproven }), repeat, clear)).toEqual({
    kind: 'undecided',
    reason: 'it was refused, but so was everything',
  })
  expect(verdictOf(tallyOf({ [repeat]: { ...unproven, held: 1 } }), repeat, clear).kind).toBe(
    'pass',
  )
  expect(verdictOf(tallyOf({ [repeat]: { ...unproven, breach } }), repeat, clear).kind).toBe('fail')
  const tally = tallyOf({ [repeat]: broken, [noChange]: unproven })
  expect(verdictOf(tally, noChange, clear)).toEqual({ kind: 'blocked', on: repeat })
})

test('a rule that nothing exercised names the one it may wait for, where that was left out', () => {
  const alone = { ...clear, judged: new Set([noChange]) }
  expect(verdictOf(tallyOf({}), noChange, alone)).toMatchObject({
    kind: 'unexercised',
    reason: expect.stringMatching(`; it may wait for ${repeat}, which was left out$`),
  })
  expect(verdictOf(tallyOf({}), noChange, clear)).toMatchObject({
    reason: 'no program came to a state in which this rule says anything',
  })
})
