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

test('requests that were waited for together go at the same moment, and no second sees more', async () => {
  const pace = createPace(100, 10)
  const times: number[] = []
  const go = async (): Promise<void> => {
    if (await pace.turn()) times.push(performance.now())
  }
  await go()
  const gathered = pace
    .gather(4)
    .then(() => Promise.all([go(), go(), go(), go(), ...Array.from({ length: 20 }, go)]))
  await vi.advanceTimersByTimeAsync(5_000)
  await gathered
  await vi.advanceTimersByTimeAsync(5_000)
  expect(times).toHaveLength(25)
  expect(new Set(times.slice(1, 5)).size).toBe(1)
  for (const time of times) {
    const within = times.filter((other) => other >= time && other < time + 1_000)
    expect(within.length).toBeLessThanOrEqual(10)
  }
})

test('without a limit nobody waits to go together', async () => {
  const pace = createPace(100)
  const ready = vi.fn<() => void>()
  void pace.gather(8).then(ready)
  await vi.advanceTimersByTimeAsync(0)
  expect(ready).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
})

test('what was waited for together and not used is not saved up', async () => {
  const pace = createPace(100, 10)
  for (let times = 0; times < 3; times += 1) {
    const gathered = pace.gather(4)
    await vi.advanceTimersByTimeAsync(1_000)
    await gathered
  }
  const seen = take(pace, 10)
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toHaveLength(1)
})

test('shutting ends the wait of those who would go together', async () => {
  const pace = createPace(100, 1)
  const gathered = pace.gather(8)
  pace.shut()
  await gathered
  expect(await pace.turn()).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})
