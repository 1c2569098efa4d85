export type Pace = {
  /** Resolves when a request may go: true, or false if the gate was shut meanwhile. Each true owes a `done`. */
  readonly turn: () => Promise<boolean>
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
  let isShut = false
  let timer: NodeJS.Timeout | undefined

  const admit = (): void => {
    while (waiting.length > 0 && free > 0 && timer === undefined) {
      const waitMs = nextAt - performance.now()
      if (waitMs > 0) {
        timer = setTimeout(() => {
          timer = undefined
          admit()
        }, Math.ceil(waitMs))
        return
      }
      nextAt = Math.max(nextAt, performance.now()) + intervalMs
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
    done: () => {
      free += 1
      admit()
    },
    shut: () => {
      isShut = true
      clearTimeout(timer)
      for (const resolve of waiting.splice(0)) resolve(false)
    },
  }
}
