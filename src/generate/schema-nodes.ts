import type { Json, JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'

export type SchemaNode = { readonly pointer: string; readonly schema: JsonObject }

/** A schema and the schemas inside it, without following references. */
export const schemaNodes = (schema: JsonObject, pointer: string): readonly SchemaNode[] => {
  const inner: SchemaNode[] = [{ pointer, schema }]
  for (const keyword of ['items', 'additionalProperties', 'propertyNames']) {
    const of = schema[keyword]
    if (isObject(of)) inner.push(...schemaNodes(of, `${pointer}/${keyword}`))
  }
  const { properties } = schema
  for (const [name, of] of isObject(properties) ? Object.entries(properties) : []) {
    if (isObject(of)) inner.push(...schemaNodes(of, `${pointer}/properties/${name}`))
  }
  return inner
}

const annotations = new Set(['description', 'default', 'x-cite', 'x-level', 'x-edition'])

/** What a schema demands by itself: neither notes on it nor what the schemas inside it demand. */
export const demands = (schema: JsonObject): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(schema).filter(
      ([keyword, value]) =>
        !annotations.has(keyword) &&
        keyword !== 'properties' &&
        // A list of alternatives is a demand; a schema is one of those inside.
        !isObject(value),
    ),
  )
