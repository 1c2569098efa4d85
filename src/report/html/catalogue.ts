import type { RuleReport } from '../report.ts'
import { fit } from './fit.ts'
import { filters } from './filters.ts'
import { areaAnchor, areaOf, counted } from './labels.ts'
import { html, raw, type Markup } from './markup.ts'
import { ruleForms } from './rule-row.ts'

const tally = (rules: readonly RuleReport[]): string => {
  const failed = rules.filter(({ verdict }) => verdict === 'fail').length
  return `${counted(rules.length, 'rule')}${failed > 0 ? `, ${failed} failed` : ''}`
}

/** Far more than the catalogue has; a report from elsewhere may have one for each rule. */
const mostAreas = 100

/** The rules of each area, areas in the order in which the report first names them. */
const byArea = (
  rules: readonly RuleReport[],
): readonly (readonly [area: string, rules: readonly RuleReport[]])[] => {
  const areas = new Map<string, RuleReport[]>()
  for (const rule of rules) {
    const area = areaOf(rule.id)
    const own = areas.get(area)
    if (own === undefined) areas.set(area, [rule])
    else own.push(rule)
  }
  // The headings of areas have their share of the room.
  return areas.size > mostAreas ? [['all areas', rules]] : [...areas]
}

/** Every rule of the report with its verdict, in at most `room` bytes. */
export const catalogue = (rules: readonly RuleReport[], room: number): Markup => {
  const areas = byArea(rules)
  const ordered = areas.flatMap(([, own]) => own)
  const fitted = fit(ordered.map(ruleForms), room)
  let taken = 0
  const bodies = areas.map(([area, own]) => {
    const rows = fitted.shown.slice(taken, taken + own.length)
    taken += own.length
    if (rows.length === 0) return raw('')
    return html`<tbody>
      <tr class="area">
        <th colspan="4" scope="rowgroup" id="${areaAnchor(area)}">
          ${area} <span class="count">${tally(own)}</span>
        </th>
      </tr>
      ${rows}
    </tbody> `
  })
  return html`<section id="rules" aria-labelledby="rules-title" tabindex="-1">
    <h2 id="rules-title">
      All rules <span class="count">${rules.length.toLocaleString('en-US')}</span>
    </h2>
    ${filters(rules)}
    <table class="catalogue">
      <caption class="unseen">
        Rules by area, with their verdicts
      </caption>
      <thead>
        <tr>
          <th scope="col">Verdict</th>
          <th scope="col">Level</th>
          <th scope="col">Rule</th>
          <th scope="col">What it says</th>
        </tr>
      </thead>
      ${bodies}
    </table>
    ${fitted.left > 0 && html`<p class="cut">and ${fitted.left} more, in <code>report.json</code></p>`}
  </section> `
}
