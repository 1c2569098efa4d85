import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ticking } from './ticking.ts'

async function* slow() {
  yield 1
  await sleep(60)
  yield 2
}

async function* failing() {
  yield await Promise.reject<number>(new Error('broken'))
}

test('what comes is passed on, and ticks come while nothing does', async () => {
  const seen: (number | undefined)[] = []
  for await (const item of ticking(slow(), 10)) seen.push(item)
  expect(seen.filter((item) => item !== undefined)).toEqual([1, 2])
  expect(seen[1]).toBe(undefined)
})

test('nothing is asked for before what came has been looked at', async () => {
  let asked = 0
  const counted = async function* () {
    for (;;) yield (asked += 1)
  }
  const items = ticking(counted(), 1_000)
  await items.next()
  await sleep(5)
  expect(asked).toBe(1)
  await items.return(undefined)
})

test('who stops ends what is ticking', async () => {
  let isOver = false
  const endless = async function* () {
    try {
      for (;;) yield 1
    } finally {
      isOver = true
    }
  }
  for await (const _ of ticking(endless(), 1_000)) break
  expect(isOver).toBe(true)
})

test('a fault comes through', async () => {
  await expect(ticking(failing(), 1_000).next()).rejects.toThrow('broken')
})
