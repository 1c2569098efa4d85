import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw, type Markup } from './markup.ts'

/** A file of the folder `assets`, which stands beside this one wherever it is built to. */
export const asset = (name: string): string =>
  // The parser reads CR LF as LF, and the hash is of what it has read.
  readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim()

/** As the content security policy names what may run. */
const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A file that named its own end tag would end there. */
const safe = (text: string, tag: 'script' | 'style'): string => {
  if (new RegExp(`</${tag}|<!--`, 'i').test(text)) {
    throw new TypeError(
      `Failed to build the page, because an asset holds the end of its own <${tag}>`,
    )
  }
  return text
}

export type DocumentParts = {
  /** Text of the tab. */
  readonly title: string
  /** What stands left in the bar at the top, beside the switch of the theme. */
  readonly bar: Markup
  /** Links for who does not want to go through everything: id and words. */
  readonly skipTo: readonly (readonly [id: string, words: string])[]
  /** Everything else, landmarks included. */
  readonly body: Markup
  /** On top of what every page has. */
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
}

/**
 * A page in one file: it loads nothing, and runs nothing but the scripts given here. Has the colours of both themes, their
 * switch, and a copy button for every `pre` with the attribute `data-copy`.
 */
export const documentShell = ({
  title,
  bar,
  skipTo,
  body,
  styles,
  scripts,
}: DocumentParts): string => {
  const allStyles = [asset('shell.css'), ...styles].map((text) => safe(text, 'style'))
  const early = safe(asset('theme.js'), 'script')
  const late = [asset('shell.js'), ...scripts].map((text) => safe(text, 'script'))
  const policy = [
    "default-src 'none'",
    `style-src ${allStyles.map(hash).join(' ')}`,
    `script-src ${[early, ...late].map(hash).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${allStyles.map((text) => raw(`<style>${text}</style>\n`))}${raw(`<script>${early}</script>\n`)}${late.map((text) => raw(`<script type="module">${text}</script>\n`))}
      </head>
      <body>
        <nav class="skip" aria-label="Skip links">
          ${skipTo.map(([id, words]) => html`<a href="#${id}">${words}</a>`)}
        </nav>
        <header class="bar">
          <div>${bar}</div>
          <button type="button" id="theme" aria-pressed="false" aria-label="Dark theme" hidden>
            Dark
          </button>
        </header>
        ${body}
        <p id="copied" class="unseen" role="status"></p>
      </body>
    </html> `.markup
}
