import { areaOf } from './outcome.ts'
import type { RuleReport, VerdictName } from './report.ts'
import type { TextOptions } from './text-options.ts'

const columns: readonly (readonly [VerdictName, string])[] = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['unsupported', 'unsupported'],
  ['unexercised', 'unexercised'],
  ['blocked', 'blocked'],
  ['undecided', 'undecided'],
  ['harness-error', 'error'],
]

const tally = (rules: readonly RuleReport[], verdict: VerdictName): number =>
  rules.filter((rule) => rule.verdict === verdict).length

/** Verdicts per area, in the order of the report. A verdict nobody got has no column, save pass and fail. */
export const tableText = (
  rules: readonly RuleReport[],
  { paint }: TextOptions,
): readonly string[] => {
  const areas = [...new Set(rules.map(({ id }) => areaOf(id)))]
  const shown = columns.filter(
    ([verdict]) => verdict === 'pass' || verdict === 'fail' || tally(rules, verdict) > 0,
  )
  const row = (name: string, of: readonly RuleReport[]) => ({
    name,
    counts: shown.map(([verdict]) => tally(of, verdict)),
  })
  const rows = [
    ...areas.map((area) =>
      row(
        area,
        rules.filter(({ id }) => areaOf(id) === area),
      ),
    ),
    row('all', rules),
  ]
  const first = Math.max(...rows.map(({ name }) => name.length))
  const widths = shown.map(([, title]) => Math.max(title.length, 5))
  const cell = (text: string, index: number): string => `  ${text.padStart(widths[index] ?? 0)}`
  const coloured = (count: number, index: number): string => {
    const text = cell(count === 0 ? '·' : String(count), index)
    if (count === 0) return paint('dim', text)
    return shown[index]?.[0] === 'fail' ? paint('red', text) : text
  }
  return [
    paint(
      'dim',
      `${''.padEnd(first)}${shown.map(([, title], index) => cell(title, index)).join('')}`,
    ),
    ...rows.map(({ name, counts }) => `${name.padEnd(first)}${counts.map(coloured).join('')}`),
  ]
}
