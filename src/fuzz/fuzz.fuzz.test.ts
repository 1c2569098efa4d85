import { expect, test } from 'vitest'
import { targets } from './targets.fixture.ts'

const cases = { cheap: 400, dear: 200 } as const

test.each(targets.map((each) => [each.name, each] as const))('%s', async (_, { cost, run }) => {
  await expect(run(cases[cost], 1)).resolves.toBeUndefined()
})
