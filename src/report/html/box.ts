import { html, type Markup } from './markup.ts'
import { jsonForReading } from './json-text.ts'

/** Longer bodies are not parsed for their looks. */
const longestParsed = 65_536

/** A text in a box of its own, at most `limit` characters of it, and where the rest is. */
const box = (text: string, limit: number, whole: string): Markup => {
  const rest = text.length - limit
  // Half a character at the cut would look like something the subject had sent.
  const head = rest > 0 ? text.slice(0, limit).replace(/[\ud800-\udbff]$/, '') : text
  return html`<pre><code>${head}</code></pre>
    ${
      rest > 0 &&
      html`<p class="cut">
        ${rest.toLocaleString('en-US')} more characters, whole in <code>${whole}</code>
      </p>`
    }`
}

/** The body of a request or reply, indented where it is JSON. */
export const bodyBox = (body: string, limit: number, whole: string): Markup => {
  const pretty = body.length <= longestParsed ? jsonForReading(body) : undefined
  return box(pretty ?? body, limit, whole)
}
