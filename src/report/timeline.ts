import type { OperationName } from '../call.ts'
import type { Failure, FailureStep } from './report.ts'
import { sanitize } from './sanitize.ts'
import { axisOf, type Axis, type Span } from './timeline-axis.ts'
import { revisionLetters } from './timeline-names.ts'
import { clientsIn, isRace, placesOf, type Place } from './timeline-places.ts'
import { raceWords, type CallWords } from './timeline-words.ts'

/** A call of a race, from the moment it was made to its reply. */
export type Bar = Place &
  CallWords & {
    readonly operation: OperationName
    /** Its number in the sequence, from 1. */
    readonly number: number
    /** One of those that cannot all have come about as they were answered. */
    readonly impossible: boolean
    /** `change`: carried out, and no read. `lost`: nobody knows what became of it. */
    readonly kind: 'change' | 'other' | 'lost'
  }

type Lane = {
  /** `client 1` */
  readonly name: string
  /** Bars that follow one another; more than one row only where a client did not wait for its reply. */
  readonly rows: readonly (readonly Bar[])[]
}

/** How a race is drawn: clients as lanes, and what came before and after beside them. */
export type Timeline = {
  /** How many clients called, also where not all of them are shown. */
  readonly clients: number
  readonly axis: Axis
  readonly before: readonly Bar[]
  readonly lanes: readonly Lane[]
  readonly after: readonly Bar[]
  /** All that are shown, in the order of the sequence. */
  readonly bars: readonly Bar[]
  /** What the letters stand for, sanitized: the first characters of each RevisionId. */
  readonly revisions: readonly { readonly letter: string; readonly id: string }[]
  /** Calls that are not shown. */
  readonly left: number
}

const kindOf = ({ request, response }: FailureStep): Bar['kind'] => {
  if ('lost' in response) return 'lost'
  const isOk = response.status >= 200 && response.status < 300
  return isOk && request.method !== 'GET' ? 'change' : 'other'
}

/** How far a call lies from the nearest of those that matter; 0 where it overlaps one. */
const distanceTo = (bars: readonly Bar[], { from, to }: Span): number =>
  Math.min(...bars.map((each) => Math.max(0, each.from - to, from - each.to)))

/** Of a long race the calls nearest to the impossible ones. */
const nearest = (all: readonly Bar[], most: number): readonly Bar[] => {
  if (all.length <= most) return all
  const marked = all.filter(({ impossible }) => impossible)
  const focus = marked.length === 0 ? all.slice(-1) : marked.slice(0, most)
  const kept = new Set(
    all
      .map((bar) => ({ bar, distance: bar.impossible ? -1 : distanceTo(focus, bar) }))
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, most)
      .map(({ bar }) => bar),
  )
  return all.filter((bar) => kept.has(bar))
}

/** Each bar in the first row that is free by then. */
const rowsOf = (bars: readonly Bar[]): readonly (readonly Bar[])[] => {
  const rows: Bar[][] = []
  for (const bar of bars.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const free = rows.find((row) => (row.at(-1)?.to ?? 0) <= bar.from)
    if (free === undefined) rows.push([bar])
    else free.push(bar)
  }
  return rows
}

const lanesOf = (bars: readonly Bar[]): readonly Lane[] => {
  const alone = bars.filter(({ phase }) => phase === 'alone')
  return [
    ...clientsIn(bars).map((client) => ({
      name: `client ${client}`,
      rows: rowsOf(bars.filter((bar) => bar.client === client)),
    })),
    ...(alone.length === 0 ? [] : [{ name: 'alone', rows: rowsOf(alone) }]),
  ]
}

const revisionsOf = (letters: ReadonlyMap<string, string>, bars: readonly Bar[]) => {
  const said = new Set(
    bars.flatMap(({ call, answer }) =>
      Array.from(`${call} ${answer}`.matchAll(/RevisionId (\w+)/g), ([, letter]) => letter),
    ),
  )
  return [...letters].flatMap(([id, letter]) =>
    said.has(letter)
      ? [{ letter, id: sanitize(Array.from(id.slice(0, 16)).slice(0, 8).join(''), 48) }]
      : [],
  )
}

/** The timeline of a race, of its `most` calls nearest to the breach; undefined where no clients called at once. */
export const timelineOf = (
  { steps, impossible = [] }: Pick<Failure, 'steps' | 'impossible'>,
  most: number,
): Timeline | undefined => {
  if (!isRace(steps)) return undefined
  const words = raceWords(steps)
  const places = placesOf(steps)
  const marked = new Set(impossible)
  const all = steps.flatMap((step, index): readonly Bar[] => {
    const [place, said] = [places[index], words[index]]
    if (place === undefined || said === undefined) return []
    const bar = { ...place, ...said, number: index + 1, impossible: marked.has(index) }
    return [{ ...bar, operation: step.call.operation, kind: kindOf(step) }]
  })
  const bars = nearest(all, most)
  const raced = bars.filter(({ phase }) => phase === 'client' || phase === 'alone')
  return {
    clients: clientsIn(places).length,
    axis: axisOf(raced),
    before: bars.filter(({ phase }) => phase === 'before'),
    lanes: lanesOf(raced),
    after: bars.filter(({ phase }) => phase === 'after'),
    bars,
    revisions: revisionsOf(revisionLetters(steps), bars),
    left: all.length - bars.length,
  }
}

/** `these two answers cannot both be true, …`, or nothing where none is marked. */
export const impossibleInWords = (bars: readonly Bar[]): string | undefined => {
  const { length } = bars.filter(({ impossible }) => impossible)
  const order = 'in whatever order the calls took effect'
  if (length === 0) return undefined
  if (length === 1) return `this answer cannot be true, ${order}`
  return length === 2
    ? `these two answers cannot both be true, ${order}`
    : `these ${length} answers cannot all be true, ${order}`
}
