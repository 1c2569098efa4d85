import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lostUpdateFailure } from '../timeline.fixture.ts'
import { timelineOf, type Bar } from '../timeline.ts'
import { labelOf, widthOf, type Spot } from './timeline-label.ts'

const barAt = (index: number): Bar => {
  const bar = timelineOf(lostUpdateFailure, 80)?.bars[index]
  if (bar === undefined) throw new Error('the fixture has it')
  return bar
}
const [marked, plain] = [barAt(1), barAt(3)]
const spot = (over: Partial<Spot>): Spot => ({
  from: 100,
  to: 900,
  free: 0,
  until: 1_000,
  breaks: [],
  ...over,
})

test('a bar holds as much of its words as there is room for', () => {
  expect(labelOf(marked, spot({}))).toMatchObject({
    place: 'inside',
    x: 107,
    text: '2 ✗ UpdateFunctionCode (code XumxpP) if A → 200, now B',
  })
  expect(labelOf(marked, spot({ to: 350 }))?.text).toBe('2 ✗ UpdateFunctionCode → 200')
})

test('where a bar is too short for what was called, its words stand behind it, or before it', () => {
  expect(labelOf(plain, spot({ to: 130 }))).toMatchObject({ place: 'after', x: 137 })
  const atEnd = labelOf(plain, spot({ from: 970, to: 1_000 }))
  expect(atEnd?.place).toBe('before')
  expect((atEnd?.x ?? 0) + (atEnd?.width ?? 0)).toBe(963)
})

test('words stay in a bar that has room for what came, where there is no more room outside', () => {
  const label = labelOf(plain, spot({ to: 220, free: 100, until: 330 }))
  expect(label).toMatchObject({ place: 'inside', text: '4 200, shows B' })
})

test('an impossible call without room for more keeps its mark, and another one nothing at all', () => {
  const narrow = spot({ to: 130, free: 100, until: 130 })
  expect(labelOf(marked, narrow)?.text).toBe('✗')
  expect(labelOf(plain, spot({ to: 110, free: 100, until: 110 }))).toBeUndefined()
})

const place = fc.integer({ min: 0, max: 250 })

test('no label covers another bar, the edge or a break of the time', () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 6, maxLength: 6 }),
      fc.boolean(),
      (steps, isMarked) => {
        const places = steps.map((_, index) =>
          steps.slice(0, index + 1).reduce((sum, each) => sum + each, 0),
        )
        const [free = 0, from = 0, first = 0, second = 0, to = 0, until = 0] = places
        for (const breaks of [[], [{ from: first, to: second }], [{ from: to, to: until }]]) {
          const label = labelOf(isMarked ? marked : plain, { free, from, to, until, breaks })
          if (label === undefined) continue
          const [start, end] = [label.x, label.x + widthOf(label.text)]
          expect(start).toBeGreaterThanOrEqual(free)
          expect(end).toBeLessThanOrEqual(until)
          for (const gap of breaks) expect(end <= gap.from || start >= gap.to).toBe(true)
          expect(label.place === 'inside').toBe(start >= from && end <= to)
        }
      },
    ),
  )
})
