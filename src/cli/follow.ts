import type { ProgramTrace } from '../drivers/driver.ts'
import type { ConformanceEvent } from '../run/event.ts'
import type { Report } from '../report/report.ts'
import type { Io } from './io.ts'
import { createProgress } from './progress.ts'

export type FollowOptions = {
  readonly subject: string
  /** Say what is planned before anything has answered. */
  readonly planFirst: boolean
  readonly quiet: boolean
  /** What was created is to stay. */
  readonly keep: boolean
  /** The command that deletes what would be left. */
  readonly sweep?: string
  /** Before anything is sent. */
  readonly onPlan: () => Promise<void>
  readonly onTrace: (trace: ProgramTrace) => Promise<void>
}

/** Follows a run to its end, tells on stderr how far it has come, and hands on what was sent. */
export const follow = async (
  events: AsyncIterable<ConformanceEvent>,
  { subject, planFirst, quiet, keep, sweep, onPlan, onTrace }: FollowOptions,
  { stderr, signal }: Pick<Io, 'stderr' | 'signal'>,
): Promise<Report> => {
  const live = stderr.isTTY === true && !quiet
  const now = performance.now.bind(performance)
  const progress = createProgress({ stream: stderr, live, subject, planFirst, now })
  const ticker = live ? setInterval(progress.redraw, 250).unref() : undefined
  const onInterrupt = (): void =>
    progress.note(
      keep
        ? 'Interrupted; once more stops at once'
        : `Interrupted: deleting what was created; once more stops at once and leaves it${sweep === undefined ? '' : ` to ${sweep}`}`,
    )
  signal.addEventListener('abort', onInterrupt, { once: true })
  try {
    for await (const event of events) {
      if (event.kind === 'finished') return event.report
      if (event.kind === 'planned') await onPlan()
      if (event.kind === 'traced') await onTrace(event.trace)
      if (!quiet) progress.on(event)
    }
  } finally {
    clearInterval(ticker)
    signal.removeEventListener('abort', onInterrupt)
    progress.end()
  }
  throw new Error('Failed to get a report, because the run ended without one')
}
