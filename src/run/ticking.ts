import { setTimeout as sleep } from 'node:timers/promises'

const tick = 'tick' as const

/** What comes, and `undefined` as often as nothing has come for so many milliseconds: so that who waits can be told. */
export async function* ticking<Item>(
  items: AsyncGenerator<Item>,
  everyMs: number,
): AsyncGenerator<Item | undefined> {
  try {
    for (let next = items.next(); ;) {
      const waiting = new AbortController()
      const { signal } = waiting
      const first = await Promise.race([
        next,
        sleep(everyMs, tick, { signal }).catch((): typeof tick => tick),
      ])
      waiting.abort()
      if (first === tick) {
        yield undefined
        continue
      }
      if (first.done === true) return
      yield first.value
      next = items.next()
    }
  } finally {
    await items.return(undefined)
  }
}
