import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from './compiled.fixture.ts'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import { cleanAfterSweep, killAt, killPoint, type Killed } from './kill-points.fixture.ts'

const count = 1_000
const atOnce = 3

test('nothing is left behind after a thousand runs were ended anywhere, and swept', async () => {
  const seed = Date.now() % 2 ** 31
  const points = fc.sample(killPoint, { seed, numRuns: count })
  const results: Killed[] = []
  const unclean: unknown[] = []
  const compiled = await compile()
  const queue = points.entries()
  const work = async (): Promise<void> => {
    for (const [, point] of queue) {
      const killed = await killAt(point, [compiled.main])
      results.push(killed)
      try {
        expect(killed).toMatchObject(cleanAfterSweep)
      } catch {
        unclean.push({ point, killed })
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  await compiled.remove()
  const withSignal = (signal: string) => points.filter((point) => point.signal === signal).length
  noteFigures('kill-points', {
    seed,
    points: results.length,
    reached: results.filter(({ reached }) => reached).length,
    leftByTheProcess: results.filter(({ left }) => left.length > 0).length,
    killed: withSignal('SIGKILL'),
    interrupted: withSignal('SIGINT') + withSignal('SIGTERM'),
    interruptedTwice: withSignal('twice'),
    unclean: unclean.length,
  })
  expect(unclean).toEqual([])
})
