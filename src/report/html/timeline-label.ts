import type { Span } from '../timeline-axis.ts'
import type { Bar } from '../timeline.ts'

/** In units of the drawing, of a font whose letters are all as wide; a little more than they are. */
const letterWidth = 7.3

/** Signs that the font lacks come from another one, and many scripts are twice as wide. */
const isWide = (character: string): boolean =>
  character === '✗' || (character.codePointAt(0) ?? 0) > 0x2fff

export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, each) => sum + (isWide(each) ? 2 : 1) * letterWidth, 0)

/** What stands at a bar: its number, its mark, and as much of its words as there is room for. */
export type Label = {
  readonly place: 'inside' | 'after' | 'before'
  readonly x: number
  readonly text: string
  readonly width: number
}

const padding = 7

/** `rank` 0 names the operation, 1 says what came, 2 is the number alone or the mark. */
type Form = { readonly text: string; readonly rank: 0 | 1 | 2 }

/** From the whole to the number alone; without room for a mark beside it the mark stands alone. */
const formsOf = ({ number, impossible, labels, operation }: Bar): readonly Form[] => {
  const name = impossible ? `${number} ✗` : String(number)
  return [
    ...labels.map((each): Form => ({
      text: `${name} ${each}`,
      rank: each.startsWith(operation) ? 0 : 1,
    })),
    { text: name, rank: 2 },
    ...(impossible ? [{ text: '✗', rank: 2 } as const] : []),
  ]
}

const formFor = (bar: Bar, room: number): Form | undefined =>
  formsOf(bar).find(({ text }) => widthOf(text) <= room)

/** The most of a label that fits into so much room. */
export const fitted = (bar: Bar, room: number): string | undefined => formFor(bar, room)?.text

/** Where a bar stands, how far it is to what stands before and behind it, and where the time is broken. */
export type Spot = {
  readonly from: number
  readonly to: number
  readonly free: number
  readonly until: number
  readonly breaks: readonly Span[]
}

type Room = { readonly place: Label['place']; readonly from: number; readonly to: number }

/** The room in and around a bar: a break of the time ends it. */
const roomsOf = ({ from, to, free, until, breaks }: Spot): readonly Room[] => {
  const within = breaks.filter((each) => each.from < to && each.to > from)
  const starts = [from, ...within.map((each) => each.to)]
  const ends = [...within.map((each) => each.from), to]
  const nextBreak = breaks.find((each) => each.from >= to)?.from ?? until
  const lastBreak = breaks.findLast((each) => each.from <= from)?.to ?? free
  return [
    ...starts.map((start, index) => ({
      place: 'inside' as const,
      from: start,
      to: ends[index] ?? to,
    })),
    { place: 'after', from: to, to: Math.min(until, nextBreak) },
    { place: 'before', from: Math.max(free, lastBreak), to: from },
  ]
}

type Candidate = { readonly label: Label; readonly rank: number }

/** Where its label says the most: in the bar, or else behind it or before it; nowhere where not even the number fits. */
export const labelOf = (bar: Bar, spot: Spot): Label | undefined =>
  roomsOf(spot)
    .flatMap(({ place, from, to }): readonly Candidate[] => {
      const form = formFor(bar, to - from - 2 * padding)
      if (form === undefined) return []
      const { text, rank } = form
      const width = widthOf(text)
      const x = place === 'before' ? to - padding - width : from + padding
      return [{ label: { place, x, text, width }, rank }]
    })
    .reduce<Candidate | undefined>(
      (best, each) => (best === undefined || each.rank < best.rank ? each : best),
      undefined,
    )?.label
