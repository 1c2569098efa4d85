import type { ProgramTrace } from '../drivers/driver.ts'
import { newKeeper } from './keep.ts'

/** Where traces wait until the run hands them on: it holds no more of them than came since the last time. */
export type Recorder = {
  readonly record: (trace: ProgramTrace) => void
  /** What has come since the last time. */
  readonly taken: () => readonly ProgramTrace[]
}

export const newRecorder = (): Recorder => {
  const keep = newKeeper()
  let waiting: ProgramTrace[] = []
  return {
    record: (trace) => {
      waiting.push({ ...trace, exchanges: keep(trace.exchanges) })
    },
    taken: () => {
      const traces = waiting
      waiting = []
      return traces
    },
  }
}
