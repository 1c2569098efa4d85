import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileSubjects } from '../../fixtures/hostile/all.ts'
import { textsOneByOne } from '../../fixtures/hostile/texts.ts'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import { compile, type Compiled } from './compiled.fixture.ts'
import { atMost, tryOn, type Round, type Tried } from './hostile.fixture.ts'

// What a text does to a report has little to do with the seed.
const rounds = [
  ...hostileSubjects.flatMap((subject) => [1, 2].map((seed) => ({ seed, ...subject }))),
  ...textsOneByOne.map((subject) => ({ seed: 1, ...subject })),
]

const roundOf = (seed: number): Round => ({
  profile: 'standard',
  seed,
  timeoutMs: 10_000,
  settleTimeoutMs: 500,
  deadlineS: 60,
  killAfterMs: 240_000,
})

let compiled: Compiled
beforeAll(async () => {
  compiled = await compile()
}, 120_000)

const largest = (figures: readonly number[]): number => Math.round(Math.max(0, ...figures))

const tried: Tried[] = []
const inTurn = atMost(2)

test.concurrent.each(rounds)(
  'a subject that $name gets its verdict with seed $seed, and does no harm',
  async ({ seed, ...subject }) => {
    const one = await inTurn(() => tryOn(compiled.main, subject, roundOf(seed)))
    tried.push(one)
    expect(one.faults).toEqual([])
  },
)

afterAll(async () => {
  await compiled.remove()
  noteFigures('hostile', {
    subjects: new Set(rounds.map(({ name }) => name)).size,
    runs: tried.length,
    withFaults: tried.filter(({ faults }) => faults.length > 0).length,
    peakMegabytes: largest(tried.map(({ peakMegabytes }) => peakMegabytes)),
    longestSeconds: largest(tried.map(({ durationMs }) => durationMs / 1_000)),
  })
})
