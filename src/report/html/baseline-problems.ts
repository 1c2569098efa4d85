import type { Report } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { html, nothing, type Markup } from './markup.ts'

/** All of them make the run red; past this many the first ones have to be mended anyway. */
const mostShown = 40

/** What is wrong with the baseline, and where. */
export const baselineProblems = ({ baseline }: Report): Markup => {
  if (baseline === undefined || baseline.problems.length === 0) return nothing
  const { file, problems } = baseline
  const more = problems.length - mostShown
  return html`<section aria-labelledby="baseline-title">
    <h2 id="baseline-title">
      What is wrong with the baseline <span class="count">${problems.length}</span>
    </h2>
    <ul class="problems">
      ${problems.slice(0, mostShown).map(
        ({ kind, line, message }) =>
          html`<li>
            <b>${kind}</b> ${sanitize(message, 400)}
            <code>${sanitize(file, 80)}${line !== undefined && `:${line}`}</code>
          </li>`,
      )}${more > 0 && html`<li>and ${more} more, in <code>report.json</code></li>`}
    </ul>
  </section> `
}
