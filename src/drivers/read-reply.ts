import type { Json } from '../call.ts'
import type { ReplyBody } from './driver.ts'
import { oneLine } from './one-line.ts'

/** Lambda's own bodies nest six deep. Past this, code that walks a value recursively would run out of stack. */
export const maxDepth = 256

/** The longest list of versions has some 5,000. In memory a value takes up to forty times its bytes on the wire. */
export const maxValues = 25_000

/** `clean` is given the text before anything is read from it. */
export const readBody = (
  bytes: Uint8Array,
  clean: (text: string) => string = (text) => text,
): { readonly text: string; readonly body: ReplyBody } => {
  const text = clean(new TextDecoder().decode(bytes))
  return { text, body: parseBody(text) }
}

const parseBody = (text: string): ReplyBody => {
  if (text === '') return { kind: 'empty' }
  const excess = excessOf(text)
  if (excess !== undefined) return { kind: 'not-json', why: excess }
  try {
    // A `__proto__` key becomes a plain member here, without effect on the prototype.
    const value: Json = JSON.parse(text)
    return { kind: 'json', value }
  } catch (error) {
    return { kind: 'not-json', why: oneLine(error instanceof Error ? error.message : 'unreadable') }
  }
}

const quote = 0x22
const comma = 0x2c
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** What there is too much of to be parsed, found without parsing. */
export const excessOf = (
  text: string,
  most: { readonly depth: number; readonly values: number } = {
    depth: maxDepth,
    values: maxValues,
  },
): string | undefined => {
  let depth = 0
  let values = 1
  let isInString = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (isInString) {
      if (code === backslash) index += 1
      else if (code === quote) isInString = false
      continue
    }
    if (code === quote) isInString = true
    else if (code === comma) values += 1
    else if (code === closeBracket || code === closeBrace) depth -= 1
    else if (code === openBracket || code === openBrace) {
      depth += 1
      values += 1
    }
    if (depth > most.depth) return `nested more than ${most.depth} levels deep`
    if (values > most.values) return `more than ${most.values} values`
  }
  return undefined
}
