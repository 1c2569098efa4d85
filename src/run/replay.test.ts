import { expect, onTestFinished, test } from 'vitest'
import { serveReference } from '../../fixtures/reference/serve.ts'
import type { Report } from '../report/report.ts'
import type { Call } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import type { RunOptions } from './options.ts'
import { between, finish, lost, reference, reply } from './run.fixture.ts'

const rule = 'no-change/repeat-publish-returns-same-version'
const quick: RunOptions = { profile: 'quick', rules: [rule] }

const brokenEndpoint = async (): Promise<string> => {
  const served = await serveReference({ decisions: { isUnchanged: () => false } })
  onTestFinished(served.close)
  return served.url
}

const tokenIn = ({ rules }: Report): string =>
  rules.find(({ id }) => id === rule)?.failure?.replay ?? ''

const found = async (): Promise<{ readonly endpoint: string; readonly replay: string }> => {
  const endpoint = await brokenEndpoint()
  return { endpoint, replay: tokenIn((await finish({ endpoint }, quick)).report) }
}

/** The reference endpoint, whose answer to every publish is another. */
const publishing = (answer: (ask: () => Promise<Outcome>) => Promise<Outcome>) =>
  between(async ({ operation }: Call, ask) =>
    operation === 'PublishVersion' ? answer(ask) : ask(),
  )

test('a failure that is still there is still failing', async () => {
  const { endpoint, replay } = await found()
  const { report } = await finish({ endpoint }, { ...quick, replay })
  expect(report.replay).toEqual({
    token: replay,
    outcome: 'still-failing',
    reason: `${rule} violated`,
  })
})

test('a failure that is mended is fixed, on whichever endpoint', async () => {
  const { replay } = await found()
  const { report } = await finish({ endpoint: await reference() }, { ...quick, replay })
  expect(report.replay).toMatchObject({
    outcome: 'fixed',
    reason: `${rule} holds; carried out 2 times`,
  })
})

test('a token alone speaks of no rule, and is fixed where none is violated', async () => {
  const { replay } = await found()
  const { report } = await finish({ endpoint: await reference() }, { profile: 'quick', replay })
  expect(report.replay).toMatchObject({
    outcome: 'fixed',
    reason: 'no rule is violated; carried out 2 times',
  })
})

test('what came now and then is not fixed by staying away', async () => {
  const { replay } = await found()
  const options = { ...quick, replay, seen: '1 of 3' }
  const { report } = await finish({ endpoint: await reference() }, options)
  expect(report.replay).toMatchObject({
    outcome: 'cannot-reproduce',
    reason: 'the failure came 1 of 3 times when it was found, and not in 2 now',
  })
})

test.each<[string, (ask: () => Promise<Outcome>) => Promise<Outcome>, RegExp]>([
  [
    'says nothing',
    async () => lost('timeout', 'too late'),
    /^its last call, PublishVersion, had no answer \(too late\)$/,
  ],
  ['lacks the operation', async () => reply(501), /does not implement PublishVersion|did not come/],
  ['fails', async () => reply(500), /^its last call, PublishVersion, had no answer \(500\)$/],
])('a subject that %s cannot reproduce a failure', async (_what, answer, reason) => {
  const { replay } = await found()
  const { report } = await finish({ driver: await publishing(answer) }, { ...quick, replay })
  expect(report.replay).toMatchObject({
    outcome: 'cannot-reproduce',
    reason: expect.stringMatching(reason),
  })
})

test('a subject on which nothing can be made has fixed nothing, by a token alone too', async () => {
  const { replay } = await found()
  const refusing = await between(async ({ operation }: Call, ask) =>
    operation === 'CreateFunction'
      ? reply(400, { Type: 'User', message: 'no such role' }, { 'x-amzn-errortype': 'Refused' })
      : ask(),
  )
  // The refusal keeps a rule of its own, which says nothing of the failure.
  const rules = [rule, 'errors/are-named']
  const { report } = await finish({ driver: refusing }, { profile: 'quick', replay, rules })
  expect(report.rules.map(({ verdict }) => verdict)).toContain('pass')
  expect(report.replay).toMatchObject({
    outcome: 'cannot-reproduce',
    reason: 'no function could be created (400 Refused no such role)',
  })
})

test('a last call that only fails has fixed nothing, by a token alone too', async () => {
  const { replay } = await found()
  const driver = await publishing(async () => reply(500))
  const rules = [rule, 'supporting/success-statuses']
  const { report } = await finish({ driver }, { profile: 'quick', replay, rules })
  expect(report.rules.map(({ verdict }) => verdict)).toContain('pass')
  expect(report.replay).toMatchObject({ outcome: 'cannot-reproduce' })
})

test('a race is replayed by its token; where it came every time it is fixed by staying away', async () => {
  const raced: RunOptions = {
    profile: 'standard',
    seed: 3,
    rules: ['concurrency/one-code-update-by-one-revision-id'],
  }
  const served = await serveReference({ decisions: { pauseBeforeChangeMs: () => 2 } })
  onTestFinished(served.close)
  const { report } = await finish({ endpoint: served.url }, raced)
  const [failed] = report.rules
  const failure = failed?.failure
  expect(failed?.verdict).toBe('fail')
  expect(failure?.seen).toMatch(/^[1-7] of 7$/)
  // Two clients, one call each, and what they have left is the least there is.
  expect(failure?.steps.filter(({ timing }) => timing?.lane)).toHaveLength(2)
  expect(failure?.impossible).toHaveLength(2)
  expect(failure?.curl).toEqual([])
  const replay = failure?.replay ?? ''
  const again = await finish({ endpoint: served.url }, { ...raced, replay })
  expect(again.report.replay?.outcome).toBe('still-failing')
  const mended = await finish({ endpoint: await reference() }, { ...raced, replay, seen: '7 of 7' })
  expect(mended.report.replay).toMatchObject({
    outcome: 'fixed',
    reason: 'concurrency/one-code-update-by-one-revision-id holds; carried out 7 times',
  })
})

test('a token does not tell how often a race came: staying away proves nothing', async () => {
  const raced: RunOptions = { profile: 'quick', replay: '1:race-code-updates-2:4' }
  const { report } = await finish({ endpoint: await reference() }, raced)
  expect(report.replay).toMatchObject({
    outcome: 'cannot-reproduce',
    reason: expect.stringContaining('a race may come now and then: replay its file in failures/'),
  })
})

test('a race that came once in many is not fixed by staying away', async () => {
  const raced: RunOptions = { profile: 'quick', replay: '1:race-code-updates-2:4', seen: '1 of 7' }
  const { report } = await finish({ endpoint: await reference() }, raced)
  expect(report.replay?.outcome).toBe('cannot-reproduce')
})
