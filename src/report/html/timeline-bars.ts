import type { Span } from '../timeline-axis.ts'
import { whenIn, whoIn } from '../timeline-places.ts'
import type { Bar } from '../timeline.ts'
import { html, nothing, type Markup } from './markup.ts'
import { labelOf, type Label } from './timeline-label.ts'

const barHeight = 28
/** A call that took no time is still seen. */
const leastWidth = 3

/** A bar where it stands in the drawing. */
export type Placed = {
  readonly bar: Bar
  readonly from: number
  readonly to: number
  readonly y: number
  readonly label: Label | undefined
}

/** Where bars may stand, and where labels may not. */
export type Plot = {
  readonly left: number
  readonly right: number
  readonly breaks: readonly Span[]
}

/** To a tenth of a unit: more digits would make the page longer and nothing clearer. */
export const px = (value: number): string => String(Math.round(value * 10) / 10)

/** The bars of one row with their labels, none of which covers another or stands on a break of the time. */
export const placedRow = (
  row: readonly Bar[],
  y: number,
  x: (at: number) => number,
  { left, right, breaks }: Plot,
): readonly Placed[] => {
  let free = left
  return row.map((bar, index) => {
    const from = Math.min(x(bar.from), right - leastWidth)
    const to = Math.max(x(bar.to), from + leastWidth)
    const next = row[index + 1]
    const until = next === undefined ? right : x(next.from)
    const label = labelOf(bar, { from, to, free, until, breaks })
    free = label?.place === 'after' ? label.x + label.width : to
    return { bar, from, to, y, label }
  })
}

/** What tells an impossible bar from the others also without its colour: slanted lines along its lower edge. */
const hatch = ({ from, to, y }: Placed): Markup => {
  const count = Math.min(120, Math.floor((to - from - 6) / 7))
  if (count < 1) return nothing
  const bottom = px(y + barHeight - 2)
  const lines = Array.from(
    { length: count },
    (_, nth) => `M${px(from + 2 + nth * 7)} ${bottom}l5-5`,
  )
  return html`<path class="hatch" d="${lines.join('')}" />`
}

/** Number and words of a call, cut off where a font is wider than was reckoned. */
const labelMarkup = ({ text, place, x, width }: Label, { y, bar }: Placed): Markup => {
  const number = text.startsWith(String(bar.number)) ? String(bar.number) : ''
  return html`<svg x="${px(x - 2)}" y="${px(y)}" width="${px(width + 8)}" height="${barHeight}">
    <text class="${place}" x="2" y="18">
      <tspan class="number">${number}</tspan>
      ${text.slice(number.length)}
    </text>
  </svg>`
}

/** All of a call in one line, for who points at it. */
const barTitle = (bar: Bar): string =>
  `${bar.number}: ${whoIn(bar)}, ${whenIn(bar)} ms, ${bar.call} → ${bar.answer}${
    bar.impossible ? ' (✗ of those that cannot all be true)' : ''
  }`

export const barMarkup = (placed: Placed): Markup => {
  const { bar, from, to, y, label } = placed
  return html`<g class="call ${bar.kind}${bar.impossible && ' impossible'}">
    <title>${barTitle(bar)}</title>
    <rect x="${px(from)}" y="${px(y)}" width="${px(to - from)}" height="${barHeight}" rx="3" />
    ${bar.impossible && hatch(placed)}${label !== undefined && labelMarkup(label, placed)}
  </g>`
}

/** Lines from each impossible bar to the next one below it, at a moment at which both were under way if there is one. */
export const ties = (placed: readonly Placed[]): Markup => {
  const marked = placed.filter(({ bar }) => bar.impossible)
  const lines = marked.slice(1).flatMap((lower, index) => {
    const upper = marked[index]
    if (upper === undefined || upper.y === lower.y) return []
    const [from, to] = [Math.max(upper.from, lower.from), Math.min(upper.to, lower.to)]
    const [start, end] =
      from < to
        ? [(from + to) / 2, (from + to) / 2]
        : upper.to <= lower.from
          ? [upper.to, lower.from]
          : [upper.from, lower.to]
    return [`M${px(start)} ${px(upper.y + barHeight)}L${px(end)} ${px(lower.y)}`]
  })
  return lines.length === 0 ? nothing : html`<path class="tie" d="${lines.join('')}" />`
}
