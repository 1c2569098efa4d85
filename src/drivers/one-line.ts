const maxLength = 300

/** Text from a subject or a library, made fit for one line of ours: no control, format or line-breaking characters. */
export const oneLine = (text: string): string => {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  // By code points, so that the cut leaves no half of a pair.
  const characters = Array.from(line.slice(0, 2 * maxLength + 2))
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : line
}
