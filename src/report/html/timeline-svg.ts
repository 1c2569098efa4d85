import { scaleOf, tickInWords, ticksOf } from '../timeline-axis.ts'
import type { Bar, Timeline } from '../timeline.ts'
import { html, nothing, type Markup } from './markup.ts'
import { barMarkup, placedRow, px, ties } from './timeline-bars.ts'
import { fitted, widthOf } from './timeline-label.ts'

/** Of the drawing, in its own units; the page scales it. */
const width = 900
const namesWidth = 74
const asideWidth = 132
const gap = 14
const axisHeight = 32
const rowHeight = 42
const foldWidth = 26
const asideLine = 22

/** Times from left to right at which the lanes are ruled. */
const grid = (ticks: readonly (readonly [x: number, words: string])[], height: number): Markup =>
  html`${ticks.map(
    ([x, words], index) =>
      html`<path class="grid" d="M${px(x)} ${axisHeight - 6}V${height}" /><text
          class="tick"
          x="${px(x)}"
          y="18"
        >
          ${words}${index === 0 && ' ms'}
        </text> `,
  )}`

/** A break through all lanes and the bars in them: time that is left out. */
const fold = (middle: number, words: string, height: number): Markup => {
  const teeth = Math.ceil((height - axisHeight + 6) / 16)
  const down = 'l5 8l-5 8'.repeat(teeth)
  const up = 'l5-8l-5-8'.repeat(teeth)
  return html`<g class="fold">
    <title>${words} left out</title>
    <path d="M${px(middle - 6)} ${axisHeight - 6}${down}h7${up}z" />
    <text x="${px(middle)}" y="18">≈</text>
  </g>`
}

/** What came before or after the race stands in a column of its own: there the order matters, not the time. */
const aside = (
  bars: readonly Bar[],
  name: 'before' | 'after',
  x: number,
  height: number,
): Markup => {
  if (bars.length === 0) return nothing
  const lines = Math.max(1, Math.floor((height - axisHeight - 8) / asideLine))
  const most = bars.length <= lines ? lines : Math.max(1, lines - 1)
  const shown = name === 'before' ? bars.slice(-most) : bars.slice(0, most)
  const words = [
    ...shown.map((bar) => ({ bar, text: fitted(bar, asideWidth - 14) ?? String(bar.number) })),
    ...(shown.length === bars.length
      ? []
      : [{ bar: undefined, text: `and ${bars.length - shown.length} more` }]),
  ]
  const top = axisHeight + (height - axisHeight - words.length * asideLine) / 2
  return html`<g class="aside">
    <rect
      x="${px(x)}"
      y="${axisHeight - 6}"
      width="${asideWidth}"
      height="${height - axisHeight + 6}"
      rx="6"
    />
    <text class="tick" x="${px(x + asideWidth / 2)}" y="18">${name}</text>
    ${words.map(({ bar, text }, index) => {
      const y = px(top + index * asideLine + 15)
      return html`<text class="chip${bar?.impossible && ' impossible'}" x="${px(x + 7)}" y="${y}">
        ${bar !== undefined && html`<title>${`${bar.call} → ${bar.answer}`}</title>`}${text}
      </text> `
    })}
  </g>`
}

/** Names of the ids of its title and its description. */
export type SvgIds = { readonly title: string; readonly description: string }

/** The race as a picture: a lane for each client, a bar from each call to its reply. All its words are in the table too. */
export const timelineSvg = (
  { axis, before, lanes, after }: Timeline,
  ids: SvgIds,
  { title, description }: SvgIds,
): Markup => {
  const names = Math.max(namesWidth, ...lanes.map(({ name }) => widthOf(name) + 12))
  const left = names + (before.length === 0 ? 0 : asideWidth + gap)
  const right = width - 8 - (after.length === 0 ? 0 : asideWidth + gap - 6)
  const scale = scaleOf(axis, right - left, foldWidth)
  const x = (at: number): number => left + scale(at)
  const breaks = axis.folds.map(({ from, to }) => ({ from: x(from), to: x(to) }))
  let y = axisHeight
  const drawn = lanes.map(({ name, rows }) => {
    const top = y
    const placed = rows.flatMap((row) => {
      const own = placedRow(row, y + 7, x, { left, right, breaks })
      y += rowHeight
      return own
    })
    return { name, top, placed }
  })
  // Columns at the sides have room for two lines, also beside a single lane.
  const height = Math.max(y, axisHeight + 2 * asideLine + 8)
  const placed = drawn.flatMap((lane) => lane.placed)
  const ticks = ticksOf(axis, { width: right - left, foldWidth, gap: 64 })
    .map((at) => [x(at), tickInWords(at)] as const)
    .filter(([at, words]) => at + widthOf(words) / 2 <= right + gap)
  return html`<svg
    class="race"
    viewBox="0 0 ${width} ${height + 1}"
    role="img"
    aria-labelledby="${ids.title} ${ids.description}"
  >
    <title id="${ids.title}">${title}</title>
    <desc id="${ids.description}">${description}</desc>
    ${grid(ticks, height)}
    ${drawn.map(
      ({ name, top }) =>
        html`<path class="rule" d="M0 ${top}H${width}" />
          <text class="name" x="0" y="${top + 26}">${name}</text> `,
    )}
    ${aside(before, 'before', names, height)}${aside(after, 'after', right + gap, height)}
    ${ties(placed)}${placed.map(barMarkup)}
    ${axis.folds.map(({ from, to }) =>
      fold((x(from) + x(to)) / 2, `${tickInWords(Math.round(to - from))} ms`, height),
    )}
  </svg>`
}
