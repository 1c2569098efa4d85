const bare = /^[\w@%+=:,./-]+$/
const revealing = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Bytes as `\xHH`: unlike `\uHHHH`, they mean the same in every locale. */
const bytes = (character: string): string =>
  Array.from(Buffer.from(character), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')

const escaped = (character: string): string =>
  character === "'" || character === '\\'
    ? `\\${character}`
    : revealing.test(character)
      ? bytes(character)
      : character

/**
 * One word of a POSIX shell that stands for exactly this text. Text with controls or invisible characters takes the
 * `$'…'` form (bash, zsh, POSIX 2024), so that the line stays one line and shows all it holds. NUL has no form at all.
 */
export const shellQuote = (text: string): string => {
  if (text.includes('\0'))
    throw new Error('Failed to quote text for a shell, because it holds NUL; send it by printf')
  if (bare.test(text)) return text
  if (revealing.test(text)) return `$'${Array.from(text, escaped).join('')}'`
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** A command that prints exactly this text: for what no argument can hold (NUL, or more than the system allows). */
export const printCommand = (text: string): string =>
  text.includes('\0')
    ? `printf ${shellQuote(
        Array.from(Buffer.from(text), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
      )}`
    : `printf %s ${shellQuote(text)}`
