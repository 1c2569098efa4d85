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

test('no more is under way than was asked for', async () => {
  const { work, begun, finish } = workshop()
  const results = inOrder([1, 2, 3], 2, work)
  const first = results.next()
  await Promise.resolve()
  expect(begun).toEqual([1, 2])
  finish(1)
  await first
  expect(begun).toEqual([1, 2])
  const second = results.next()
  await Promise.resolve()
  expect(begun).toEqual([1, 2, 3])
  finish(2)
  finish(3)
  await second
})

test('whoever stops early still waits for what is under way', async () => {
  const { work, finish } = workshop()
  const results = inOrder([1, 2], 2, work)
  const first = results.next()
  finish(1)
  await first
  const over = results.return(undefined).then(() => 'over')
  const soon = new Promise((resolve) => setImmediate(resolve, 'still waiting'))
  expect(await Promise.race([over, soon])).toBe('still waiting')
  finish(2)
  expect(await over).toBe('over')
})
