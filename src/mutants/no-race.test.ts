import { expect, test } from 'vitest'
import { blamedBeside, withoutRace } from './no-race.fixture.ts'

/** Every one of them takes five minutes: `npm run soak` does. */
const some = withoutRace.filter((_, index) => index % 16 === 0)

test.each(some.map((mutant) => [mutant.breaks, mutant.name, mutant] as const))(
  '%s alone is blamed on a subject that %s, and no race',
  async (_rule, _name, mutant) => {
    expect(await blamedBeside(mutant, 1)).toEqual([])
  },
  30_000,
)

test('they are of all areas of one client', () => {
  expect(some.length).toBeGreaterThan(40)
  expect(new Set(some.map(({ breaks }) => breaks.split('/')[0])).size).toBeGreaterThan(12)
})
