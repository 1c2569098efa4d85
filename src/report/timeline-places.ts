import type { FailureStep } from './report.ts'

/** Where a call stands in a race. Times are milliseconds since the first call of a client; `to` is never before `from`. */
export type Place = {
  /** `alone`: between two moments at which clients called at once. */
  readonly phase: 'before' | 'client' | 'alone' | 'after'
  /** From 1; 0 where no client of the race made it. */
  readonly client: number
  readonly from: number
  readonly to: number
}

type Timed = Pick<FailureStep, 'timing'>

/** Over eleven days: a report from elsewhere may hold any number, and a difference of two must stay one. */
const farthest = 1e9

/** To the microsecond: what lies below is noise of the clock. */
const bounded = (at: number): number =>
  Number.isFinite(at) ? Math.round(Math.max(-farthest, Math.min(farthest, at)) * 1_000) / 1_000 : 0

const isOfClient = ({ timing }: Timed): boolean => (timing?.lane ?? 0) > 0

/** Whether several clients called at once in these calls. */
export const isRace = (steps: readonly Timed[]): boolean => steps.some(isOfClient)

/** The place of each call of a race. Calls without times stand where their order puts them. */
export const placesOf = (steps: readonly Timed[]): readonly Place[] => {
  let [begin, latest] = [farthest, -farthest]
  for (const { timing } of steps.filter(isOfClient)) {
    begin = Math.min(begin, bounded(timing?.startedAtMs ?? 0))
    latest = Math.max(latest, bounded(timing?.endedAtMs ?? 0))
  }
  const end = latest - begin
  const [first, last] = [steps.findIndex(isOfClient), steps.findLastIndex(isOfClient)]
  return steps.map(({ timing }, index) => {
    if (timing === undefined) {
      const at = index < first ? 0 : end
      const phase = index < first ? 'before' : index > last ? 'after' : 'alone'
      return { phase, client: 0, from: at, to: at }
    }
    const from = bounded(timing.startedAtMs) - begin
    const to = Math.max(from, bounded(timing.endedAtMs) - begin)
    if (timing.lane > 0) return { phase: 'client', client: timing.lane, from, to }
    return { phase: from < 0 ? 'before' : from >= end ? 'after' : 'alone', client: 0, from, to }
  })
}

/** `client 2`; of a call that no client of the race made, when it was made. */
export const whoIn = ({ phase, client }: Place): string =>
  phase === 'client' ? `client ${client}` : phase

/** `0.3–18.9`, in milliseconds. */
export const whenIn = ({ from, to }: Pick<Place, 'from' | 'to'>): string =>
  [from, to]
    .map((at) => at.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 }))
    .join('–')

export const clientsIn = (places: readonly Place[]): readonly number[] =>
  [
    ...new Set(places.filter(({ phase }) => phase === 'client').map(({ client }) => client)),
  ].toSorted((a, b) => a - b)
