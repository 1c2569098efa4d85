import { fit, type Forms } from '../html/fit.ts'
import { ruleAnchor, ruleHref } from '../html/labels.ts'
import { html, nothing, type Markup } from '../html/markup.ts'
import { sanitize } from '../sanitize.ts'
import { cellMarkup } from './cell.ts'
import { groupNames, groupTitles, type GroupName, type Row } from './group.ts'
import type { Matrix } from './matrix.ts'
import { matrixFilters } from './filters.ts'
import { subjectAnchor } from './subject-table.ts'
import type { Subject } from './subjects.ts'

const shownGroups = groupNames.filter((name) => name !== 'alike')

const head = (subjects: readonly Subject[]): Markup =>
  html`<thead>
    <tr>
      <th scope="col">Rule</th>
      ${subjects.map(
        ({ letter, short }) =>
          html`<th scope="col">
            <a href="#${subjectAnchor(letter)}"><b>${letter}</b> ${short}</a>
          </th>`,
      )}
    </tr>
  </thead>`

const rowForms = (
  { id, title, level, cells }: Row,
  subjects: readonly Subject[],
  isTold: boolean,
): Forms => {
  const row = (words: Markup): Markup =>
    html`<tr id="${ruleAnchor(id)}">
      <th scope="row">
        <a class="link" href="${ruleHref(id)}">${ruleAnchor(id)}</a>
        <span class="level ${level}">${level}</span> ${words}
      </th>
      ${cells.map((cell, index) => cellMarkup(cell, subjects[index]?.letter ?? '', isTold))}
    </tr>`
  return [() => row(html`<span class="says">${sanitize(title, 200)}</span>`), () => row(nothing)]
}

type Block = { readonly group: GroupName; readonly area: string; readonly rows: readonly Row[] }

/** Far more than the catalogue has; a report from elsewhere may have one for each rule. */
const mostBlocks = 200

const blocksOf = ({ groups }: Matrix): readonly Block[] => {
  const blocks = shownGroups.flatMap((group) =>
    [...new Set(groups[group].map(({ area }) => area))].map((area) => ({
      group,
      area,
      rows: groups[group].filter((row) => row.area === area),
    })),
  )
  return blocks.length <= mostBlocks
    ? blocks
    : shownGroups.map((group) => ({ group, area: 'all areas', rows: groups[group] }))
}

const body = ({ group, area, rows }: Block, shown: readonly Markup[], width: number): Markup =>
  html`<tbody class="${group}">
    <tr class="area">
      <th colspan="${width}" scope="rowgroup">
        <span
          >${groupTitles[group]} · <b>${area.slice(0, 60)}</b>
          <i class="count">${rows.length}</i></span
        >
      </th>
    </tr>
    ${shown}
  </tbody> `

/** Rules × subjects in at most about `room` bytes, what differs first; `told`: ids of which there is more below. */
export const matrixTable = (matrix: Matrix, told: ReadonlySet<string>, room: number): Markup => {
  const { subjects } = matrix
  const blocks = blocksOf(matrix)
  const rows = blocks.flatMap((block) => block.rows)
  const { shown, left } = fit(
    rows.map((row) => rowForms(row, subjects, told.has(row.id))),
    room,
  )
  let taken = 0
  const bodies = blocks.map((block) => {
    const own = shown.slice(taken, taken + block.rows.length)
    taken += block.rows.length
    return own.length === 0 ? nothing : body(block, own, subjects.length + 1)
  })
  const table = html`<div class="box tall" role="region" aria-label="Rules by subject" tabindex="0">
      <table class="matrix">
        <caption class="unseen">
          Rules and their verdicts on each subject, what differs first
        </caption>
        ${head(subjects)}${bodies}
      </table>
    </div>
    ${left > 0 && html`<p class="cut">and ${left} more, in <code>report.json</code></p>`}`
  return html`<section id="rules" aria-labelledby="rules-title" tabindex="-1">
    <h2 id="rules-title">Rules <span class="count">${matrix.size}</span></h2>
    ${matrixFilters(matrix)}
    ${rows.length === 0 ? html`<p>The subjects do not differ, and nothing fails on all.</p>` : table}
  </section> `
}
