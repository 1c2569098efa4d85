import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile, type Compiled } from './compiled.fixture.ts'
import { cleanAfterSweep, killAt, killPoint } from './kill-points.fixture.ts'

let compiled: Compiled
beforeAll(async () => {
  compiled = await compile()
}, 120_000)
afterAll(() => compiled.remove())

// Always the same ones here: a hundred times as many, and new ones each time, are a soak.
const points = fc.sample(killPoint, { seed: 6, numRuns: 8 })

test.concurrent.each(points)(
  'a run ended by $signal at request $nth leaves nothing behind that a sweep does not delete ($subject, $moment)',
  async (point) => {
    const killed = await killAt(point, [compiled.main])
    // Who is asked to end deletes what it has made, and needs no sweep for it.
    const isAsked = point.signal === 'SIGTERM' || point.signal === 'SIGINT'
    expect(killed).toMatchObject(isAsked ? { ...cleanAfterSweep, left: [] } : cleanAfterSweep)
  },
)
