import type { RuleId } from '../../generated/rule-ids.ts'
import type { Exchange, ProgramTrace } from '../drivers/driver.ts'
import { newKeeper } from './keep.ts'

/** Where traces wait until the run hands them on: it holds no more of them than came since the last time. */
export type Recorder = {
  /** `shrinking`: the rule whose failure the calls were to shorten. */
  readonly record: (program: string, exchanges: readonly Exchange[], shrinking?: RuleId) => void
  /** What has come since the last time. */
  readonly taken: () => readonly ProgramTrace[]
}

export const newRecorder = (): Recorder => {
  const keep = newKeeper()
  let waiting: ProgramTrace[] = []
  return {
    record: (program, exchanges, shrinking) => {
      waiting.push({
        program,
        ...(shrinking === undefined ? {} : { shrinking }),
        exchanges: keep(exchanges),
      })
    },
    taken: () => {
      const traces = waiting
      waiting = []
      return traces
    },
  }
}
