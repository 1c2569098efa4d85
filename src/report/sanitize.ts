/**
 * Controls (C0, DEL, C1), format characters (bidi overrides, zero-width, tags), line separators and lone surrogates:
 * whatever moves the cursor, hides text or turns it round. A subject chooses what it answers; it must not choose how
 * a terminal or a log shows the rest of the report.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const visible = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** The whole text with everything unsafe made visible. */
export const reveal = (text: string): string => text.replace(unsafe, visible)

/** Text of a subject, fit for a terminal: unsafe characters visible, at most `limit` characters, what is cut is counted. */
export const sanitize = (text: string, limit = 400): string => {
  // Only the head is looked at: a reply of megabytes costs no more than a short one.
  const head = Array.from(text.slice(0, limit * 2))
  let shown = ''
  let taken = 0
  for (const character of head) {
    const next = reveal(character)
    if (shown.length + next.length > limit) break
    shown += next
    taken += character.length
  }
  const rest = text.length - taken
  return rest === 0 ? shown : `${shown}… (${rest.toLocaleString('en-US')} more characters)`
}
