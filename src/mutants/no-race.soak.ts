import { afterAll, expect, test } from 'vitest'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import { blamedBeside, withoutRace } from './no-race.fixture.ts'

const seeds = [1, 2]
let judged = 0

afterAll(() => noteFigures('no-race', { judged, seeds: seeds.length }))

test.each(withoutRace.map((mutant) => [mutant.breaks, mutant.name, mutant] as const))(
  '%s alone is blamed on a subject that %s, and no race',
  async (_rule, _name, mutant) => {
    for (const seed of seeds) expect(await blamedBeside(mutant, seed)).toEqual([])
    judged += 1
  },
)
