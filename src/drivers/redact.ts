import { lettersOf, plainOf } from './escapes.ts'
import { withoutPresigned } from './presigned.ts'
import { secretPieces, signatures } from './secrets.ts'

/** Stands for a secret. Fit as it is for a URL, the name of a header, JSON, XML, HTML and Markdown: what was legal stays so. */
export const placeholder = 'REDACTED'

/** Text without this process's own credentials and signatures, in whatever of the usual ways they are written there. */
export const redactOwn = (text: string): string => {
  const lower = text.toLowerCase()
  const plain = plainOf(lower)
  const found = secretPieces().filter((piece) => lower.includes(piece) || plain.includes(piece))
  const without = found.reduce(
    (rest, piece) => rest.replaceAll(lettersOf(piece), placeholder),
    text,
  )
  const signed = signatures.size === 0 ? without : withoutSignatures(without)
  return signed === text ? text : signed.replaceAll(/REDACTED(?:\0*REDACTED)+/g, placeholder)
}

/** The same, and without what others have signed: the link to a package holds credentials of the service's. */
export const redact = (text: string): string => withoutPresigned(redactOwn(text), placeholder)

export type Redact = (text: string) => string

export const redactHeaders = (
  headers: Readonly<Record<string, string>>,
  clean: Redact,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [clean(name), clean(value)]))

const digit = String.raw`\\*(?:(?<=\\)u00(?:3\d|[46][1-6])|%(?:25)*(?:3\d|[46][1-6])|[0-9a-f])`
// Piece by piece where a subject sends nothing but digits: the whole of megabytes would be too much for the expression.
const digits = new RegExp(String.raw`(?<!\\)(?:${digit}){64,100000}`, 'gi')

const withoutSignatures = (text: string): string =>
  text.replaceAll(digits, (run) => {
    const plain = plainOf(run.toLowerCase())
    for (let index = 0; index + 64 <= plain.length; index += 1) {
      if (signatures.has(plain.slice(index, index + 64))) return placeholder
    }
    return run
  })
