import type { Paint } from './paint.ts'
import type { Failure } from './report.ts'
import { scaleOf, tickInWords, ticksOf } from './timeline-axis.ts'
import { impossibleInWords, timelineOf, type Bar, type Timeline } from './timeline.ts'
import { whenIn, whoIn } from './timeline-places.ts'
import { clientsInWords } from './words.ts'
import { labelled, wrap } from './wrap.ts'

/** More of them would push everything else off the screen. */
const mostCalls = 24
const indent = ' '.repeat(12)
const foldWidth = 3

/** Where a bar stands: its first and its last column. */
type Columns = { readonly bar: Bar; readonly first: number; readonly last: number }

/** True to the times as far as columns go: each bar has at least three where there is room, and none covers another. */
const columnsOf = (
  row: readonly Bar[],
  width: number,
  scale: (at: number) => number,
): readonly Columns[] | undefined => {
  const least = Math.min(3, Math.floor(width / row.length))
  if (least < 1) return undefined
  let free = 0
  const placed = row.map((bar) => {
    const first = Math.max(free, Math.floor(scale(bar.from)))
    const last = Math.max(first + least - 1, Math.ceil(scale(bar.to)) - 1)
    free = last + 1
    return { bar, first, last }
  })
  let end = width - 1
  return placed
    .toReversed()
    .map(({ bar, first, last }) => {
      const until = Math.min(last, end)
      const from = Math.max(0, Math.min(first, until - least + 1))
      end = from - 1
      return { bar, first: from, last: until }
    })
    .toReversed()
}

/** The longest stretch of a line without a mark: first column and length. */
const roomIn = (line: string): readonly [number, number] =>
  Array.from(line.matchAll(/─+/g)).reduce<readonly [number, number]>(
    (best, { 0: run, index }) => (run.length > best[1] ? [index, run.length] : best),
    [0, 0],
  )

/** `├─ 3 ✗ UpdateFunctionCode if A → 200 ────┤`; `?` at its end where no reply came, `≈` where time is left out. */
const barText = ({ bar, first, last }: Columns, folds: readonly number[]): string => {
  const length = last - first + 1
  const [begin, end] = [bar.impossible && length < 3 ? '✗' : '├', bar.kind === 'lost' ? '?' : '┤']
  if (length === 1) return bar.impossible ? '✗' : '│'
  const line = `${begin}${'─'.repeat(length - 2)}${end}`
  const folded = Array.from(line, (character, index) =>
    character === '─' && folds.includes(first + index) ? '≈' : character,
  ).join('')
  const [from, room] = roomIn(folded)
  // Without colour a mark says more than a number.
  const [name, shorter, shortest] = bar.impossible
    ? [`${bar.number} ✗`, `${bar.number}✗`, '✗']
    : [`${bar.number}`, `${bar.number}`, '']
  const label = [
    ...bar.labels.map((each) => ` ${name} ${each} `),
    ` ${name} `,
    shorter,
    shortest,
  ].find((each) => Array.from(each).length <= room)
  if (label === undefined) return folded
  const at = from + Math.min(1, room - Array.from(label).length)
  return `${folded.slice(0, at)}${label}${folded.slice(at + Array.from(label).length)}`
}

/** A line of blanks with texts at their columns; one that would touch the text before it is left out. */
const placed = (texts: readonly (readonly [column: number, words: string])[]): string =>
  texts.reduce(
    (line, [column, words]) =>
      column === 0 || line.length < column ? `${line.padEnd(column)}${words}` : line,
    '',
  )

/** A line for each client, the times above them. */
const drawing = ({ axis, lanes }: Timeline, width: number, paint: Paint): readonly string[] => {
  const names = Math.max(...lanes.map(({ name }) => name.length)) + 2
  const columns = width - indent.length - names
  const scale = scaleOf(axis, columns, foldWidth)
  const folds = axis.folds.map(({ from }) => Math.min(columns - 1, Math.floor(scale(from)) + 1))
  const gapText = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) =>
      folds.includes(from + index) ? '≈' : ' ',
    ).join('')
  const ticks = ticksOf(axis, { width: columns, foldWidth, gap: 7 })
    .map((at) => [Math.min(columns - 1, Math.floor(scale(at))), tickInWords(at)] as const)
    .filter(([column, words]) => column + words.length <= columns)
  const marks = folds.map((column) => [column, '≈'] as const)
  const times = placed([...ticks, ...marks].toSorted(([a], [b]) => a - b))
  const row = (bars: readonly Bar[]): string => {
    const all = columnsOf(bars, columns, scale)
    if (all === undefined) return `${bars.length} calls`
    let free = 0
    const texts = all.map((each) => {
      const text = barText(each, folds)
      const gap = gapText(free, each.first)
      free = each.last + 1
      return `${gap}${each.bar.impossible ? paint('red', text) : text}`
    })
    return `${texts.join('')}${gapText(free, columns).trimEnd()}`
  }
  return [
    `${indent}${paint('dim', `${'ms'.padEnd(names)}${times}`)}`,
    ...lanes.flatMap(({ name, rows }) =>
      rows.map((bars, index) => `${indent}${(index === 0 ? name : '').padEnd(names)}${row(bars)}`),
    ),
  ]
}

const whenOf = (bar: Bar): string => (bar.phase === 'client' ? `${whenIn(bar)} ms` : '')

/** A call a line: who, when, what, and what came. */
const listing = ({ bars }: Timeline, width: number, paint: Paint): readonly string[] => {
  const widest = (textOf: (bar: Bar) => string): number =>
    Math.max(...bars.map((bar) => textOf(bar).length))
  const [numbers, names, times] = [
    widest(({ number }) => String(number)),
    widest(whoIn),
    widest(whenOf),
  ]
  const head = indent.length + 2 + numbers + 1 + names + 2 + times + 2
  // Words in a column of a few characters are harder to read than below their head.
  const isBeside = width - head >= 40
  return bars.flatMap((bar) => {
    const mark = bar.impossible ? paint('red', '✗') : ' '
    const who = `${String(bar.number).padStart(numbers)} ${whoIn(bar).padEnd(names)}`
    const when = whenOf(bar)
    const words = `${bar.call} → ${bar.answer}`
    if (!isBeside) {
      const below = `${indent}    `
      return [
        `${indent}${mark} ${`${who}  ${when}`.trimEnd()}`,
        ...wrap(words, width - below.length).map((line) => `${below}${line}`),
      ]
    }
    return wrap(words, width - head).map((line, index) =>
      index === 0
        ? `${indent}${mark} ${who}  ${when.padStart(times)}  ${line}`
        : `${' '.repeat(head)}${line}`,
    )
  })
}

const legend = (
  { bars, revisions, axis, left }: Timeline,
  width: number,
  paint: Paint,
): readonly string[] => {
  const why = impossibleInWords(bars)
  const folded = axis.folds.map(({ from, to }) => `${tickInWords(Math.round(to - from))} ms`)
  const under = (text: string): readonly string[] =>
    wrap(text, width - indent.length).map((line) => `${indent}${line}`)
  return [
    ...(left === 0
      ? []
      : under(`and ${left} more ${left === 1 ? 'call' : 'calls'}, in report.json`)),
    ...(revisions.length === 0
      ? []
      : under(`RevisionIds: ${revisions.map(({ letter, id }) => `${letter}=${id}…`).join(', ')}`)),
    ...(folded.length === 0
      ? []
      : under(`≈ ${folded.join(' and ')} left out, in which nothing began and nothing ended`)),
    ...(why === undefined ? [] : under(`✗ ${why}`).map((line) => paint('red', line))),
  ]
}

/** Who called when, of a failure in which several clients called at once; of any other nothing. No line is wider than `width`. */
export const timelineText = (failure: Failure, width: number, paint: Paint): readonly string[] => {
  const timeline = timelineOf(failure, mostCalls)
  if (timeline === undefined) return []
  const intro = `${clientsInWords(failure.steps)}; a bar goes from a call to its reply`
  return [
    ...labelled('timeline', intro, width),
    ...drawing(timeline, width, paint),
    ...listing(timeline, width, paint),
    ...legend(timeline, width, paint),
  ]
}
