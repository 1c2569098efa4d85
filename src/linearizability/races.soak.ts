import { afterAll, expect, test } from 'vitest'
import { variants } from '../../fixtures/reference/variants.ts'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import { withoutOrder } from './random-races.fixture.ts'

/** Of each variant, without and with throttling, errors and lost replies: 13,800 histories in all. */
const batches = 12
const each = 25

const figures: Record<string, { histories: number; withoutOrder: number; seconds: number }> = {}

afterAll(() => noteFigures('linearizability', { variants: figures }))

test.each(Object.entries(variants))('races have an order: %s', async (name, options) => {
  const startedAt = performance.now()
  const found: string[] = []
  for (let batch = 0; batch < batches; batch += 1) {
    for (const trouble of [0, 9]) {
      const seed = 1_000 + 2 * batch + Math.sign(trouble)
      found.push(...(await withoutOrder(options, each, { seed, trouble })))
    }
  }
  const seconds = Math.round((performance.now() - startedAt) / 1_000)
  figures[name] = { histories: batches * 2 * each, withoutOrder: found.length, seconds }
  expect(found).toEqual([])
})
