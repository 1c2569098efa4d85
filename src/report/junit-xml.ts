import XMLBuilder from 'fast-xml-builder'
import { reveal } from './sanitize.ts'

/**
 * Legal in an XML 1.0 document: no escape may name a control character, a lone surrogate or one of these two. A line break
 * in an attribute would come back as a blank.
 */
const xmlText = (text: string): string =>
  reveal(text).replace(/[\uFFFE\uFFFF]/g, (character) =>
    character === '\uFFFE' ? String.raw`\u{fffe}` : String.raw`\u{ffff}`,
  )

export type XmlNode = { readonly [name: string]: string | XmlNode | readonly XmlNode[] }

/** Attributes in the order given; one without a value is left out. */
export const attributes = (
  values: Readonly<Record<string, string | number | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[`@${name}`, xmlText(String(value))]],
    ),
  )

/** Text content of an element, a line each. */
export const content = (lines: readonly string[]): { readonly '#text': string } => ({
  '#text': lines.map(xmlText).join('\n'),
})

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
  // Else value="true" becomes a bare attribute, which no XML parser takes.
  suppressBooleanAttributes: false,
})

export const xmlDocument = (root: XmlNode): string =>
  builder.build({ '?xml': attributes({ version: '1.0', encoding: 'UTF-8' }), ...root })
