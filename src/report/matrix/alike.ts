import { fit, type Forms } from '../html/fit.ts'
import { ruleAnchor, ruleHref } from '../html/labels.ts'
import { html, type Markup } from '../html/markup.ts'
import { sanitize } from '../sanitize.ts'
import { cellMarkup } from './cell.ts'
import { present, type Row } from './group.ts'
import type { Matrix } from './matrix.ts'
import type { Subject } from './subjects.ts'

const lackingIn = ({ cells }: Row, subjects: readonly Subject[]): string =>
  subjects
    .filter((_, index) => cells[index] === undefined)
    .map(({ letter }) => letter)
    .join(', ')

const forms = (row: Row, subjects: readonly Subject[]): Forms => {
  const { id, title, level } = row
  const lacking = lackingIn(row, subjects)
  const of = (words: string): Markup =>
    html`<tr id="${ruleAnchor(id)}">
      <th scope="row">
        <a class="link" href="${ruleHref(id)}">${ruleAnchor(id)}</a>
        <span class="says">${words}</span>
      </th>
      <td class="level ${level}">${level}</td>
      ${cellMarkup(present(row.cells)[0], '', false)}
      <td>${lacking === '' ? '' : `not in ${lacking}`}</td>
    </tr>`
  return [() => of(sanitize(title, 200)), () => of('')]
}

/** What all agree on, folded: one verdict stands for all. */
export const alikeSection = ({ groups, subjects }: Matrix, room: number): Markup => {
  const rows = groups.alike
  const { shown, left } = fit(
    rows.map((row) => forms(row, subjects)),
    room,
  )
  return html`<section id="alike" aria-labelledby="alike-title" tabindex="-1">
    <h2 id="alike-title">The same on all <span class="count">${rows.length}</span></h2>
    ${
      rows.length > 0 &&
      html`<details class="fold">
        <summary>Rules on which all reports that have them agree</summary>
        <div class="box" role="region" aria-label="Rules on which all agree" tabindex="0">
          <table class="alike">
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Level</th>
                <th scope="col">On all</th>
                <th scope="col">Lacking</th>
              </tr>
            </thead>
            <tbody>
              ${shown}
            </tbody>
          </table>
        </div>
        ${left > 0 && html`<p class="cut">and ${left} more, in <code>report.json</code></p>`}
      </details>`
    }
  </section> `
}
