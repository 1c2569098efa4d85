/** Characters that a terminal or an editor obeys instead of showing. JSON has other words for them. */
const obeyed = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')

/** A value as JSON text, `\n` at its end. Text of a subject is shown by the escapes of JSON, so the value stays what it is. */
export const jsonText = (value: unknown, indent?: number): string =>
  `${JSON.stringify(value, null, indent).replaceAll(obeyed, escaped)}\n`

/** A value of somebody's file in a message: YAML can hold itself, and a module anything. */
export const shownValue = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? 'nothing'
  } catch {
    return 'what cannot be shown'
  }
}
