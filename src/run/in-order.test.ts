import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

/** Work that is finished from outside, item by item. */
const workshop = () => {
  const begun: number[] = []
  const finish = new Map<number, (result: string) => void>()
  return {
    begun,
    work: (item: number) =>
      new Promise<string>((resolve) => {
        begun.push(item)
        finish.set(item, resolve)
      }),
    finish: (item: number) => finish.get(item)?.(`done ${item}`),
  }
}

test('results come in the order of the items, however the work ends', async () => {
  const { work, finish } = workshop()
  const results = inOrder([1, 2], 2, work)
  const first = results.next()
  finish(2)
  finish(1)
  expect((await first).value).toBe('done 1')
  expect((await results.next()).value).toBe('done 2')
  expect((await results.next()).done).toBe(true)
})

const soon = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))

test('as soon as one is done another is begun, and never more than were asked for', async () => {
  const { work, begun, finish } = workshop()
  const results = inOrder([1, 2, 3], 2, work)
  const first = results.next()
  await soon()
  expect(begun).toEqual([1, 2])
  finish(2)
  await soon()
  expect(begun).toEqual([1, 2, 3])
  finish(1)
  finish(3)
  expect([(await first).value, (await results.next()).value]).toEqual(['done 1', 'done 2'])
})

test('one at a time is begun when its predecessor has been looked at', async () => {
  const { work, begun, finish } = workshop()
  const results = inOrder([1, 2], 1, work)
  const first = results.next()
  finish(1)
  await first
  await soon()
  expect(begun).toEqual([1])
  const second = results.next()
  await soon()
  expect(begun).toEqual([1, 2])
  finish(2)
  await second
})

test('work that fails is told where its turn comes', async () => {
  const results = inOrder([1, 2], 2, (item) =>
    item === 2 ? Promise.reject(new Error('two')) : soon(),
  )
  await results.next()
  await expect(results.next()).rejects.toThrow('two')
})

test('whoever stops early still waits for what is under way', async () => {
  const { work, finish } = workshop()
  const results = inOrder([1, 2], 2, work)
  const first = results.next()
  finish(1)
  await first
  const over = results.return(undefined).then(() => 'over')
  expect(await Promise.race([over, soon()])).toBe(undefined)
  finish(2)
  expect(await over).toBe('over')
})

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

test('what has been told is not held: a run would else hold every reply it ever got', async () => {
  const results = inOrder([1, 2, 3], 1, async (item) => ({ item }))
  const first = new WeakRef((await results.next()).value as object)
  await results.next()
  await soon()
  collectGarbage()
  expect(first.deref()).toBe(undefined)
  expect((await results.next()).value).toEqual({ item: 3 })
})
