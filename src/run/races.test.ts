import { expect, test } from 'vitest'
import { variants } from '../../fixtures/reference/variants.ts'
import { judgeRaces } from './races.fixture.ts'

/** Two seeds of each variant: more than 1,000 histories, with delays, 409s, throttling, errors, and replies that come never or late. */
test('no legal variant is called a breach where calls are delayed, refused and lost', async () => {
  let races = 0
  for (const [name, variant] of Object.entries(variants)) {
    for (const seed of [1, 2]) {
      const judged = await judgeRaces(variant, 'storm', seed)
      races += judged.races
      expect({ name, seed, failed: judged.failed }).toEqual({ name, seed, failed: [] })
    }
  }
  expect(races).toBeGreaterThan(1_000)
}, 300_000)
