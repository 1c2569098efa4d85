import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileSubjects } from '../../fixtures/hostile/all.ts'
import { compile, type Compiled } from './compiled.fixture.ts'
import { atMost, tryOn, type Round } from './hostile.fixture.ts'

const round: Round = {
  profile: 'quick',
  seed: 1,
  maxRequests: 150,
  timeoutMs: 10_000,
  settleTimeoutMs: 100,
  deadlineS: 60,
  killAfterMs: 180_000,
}

let compiled: Compiled
beforeAll(async () => {
  compiled = await compile()
}, 120_000)
afterAll(() => compiled.remove())

const inTurn = atMost(2)

test.concurrent.each(hostileSubjects.filter(({ likeAnother }) => likeAnother !== true))(
  'a subject that $name gets its verdict, and does no harm',
  async (subject) => {
    const { faults } = await inTurn(() => tryOn(compiled.main, subject, round))
    expect(faults).toEqual([])
  },
  600_000,
)
