import { expect, test } from 'vitest'
import { variants } from '../../fixtures/reference/variants.ts'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import { judgeRaces } from './races.fixture.ts'

const seeds = Array.from({ length: 5 }, (_, index) => 100 + index)

test.each(['storm', 'wind'] as const)(
  'no legal variant is called a breach at length: %s',
  async (weather) => {
    let races = 0
    const red: string[] = []
    for (const [name, variant] of Object.entries(variants)) {
      for (const seed of seeds) {
        const judged = await judgeRaces(variant, weather, seed)
        races += judged.races
        red.push(...judged.failed.map((failed) => `${name}, seed ${seed}: ${failed}`))
      }
    }
    noteFigures(`races-in-${weather}`, { races, red: red.length })
    expect(red).toEqual([])
  },
  7_200_000,
)
