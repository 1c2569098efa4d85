import { ruleHref } from '../html/labels.ts'
import { html, type Markup } from '../html/markup.ts'
import { sanitize } from '../sanitize.ts'
import { behaviours, type Cell } from './group.ts'

/** Where is told what came on one subject. */
const tellsHref = (letter: string, id: string): string => `#${letter}:${ruleHref(id).slice(1)}`

/** A rule on one subject. `isTold`: there is more about it below. */
export const cellMarkup = (cell: Cell, letter: string, isTold: boolean): Markup => {
  if (cell === undefined) {
    return html`<td class="none">–<span class="unseen"> not in this report</span></td>`
  }
  const { verdict, id, observed = [], baseline } = cell
  if (observed.length > 0) {
    return html`<td class="seen">
      ${behaviours(cell)
        .slice(0, 6)
        .map((each) => html`<span>${sanitize(each, 120)}</span>`)}
    </td>`
  }
  if (verdict === 'pass' || !isTold) return html`<td class="verdict ${verdict}">${verdict}</td>`
  return html`<td>
    <a class="verdict ${verdict}" href="${tellsHref(letter, id)}">${verdict}</a>${
      baseline !== undefined && html`<span class="of">tolerated</span>`
    }
  </td>`
}
