import type { ConformanceEvent, Phase, Plan } from '../run/event.ts'
import type { Output } from './io.ts'
import { planLine } from './plan-text.ts'

export type ProgressOptions = {
  readonly stream: Output
  /** A line that is drawn over and over, as on a terminal; otherwise lines that stay, one for each phase. */
  readonly live: boolean
  readonly subject: string
  /** Say what is planned before the subject has answered anything: due to whoever owns another machine. */
  readonly planFirst: boolean
  /** Milliseconds, from any start. */
  readonly now: () => number
}

export type Progress = {
  readonly on: (event: ConformanceEvent) => void
  /** Draws again, so that the time goes on while a call takes long. */
  readonly redraw: () => void
  /** A line that stays. */
  readonly note: (text: string) => void
  /** Takes the live line away. */
  readonly end: () => void
}

type Seen = {
  readonly phase?: Phase
  readonly plan?: Plan
  readonly requests: number
  readonly judged: number
  readonly rules: number
  readonly failed: readonly string[]
}

const msBetweenDraws = 100
const erase = '\r\u001b[2K'

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** From the calls made so far and those planned; nothing where that would be a guess. */
const timeLeft = ({ plan, requests, phase }: Seen, elapsedMs: number): readonly string[] => {
  if (plan === undefined || requests < 20 || phase === 'shrink' || phase === 'clean-up') return []
  const left = plan.expectedRequests - requests
  return left <= 0 ? [] : [`about ${Math.ceil(((elapsedMs / requests) * left) / 1000)} s left`]
}

const statusLine = (seen: Seen, elapsedMs: number): string =>
  [
    seen.phase ?? 'starting',
    `${seen.judged}/${seen.rules} rules judged`,
    ...(seen.failed.length > 0 ? [`${seen.failed.length} failed`] : []),
    `${seen.requests} calls`,
    seconds(elapsedMs),
    ...timeLeft(seen, elapsedMs),
  ].join(' · ')

const after = (seen: Seen, event: ConformanceEvent): Seen => {
  switch (event.kind) {
    case 'planned':
      return { ...seen, plan: event.plan, rules: event.plan.rules }
    case 'phase':
      return { ...seen, phase: event.phase }
    case 'progress':
      return {
        ...seen,
        phase: event.phase,
        requests: event.requests,
        judged: event.rulesJudged,
        rules: event.rules,
      }
    case 'judged':
      return event.verdict === 'fail' && !seen.failed.includes(event.rule)
        ? { ...seen, failed: [...seen.failed, event.rule] }
        : seen
    case 'probed':
    case 'traced':
    case 'finished':
      return seen
    default:
      return event satisfies never
  }
}

export const createProgress = ({
  stream,
  live,
  subject,
  planFirst,
  now,
}: ProgressOptions): Progress => {
  const startedAt = now()
  let seen: Seen = { requests: 0, judged: 0, rules: 0, failed: [] }
  let drawnAt = -Infinity
  let ended = false

  const draw = (): void => {
    if (!live || ended || now() - drawnAt < msBetweenDraws) return
    drawnAt = now()
    const line = statusLine(seen, now() - startedAt)
    // One column less than there are: a full line would wrap, and could not be erased.
    stream.write(erase + line.slice(0, (stream.columns || 80) - 1))
  }
  const note = (text: string): void => {
    stream.write(`${live ? erase : ''}${text}\n`)
    drawnAt = -Infinity
  }

  // Until the subject has answered: where nobody is there, the one line that says so is all there is to read.
  let waiting: string[] | undefined = live || planFirst ? undefined : []
  const tell = (text: string): void => {
    if (waiting === undefined) note(text)
    else waiting.push(text)
  }
  const release = (): void => {
    const lines = waiting ?? []
    waiting = undefined
    lines.forEach(note)
  }

  const on = (event: ConformanceEvent): void => {
    const before = seen
    seen = after(seen, event)
    if (event.kind === 'planned') tell(planLine(event.plan, subject))
    if (!live && seen.phase !== before.phase) tell(statusLine(seen, now() - startedAt))
    if (event.kind === 'probed' || (seen.phase !== undefined && seen.phase !== 'probe')) release()
    if (event.kind === 'probed' && event.unsupported.length > 0) {
      tell(`not implemented: ${event.unsupported.join(', ')}`)
    }
    draw()
  }

  const end = (): void => {
    if (live && !ended) stream.write(erase)
    ended = true
  }
  return { on, redraw: draw, note, end }
}
