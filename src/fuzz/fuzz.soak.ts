import { afterAll, expect, test } from 'vitest'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import { targets } from './targets.fixture.ts'

const cases = { cheap: 100_000, dear: 10_000 } as const
const seed = 2

const figures: Record<string, { cases: number; seconds: number }> = {}

afterAll(() => noteFigures('fuzz', { seed, targets: figures }))

test.each(targets.map((each) => [each.name, each] as const))('%s', async (name, { cost, run }) => {
  const startedAt = performance.now()
  await expect(run(cases[cost], seed)).resolves.toBeUndefined()
  const seconds = Math.round((performance.now() - startedAt) / 1_000)
  figures[name] = { cases: cases[cost], seconds }
})
