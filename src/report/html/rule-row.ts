import type { RuleReport } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { citationInWords } from '../words.ts'
import type { Forms } from './fit.ts'
import { counted, failureHref, ruleAnchor, ruleHref } from './labels.ts'
import { html, nothing, type Markup } from './markup.ts'

/** The filters go by what stands in these. */
const firstCells = ({ id, verdict, level }: RuleReport): Markup =>
  html`<td class="verdict ${verdict}">${verdict}</td>
    <td class="level ${level}">${level}</td>
    <th scope="row"><a class="link" href="${ruleHref(id)}">${ruleAnchor(id)}</a></th>`

const editionsInWords = ({ edition: { from, to } }: RuleReport): readonly string[] => [
  ...(from === undefined ? [] : [`from edition ${from}`]),
  ...(to === undefined ? [] : [`up to edition ${to}`]),
]

const observations = ({ observed = [] }: RuleReport): Markup =>
  observed.length === 0
    ? nothing
    : html`<p class="observed">Observed: ${sanitize(observed.slice(0, 12).join('; '), 600)}</p>`

const why = ({ verdict, reason, baseline, id }: RuleReport): Markup =>
  html`${verdict !== 'pass' && reason !== undefined && html`<p class="reason">${sanitize(reason, 400)}</p>`}${
    verdict === 'fail' &&
    html`<p class="reason">
      <a href="${failureHref(id)}">How it failed</a
      >${baseline && html`, tolerated: ${sanitize(baseline.reason, 200)}`}
    </p>`
  }`

/** What the rule is taken from, and how often it was seen to hold. */
const ground = (rule: RuleReport): string =>
  [
    rule.basis,
    ...editionsInWords(rule),
    ...(rule.held > 0
      ? [`seen to hold ${rule.held === 1 ? 'once' : counted(rule.held, 'time')}`]
      : []),
    // A failure's story has them.
    ...(rule.failure === undefined ? rule.cites : [])
      .slice(0, 12)
      .map((cite) => sanitize(citationInWords(cite), 400)),
  ].join('; ')

const full = (rule: RuleReport): Markup =>
  html`<details>
      <summary>${sanitize(rule.title, 300)}</summary>
      <p>${ground(rule)}</p>
    </details>
    ${observations(rule)}${why(rule)}`

const row = (rule: RuleReport, says: Markup): Markup =>
  html`<tr id="${ruleAnchor(rule.id)}">
    ${firstCells(rule)}
    <td>${says}</td>
  </tr>`

/** A row of the catalogue: with all there is, with its title, or with its id alone. */
export const ruleForms = (rule: RuleReport): Forms => [
  () => row(rule, full(rule)),
  () => row(rule, html`${sanitize(rule.title, 120)}`),
  () =>
    html`<tr id="${ruleAnchor(rule.id)}">
      <td>${rule.verdict}</td>
      <td>${rule.level}</td>
      <th scope="row">${ruleAnchor(rule.id)}</th>
      <td></td>
    </tr>`,
]
