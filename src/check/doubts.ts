import type { Trace } from '../model/trace.ts'
import { refusedFrom, type Authorization } from '../run/authorization.ts'

/** Traces at whose end the caller was refused wait until later answers tell what that means. */
export type Doubts = {
  /** Hands the trace on, or as much of it as counts: now, or when that is known. */
  readonly take: (trace: Trace, judge: (trace: Trace) => void) => void
  /** Hands on what waits, by what is known now. */
  readonly decide: () => void
}

/** A run ends long before: its credentials are gone by then. */
const mostWaiting = 20

export const newDoubts = (authorization: Authorization): Doubts => {
  let waiting: (() => void)[] = []
  const decide = (): void => {
    const now = waiting
    waiting = []
    for (const judge of now) judge()
  }
  return {
    take: (trace, judge) => {
      const judgeWhatCounts = (): void => {
        const isRefused = authorization.refusals() > 0
        judge(isRefused ? trace.slice(0, refusedFrom(trace)) : trace)
      }
      if (authorization.refusals() === 0 || waiting.length >= mostWaiting) decide()
      else if (refusedFrom(trace) !== undefined) {
        waiting.push(judgeWhatCounts)
        return
      }
      judgeWhatCounts()
    },
    decide,
  }
}
