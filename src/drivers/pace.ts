export type Pace = {
  /** Resolves when a request may go: true, or false if the gate was shut meanwhile. Each true owes a `done`. */
  readonly turn: () => Promise<boolean>
  /** Resolves when so many requests may go at once: their time has been waited for before, so that no second sees more. */
  readonly gather: (count: number) => Promise<void>
  readonly done: () => void
  readonly shut: () => void
}

/**
 * First come, first served: at most `concurrent` requests at a time, and at most `perSecond` a second. The token bucket
 * holds one token, so that no second ever sees more than its share, the first included.
 */
export const createPace = (concurrent: number, perSecond = Infinity): Pace => {
  const waiting: ((mayGo: boolean) => void)[] = []
  // On the way two requests may come closer to each other, and whoever counts them counts where they arrive.
  const intervalMs = (1000 / perSecond) * 1.03
  let free = concurrent
  let nextAt = 0
  /** Requests that have had their wait. */
  let gathered = 0
  let isShut = false
  let timer: NodeJS.Timeout | undefined
  const gatherings = new Set<() => void>()

  const admit = (): void => {
    while (waiting.length > 0 && free > 0 && timer === undefined) {
      // What was not used by then is not saved up.
      if (performance.now() >= nextAt) gathered = 0
      const waitMs = gathered > 0 ? 0 : nextAt - performance.now()
      if (waitMs > 0) {
        timer = setTimeout(() => {
          timer = undefined
          admit()
        }, Math.ceil(waitMs))
        return
      }
      if (gathered > 0) gathered -= 1
      else nextAt = Math.max(nextAt, performance.now()) + intervalMs
      free -= 1
      waiting.shift()?.(true)
    }
  }

  return {
    turn: () =>
      new Promise((resolve) => {
        if (isShut) return resolve(false)
        waiting.push(resolve)
        admit()
      }),
    gather: async (count) => {
      // Who comes meanwhile goes after them.
      nextAt = Math.max(nextAt, performance.now()) + count * intervalMs
      const waitMs = nextAt - intervalMs - performance.now()
      if (waitMs > 0 && !isShut) {
        await new Promise<void>((resolve) => {
          const gathering = setTimeout(() => endGathering(), Math.ceil(waitMs))
          const endGathering = (): void => {
            clearTimeout(gathering)
            gatherings.delete(endGathering)
            resolve()
          }
          gatherings.add(endGathering)
        })
      }
      // They have come all at once: those after them wait as long as if they had come one by one.
      gathered = count
      nextAt = performance.now() + count * intervalMs
      admit()
    },
    done: () => {
      free += 1
      admit()
    },
    shut: () => {
      isShut = true
      clearTimeout(timer)
      for (const end of gatherings) end()
      for (const resolve of waiting.splice(0)) resolve(false)
    },
  }
}
