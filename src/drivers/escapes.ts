const named: Readonly<Record<string, string>> = { '+': 'plus', '/': 'sol', '=': 'equals' }
const letters: Readonly<Record<string, string>> = { plus: '+', sol: '/', equals: '=' }

/**
 * Matches these letters however each of them is written: as it is, with backslashes, as JSON's `\u002b`, percent-encoded or
 * as a reference of HTML, also twice over, and with the NULs that UTF-16 leaves between them.
 */
export const lettersOf = (text: string): RegExp => {
  const found = patterns.get(text)
  if (found !== undefined) return found
  // Backslashes before it are taken as well, all of them: a single one left over would escape what comes in its place.
  const letterByLetter = Array.from(text, letterPattern).join(String.raw`\0*`)
  const pattern = new RegExp(String.raw`(?<!\\)${letterByLetter}`, 'gi')
  patterns.set(text, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()

const hexOf = (code: number): string => code.toString(16).padStart(2, '0')

const letterPattern = (letter: string): string => {
  const cases = [...new Set([letter, letter.toLowerCase(), letter.toUpperCase()])]
  const codes = cases.map((each) => each.codePointAt(0) ?? 0)
  const json = codes.map((code) => code.toString(16).padStart(4, '0')).join('|')
  const percent = cases
    .map((each) => Array.from(Buffer.from(each), (byte) => `%(?:25)*${hexOf(byte)}`).join(''))
    .join('|')
  const references = codes.map((code) => `#(?:0*${code}|x0*${hexOf(code)})`)
  const html = [...references, ...(named[letter] === undefined ? [] : [named[letter]])].join('|')
  const self = letter.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)
  return String.raw`\\*(?:(?<=\\)u(?:${json})|${percent}|&(?:amp;)*(?:${html});|${self})`
}

const escaped =
  /\\+u00([0-9a-f]{2})|%(?:25)*([0-9a-f]{2})|&(?:amp;)*(?:#(?:0*(\d{2,3})|x0*([0-9a-f]{2}))|(plus|sol|equals));|[\\\0]+/gi

/** Text as it would be without these ways to write a letter, in lower case: to find quickly whether there is anything to look for. */
export const plainOf = (text: string): string =>
  text
    .replaceAll(
      escaped,
      (_, json?: string, percent?: string, decimal?: string, hex?: string, name?: string) => {
        const code = json ?? percent ?? hex
        if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
        if (decimal !== undefined) return String.fromCharCode(Number(decimal))
        return name === undefined ? '' : (letters[name.toLowerCase()] ?? '')
      },
    )
    .toLowerCase()
