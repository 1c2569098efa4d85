import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPace } from './pace.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const take = (pace: ReturnType<typeof createPace>, count: number): boolean[] => {
  const seen: boolean[] = []
  for (let n = 0; n < count; n += 1) void pace.turn().then((mayGo) => seen.push(mayGo))
  return seen
}

test('no more requests go at once than there are places', async () => {
  const pace = createPace(2)
  const seen = take(pace, 3)
  await vi.advanceTimersByTimeAsync(1000)
  expect(seen).toEqual([true, true])
  pace.done()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual([true, true, true])
})

test('no second sees more requests than its share', async () => {
  const seen = take(createPace(100, 10), 25)
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(999)
  expect(seen).toHaveLength(10)
  await vi.advanceTimersByTimeAsync(1000)
  expect(seen).toHaveLength(20)
})

test('time without requests is not saved up', async () => {
  const pace = createPace(100, 10)
  await vi.advanceTimersByTimeAsync(5000)
  const seen = take(pace, 10)
  await vi.advanceTimersByTimeAsync(50)
  expect(seen).toHaveLength(1)
})

test('shutting turns away those who wait and those who come later', async () => {
  const pace = createPace(1, 1)
  const seen = take(pace, 3)
  pace.shut()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual([true, false, false])
  expect(await pace.turn()).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})
