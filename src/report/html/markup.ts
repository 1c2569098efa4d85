import { reveal } from '../sanitize.ts'

/** Text that is HTML already. Only `html`, `raw` and `join` make it. */
export type Markup = { readonly markup: string }

/** What may stand in a template; `undefined` and `false` leave nothing. */
export type Interpolated = Markup | readonly Markup[] | string | number | undefined | false

/** Takes the text for HTML as it stands: for our own files alone, never for text of a report. */
export const raw = (markup: string): Markup => ({ markup })

export const nothing = raw('')

/** Line ends and tabs do no harm in a box that is ours; all else that hides or turns text round is made visible. */
const revealInBox = (text: string): string =>
  text
    .split(/([\n\t])/)
    .map((part) => (part === '\n' || part === '\t' ? part : reveal(part)))
    .join('')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Quotes mean nothing between tags, and JSON is full of them: there they stay as they are. */
const escape = (text: string, where: Place): string =>
  revealInBox(text).replace(
    where === 'text' ? /[&<>]/g : /[&<>"]/g,
    (found) => entities[found] ?? '',
  )

type Place = 'text' | 'attribute'

/** Where the interpolation after this much literal text stands: between tags, or in a quoted attribute. */
const placeAfter = (literal: string): Place => {
  const tag = literal.lastIndexOf('<')
  if (tag <= literal.lastIndexOf('>')) return 'text'
  // `<a href=${url}>` would let the text begin an attribute of its own.
  const quotes = literal.slice(tag).split('"').length - 1
  if (quotes % 2 === 1) return 'attribute'
  throw new TypeError(
    `Failed to build the page, because an interpolation stands in a tag without quotes: ${literal.slice(tag)}`,
  )
}

type Template = { readonly parts: readonly string[]; readonly places: readonly Place[] }

/** The indentation of the source is for its readers; a hundred thousand bytes of it would go into a page. */
const templateOf = (strings: TemplateStringsArray): Template => {
  const parts = strings.map((part) => part.replace(/\n\s*/g, '\n'))
  let literal = ''
  return { parts, places: parts.slice(0, -1).map((part) => placeAfter((literal += part))) }
}

/** A template is written once and filled hundreds of times. */
const known = new WeakMap<TemplateStringsArray, Template>()

const filled = (value: Interpolated, place: Place): string => {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value), place)
  if (place === 'attribute') {
    throw new TypeError('Failed to build the page, because markup stands in an attribute')
  }
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

/**
 * HTML with every interpolation escaped, and what would hide in it made visible; markup alone goes in as it is. Attributes
 * must be in double quotes.
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Interpolated[]): Markup => {
  const { parts, places } = known.get(strings) ?? templateOf(strings)
  if (!known.has(strings)) known.set(strings, { parts, places })
  return raw(
    parts
      .map((part, index) =>
        index === 0
          ? part
          : `${filled(values[index - 1], places[index - 1] ?? 'attribute')}${part}`,
      )
      .join(''),
  )
}

export const join = (parts: readonly Markup[], separator: string): Markup =>
  raw(parts.map(({ markup }) => markup).join(filled(separator, 'text')))

/** Size on disk. */
export const bytesOf = ({ markup }: Markup): number => Buffer.byteLength(markup)
