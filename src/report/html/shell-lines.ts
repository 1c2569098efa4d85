import { html, nothing, type Markup } from './markup.ts'

/** Longer lines hold a package; half of such a line would be worse than none. */
const longestLine = 4_000

/** One block to copy, a line per step; a line too long to show is a comment that tells where it is whole. */
export const shellBlock = (label: string, lines: readonly string[], whole: string): Markup => {
  if (lines.length === 0) return nothing
  const shown = lines.map((line) =>
    line.length > longestLine
      ? `# a line of ${line.length.toLocaleString('en-US')} characters, whole in ${whole}`
      : // A line end within it would begin a command of its own in the terminal it is pasted to.
        line.replaceAll('\n', String.raw`\u{a}`),
  )
  const text = shown.join('\n')
  // Only what is long enough to scroll in its box needs a place in the order of the keyboard.
  const block =
    text.length > 1_500
      ? html`<pre
          data-copy="${label}"
          class="long"
          tabindex="0"
          role="group"
          aria-label="${label}"
        ><code>${text}</code></pre>`
      : html`<pre data-copy="${label}"><code>${text}</code></pre>`
  return html`<figure class="shell">
    <figcaption>${label}</figcaption>
    ${block}
  </figure>`
}
