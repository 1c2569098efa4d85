import type { Edition } from '../../spec/editions.ts'
import type { Json, JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'
import { bounded } from './bounded.ts'
import { type SchemaName, schemaDocument } from './editions.ts'
import { step } from './pointer.ts'

type Visit = (schema: JsonObject, value: Json, path: string) => void

/** Visits every part of a value that the edition has a schema for, together with that schema. */
export const visitKnown = (edition: Edition, name: SchemaName, value: Json, visit: Visit): void => {
  const { $defs } = schemaDocument(edition)
  const walk = (schema: Json | undefined, node: Json, path: string): void => {
    if (!isObject(schema)) return
    const { $ref, properties, items, additionalProperties: others } = schema
    if (typeof $ref === 'string') return walk($defs[$ref.slice('#/$defs/'.length)], node, path)
    visit(schema, node, path)
    if (Array.isArray(node) && isObject(items)) {
      node.forEach((item: Json, index) => walk(items, item, step(path, index)))
    }
    if (!isObject(node)) return
    for (const [key, member] of Object.entries(node)) {
      const own = isObject(properties) && Object.hasOwn(properties, key) ? properties[key] : others
      if (isObject(own)) walk(own, member, step(path, key))
    }
  }
  walk($defs[name], bounded(value), '')
}

/** Members that the schema of an object does not name; a map names none and takes all. */
export const unnamedMembers = (schema: JsonObject, value: Json): readonly string[] => {
  const { properties, additionalProperties } = schema
  if (!isObject(value) || isObject(additionalProperties)) return []
  const named = isObject(properties) ? properties : {}
  return Object.keys(value).filter((key) => !Object.hasOwn(named, key))
}
