import type { Json, JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'

/** An OpenAPI document as plain data. It is read by name everywhere, so a wrong shape is a fault of ours and throws. */
export type Document = JsonObject

export const objectAt = (node: JsonObject, ...keys: readonly string[]): JsonObject => {
  let here: Json | undefined = node
  for (const key of keys) here = isObject(here) ? here[key] : undefined
  if (isObject(here)) return here
  throw new Error(`Failed to read the document, because there is no object at ${keys.join(' / ')}`)
}

export const optionalObject = (node: JsonObject, key: string): JsonObject | undefined => {
  const value = node[key]
  return isObject(value) ? value : undefined
}

export const stringAt = (node: JsonObject, key: string): string => {
  const value = node[key]
  if (typeof value === 'string') return value
  throw new Error(
    `Failed to read the document, because ${key} is not text: ${JSON.stringify(value)}`,
  )
}

export const arrayAt = (node: JsonObject, key: string): readonly Json[] => {
  const value = node[key]
  return Array.isArray(value) ? value : []
}

export const objectsAt = (node: JsonObject, key: string): readonly JsonObject[] =>
  arrayAt(node, key).filter(isObject)

export const stringsAt = (node: JsonObject, key: string): readonly string[] =>
  arrayAt(node, key).filter((item) => typeof item === 'string')

const prefix = '#/components/schemas/'

/** The name of the component a schema refers to. */
export const referredSchema = (node: JsonObject): string | undefined => {
  const { $ref } = node
  return typeof $ref === 'string' && $ref.startsWith(prefix) ? $ref.slice(prefix.length) : undefined
}

export const schemaOf = (document: Document, node: JsonObject): JsonObject => {
  const name = referredSchema(node)
  return name === undefined ? node : objectAt(document, 'components', 'schemas', name)
}

export const responseOf = (document: Document, node: JsonObject): JsonObject => {
  const { $ref } = node
  if (typeof $ref !== 'string') return node
  return objectAt(document, ...$ref.replace(/^#\//, '').split('/'))
}
