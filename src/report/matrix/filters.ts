import { ruleAnchor } from '../html/labels.ts'
import { html, type Markup } from '../html/markup.ts'
import { groupNames } from './group.ts'
import type { Matrix } from './matrix.ts'

/** Hidden until the script that makes them work has run. */
export const matrixFilters = ({ groups }: Matrix): Markup => {
  const rows = groupNames.flatMap((name) => groups[name])
  const areas = [...new Set(rows.map(({ area }) => area))].slice(0, 100)
  return html`<form class="filters" role="search" aria-label="Filter the rules" hidden>
    <label class="text"
      >Text<input
        type="search"
        name="text"
        autocomplete="off"
        spellcheck="false"
        placeholder="id, title, verdict"
    /></label>
    <label
      >Show<select name="show">
        <option value="">everything</option>
        <option value="differences">differences only</option>
      </select></label
    >
    <label
      >Area<select name="area">
        <option value="">any area</option>
        ${areas.map((area) => html`<option value="${ruleAnchor(area)}">${area.slice(0, 60)}</option>`)}
      </select></label
    >
    <button type="reset">Clear</button>
    <p class="shown" role="status" aria-live="polite"></p>
  </form> `
}
