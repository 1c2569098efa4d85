import type { Failure } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { difference } from './difference.ts'
import { html, type Markup } from './markup.ts'

/** What was expected beside what came. */
export const contrast = (failure: Failure, limit: number): Markup => {
  const { expected, actual } = difference(
    sanitize(failure.expected, limit),
    sanitize(failure.actual, limit),
  )
  return html`<dl class="contrast">
    <div>
      <dt>expected</dt>
      <dd>${expected}</dd>
    </div>
    <div>
      <dt>got</dt>
      <dd>${actual}</dd>
    </div>
  </dl>`
}
