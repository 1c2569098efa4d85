import type { Ask, Client, Told } from './client.ts'
import { said } from './kept-text.ts'
import { closedTold, converse, ended, type Talker } from './talker.ts'

/**
 * A client of a process that stays from call to call, one call at a time. Where the process is gone, the next call has a
 * new one.
 */
export const standingClient = (start: () => Talker): Client => {
  let talker = start()
  let isClosed = false
  let lastCall: Promise<unknown> = Promise.resolve()
  const askNow = async (ask: Ask, timeoutMs: number): Promise<Told> => {
    if (isClosed) return closedTold
    let before: readonly string[] = []
    if (talker.group.isOver()) {
      await ended(talker)
      before = talker.takeNoise()
      talker = start()
    }
    const told = await converse(talker, ask, timeoutMs)
    let after: readonly string[] = []
    // At once, so that it is loaded by the time of the next call.
    if (talker.group.isOver()) {
      await ended(talker)
      after = talker.takeNoise()
      if (!isClosed) talker = start()
    }
    return { answer: told.answer, said: said(told.said, ...before, ...after) }
  }
  return {
    ask: (ask, timeoutMs) => {
      const told = lastCall.then(() => askNow(ask, timeoutMs))
      lastCall = told
      return told
    },
    close: async () => {
      isClosed = true
      await ended(talker)
    },
  }
}
