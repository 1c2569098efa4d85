import type { Edition } from '../../spec/editions.ts'
import type { Call, Json } from '../call.ts'
import { isObject } from '../model/json.ts'
import { undocumentedMembers, violations } from '../schema/validate.ts'

/** What the types of an input rule out; every other fault of an input can be written down by a caller. */
const ofTypes = new Set(['type', 'required', 'additionalProperties', 'not', 'oneOf'])

const isBase64 = (value: Json | undefined): boolean =>
  typeof value !== 'string' || Buffer.from(value, 'base64').toString('base64') === value

/**
 * Whether a caller can ask for it at all: a client takes members by their types, and blobs as bytes. A wrong writing of the
 * request, a text for a number and a base64 text that is none are things that only a wire can carry.
 */
export const isExpressible = (call: Call, edition: Edition): boolean => {
  const { operation, input, written } = call
  if (written !== undefined) return false
  const blobs = [
    input['ZipFile'],
    isObject(input['Content']) ? input['Content']['ZipFile'] : undefined,
  ]
  return (
    blobs.every(isBase64) &&
    !violations(edition, `${operation}Request`, input).some(({ keyword }) =>
      ofTypes.has(keyword),
    ) &&
    undocumentedMembers(edition, `${operation}Request`, input).length === 0
  )
}
