import { editions } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { Json, JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'
import { statusMembers } from '../model/reply.ts'
import { step } from '../schema/pointer.ts'
import { undocumentedMembers } from '../schema/validate.ts'

/** Younger than the oldest edition, and known to every client that waits for a function. */
const knownToAll: ReadonlySet<string> = new Set(statusMembers.map((name) => step('', name)))

/**
 * An output with what a client may be too old to know, and so drops: members of the reply that the oldest edition does not
 * document, at any depth. A version told without its LoggingConfig is no other version.
 */
export const withLaterMembers = (
  operation: OperationName,
  output: JsonObject,
  reply: JsonObject,
): JsonObject => {
  const later = new Set(undocumentedMembers(editions[0], `${operation}Response`, reply))
  const filled = (got: JsonObject, had: JsonObject, path: string): JsonObject => {
    const members = Object.entries(had).flatMap(([name, value]): (readonly [string, Json])[] => {
      const at = step(path, name)
      const inner = got[name]
      if (!Object.hasOwn(got, name) || inner === undefined) {
        return later.has(at) && !knownToAll.has(at) ? [[name, value]] : []
      }
      return isObject(inner) && isObject(value) ? [[name, filled(inner, value, at)]] : []
    })
    return { ...got, ...Object.fromEntries(members) }
  }
  return filled(output, reply, '')
}
