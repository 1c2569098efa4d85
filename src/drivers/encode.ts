import type { OperationFacts } from '../../generated/operations.ts'
import type { Call, Json } from '../call.ts'
import type { WireRequest } from './driver.ts'

const placeholder = /\{([^{}]+)\}/g

/**
 * A member the table does not know still travels, in the body or, where there is none, in the query: an unknown member
 * is something to test with, not a mistake.
 */
export const encodeCall = (
  call: Call,
  facts: Pick<OperationFacts, 'method' | 'path' | 'members'>,
): WireRequest => {
  const hasBody = facts.method !== 'GET' && facts.method !== 'DELETE'
  const inPath = new Set([...facts.path.matchAll(placeholder)].map(([, name]) => name))
  const encodeSegment = segmentEncoders[call.written?.pathEncoding ?? 'usual']
  const query: string[] = []
  const body: [string, Json][] = []

  for (const [name, value] of Object.entries(call.input)) {
    if (value === undefined || inPath.has(name)) continue
    if (!hasBody || facts.members[name]?.in === 'query') query.push(...queryPairs(name, value))
    else body.push([name, value])
  }

  const path = facts.path.replaceAll(placeholder, (_, name: string) =>
    encodeSegment(Object.hasOwn(call.input, name) ? plainText(call.input[name]) : ''),
  )
  const request = {
    method: facts.method,
    path: query.length === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}`,
  }
  if (!hasBody) return { ...request, headers: {} }
  return {
    ...request,
    headers: { 'content-type': 'application/json' },
    body: call.written?.body ?? JSON.stringify(Object.fromEntries(body)),
  }
}

/** RFC 3986: everything but the unreserved characters, as the AWS SDKs do it in a path segment and in a query. */
const percentEncode = (text: string): string =>
  // The way through a Buffer replaces lone surrogates, on which encodeURIComponent throws.
  encodeURIComponent(Buffer.from(text).toString()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const segmentEncoders = {
  usual: percentEncode,
  sparing: (text: string) =>
    percentEncode(text).replaceAll(/%(?:21|24|27|28|29|2A|2B|2C|3A|3B|3D|40)/g, decodeURIComponent),
  lavish: (text: string) =>
    [...Buffer.from(text)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
}

// A null in a query is an absent member: there is no other way to say it there.
const queryPairs = (name: string, value: Json): readonly string[] => {
  if (value === null) return []
  const values: readonly Json[] = Array.isArray(value) ? value : [value]
  return values.map((one) => `${percentEncode(name)}=${percentEncode(plainText(one))}`)
}

const plainText = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
