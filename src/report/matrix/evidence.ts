import { failureFileName } from '../failure-file.ts'
import { contrast } from '../html/contrast.ts'
import { fit, type Forms } from '../html/fit.ts'
import { ruleAnchor, ruleHref } from '../html/labels.ts'
import { html, nothing, type Markup } from '../html/markup.ts'
import { shellBlock } from '../html/shell-lines.ts'
import { replayCommand } from '../replay-command.ts'
import type { RuleReport } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { callsInWords } from '../words.ts'
import type { Row } from './group.ts'
import type { Matrix } from './matrix.ts'
import type { Subject } from './subjects.ts'

/** Subjects that came to the same: those that say the same are told once. */
type Told = { readonly rule: RuleReport; readonly subjects: readonly Subject[] }

const toldOf = ({ cells }: Row, subjects: readonly Subject[]): readonly Told[] => {
  const told = new Map<string, { rule: RuleReport; subjects: Subject[] }>()
  for (const [index, subject] of subjects.entries()) {
    const rule = cells[index]
    if (rule === undefined || rule.verdict === 'pass') continue
    const own = rule.verdict === 'fail' ? subject.letter : (rule.reason ?? '')
    const known = told.get(`${rule.verdict} ${own}`)
    if (known === undefined) told.set(`${rule.verdict} ${own}`, { rule, subjects: [subject] })
    else known.subjects.push(subject)
  }
  return [...told.values()]
}

const breach = ({ report }: Subject, { id, failure }: RuleReport): Markup => {
  if (failure === undefined) return nothing
  return html`${contrast(failure, 500)}
    <p class="of">
      after ${sanitize(callsInWords(failure.steps), 700)}; seen ${sanitize(failure.seen, 20)} times
    </p>
    ${shellBlock('Replay', [replayCommand(report, failure, id)], `failures/${failureFileName(id)}`)}`
}

/** Each letter is where a cell of the table leads to. */
const lettersOf = ({ rule, subjects }: Told): Markup =>
  html`${subjects.map(
      ({ letter, name }) =>
        html`<span class="who" id="${letter}:${ruleAnchor(rule.id)}"
          ><b>${letter}</b> ${subjects.length === 1 && sanitize(name, 80)}</span
        > `,
    )}<span class="verdict ${rule.verdict}">${rule.verdict}</span>`

const tell = (told: Told, isShort: boolean): Markup => {
  const { rule, subjects } = told
  const [subject] = subjects
  const why =
    rule.verdict === 'fail'
      ? !isShort && subject !== undefined && breach(subject, rule)
      : html`<p class="of">${sanitize(rule.reason ?? 'no reason given', isShort ? 60 : 400)}</p>`
  return html`<div class="told">
    <h4>${lettersOf(told)}</h4>
    ${why}
  </div>`
}

const forms = (row: Row, subjects: readonly Subject[]): Forms => {
  const { id, title, level } = row
  const all = toldOf(row, subjects)
  const of = (isShort: boolean): Markup =>
    html`<details class="failure">
      <summary>
        <span class="tags"><span class="level ${level}">${level}</span></span
        ><span class="what"
          ><h3>${isShort ? ruleAnchor(id) : sanitize(title, 300)}</h3>
          ${!isShort && html`<code class="id">${ruleAnchor(id)}</code>`}</span
        >
      </summary>
      <div class="story">
        ${all.map((told) => tell(told, isShort))}
        <p class="back"><a href="${ruleHref(id)}">In the table</a></p>
      </div>
    </details> `
  return [() => of(false), () => of(true)]
}

export type Evidence = {
  readonly section: Markup
  /** Ids of the rules that it tells of. */
  readonly told: ReadonlySet<string>
}

const rowsOf = ({ groups }: Matrix): readonly Row[] => [
  ...groups.contradicted,
  ...groups.failing,
  ...groups.differing,
]

/** Of the rules that would be told of with room enough. */
export const everyId = (matrix: Matrix): ReadonlySet<string> =>
  new Set(rowsOf(matrix).map(({ id }) => id))

/** What came where a rule did not pass, in at most `room` bytes: as the table orders them. */
export const evidenceSection = (matrix: Matrix, room: number): Evidence => {
  const { subjects } = matrix
  const rows = rowsOf(matrix)
  const { shown, left } = fit(
    rows.map((row) => forms(row, subjects)),
    room,
  )
  const section = html`<section id="evidence" aria-labelledby="evidence-title" tabindex="-1">
    <h2 id="evidence-title">What came <span class="count">${rows.length}</span></h2>
    ${rows.length === 0 ? html`<p>Nothing failed on one subject and not on another.</p>` : shown}
    ${left > 0 && html`<p class="cut">and ${left} more, in <code>report.json</code></p>`}
  </section> `
  return { section, told: new Set(rows.slice(0, shown.length).map(({ id }) => id)) }
}
