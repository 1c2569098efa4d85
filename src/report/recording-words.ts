import type { Report } from './report.ts'
import { sanitize } from './sanitize.ts'

const plural = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`

const shown = 3

/** `63 programs, 877 calls of trace.ndjson; nothing was sent`, or undefined where something was. */
export const recordingInWords = ({
  recording,
  run,
}: Pick<Report, 'recording' | 'run'>): string | undefined => {
  if (recording === undefined) return undefined
  const { files, programs, leftOut = 0 } = recording
  const more = files.length > shown ? ` and ${files.length - shown} more files` : ''
  const named = `${files
    .slice(0, shown)
    .map((file) => sanitize(file, 200))
    .join(', ')}${more}`
  const without = leftOut === 0 ? '' : `, ${plural(leftOut, 'line')} left out`
  return `${plural(programs, 'program')}, ${plural(run.requests, 'call')} of ${named}${without}; nothing was sent`
}
