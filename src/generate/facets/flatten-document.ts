import type { Json, JsonObject } from '../../call.ts'
import { isObject } from '../../model/json.ts'
import {
  arrayAt,
  type Document,
  objectAt,
  objectsAt,
  optionalObject,
  schemaOf,
  stringAt,
} from '../document.ts'
import { bodySchema, factsOf } from '../operation-table.ts'
import { operationsOf } from '../operations.ts'
import { type Facets, type Flat, said } from './flat.ts'

const modelType = (schema: JsonObject): Json => {
  const types = Array.isArray(schema['type'])
    ? (schema['type'] as readonly Json[])
    : [schema['type'] ?? '']
  const [type = ''] = types.filter((each) => each !== 'null')
  const { format } = schema
  if (type === 'integer') return format === 'int64' ? 'long' : 'integer'
  if (type === 'number') return 'double'
  if (type === 'string') return format === 'byte' ? 'blob' : 'string'
  if (type === 'array') return 'list'
  if (type !== 'object') return type
  return isObject(schema['additionalProperties']) ? 'map' : 'structure'
}

const facetsOf = (schema: JsonObject): Facets => {
  const type = schema['type']
  const open = schema['x-known-values']
  return said({
    type: modelType(schema),
    min: schema['minLength'] ?? schema['minItems'] ?? schema['minimum'],
    max: schema['maxLength'] ?? schema['maxItems'] ?? schema['maximum'],
    pattern: schema['pattern'],
    enum: schema['enum'] ?? open,
    open: open === undefined ? undefined : true,
    nullable: Array.isArray(type) && type.includes('null') ? true : undefined,
    closed: schema['additionalProperties'] === false ? true : undefined,
  })
}

const successSchema = (operation: JsonObject): JsonObject | undefined => {
  for (const [status, response] of Object.entries(objectAt(operation, 'responses'))) {
    if (Number(status) < 300 && isObject(response) && 'content' in response) {
      return objectAt(response, 'content', 'application/json', 'schema')
    }
  }
  return undefined
}

export const flattenDocument = (document: Document): Flat => {
  const flat = new Map<string, Facets>()

  const walk = (place: string, node: JsonObject, more: Facets): void => {
    const schema = schemaOf(document, node)
    // A type beside the reference narrows the type of what it refers to.
    const narrowed = node['type'] === undefined ? schema : { ...schema, type: node['type'] }
    flat.set(place, { ...facetsOf(narrowed), ...more })
    const required = arrayAt(schema, 'required')
    for (const [name, member] of Object.entries(optionalObject(schema, 'properties') ?? {})) {
      if (!isObject(member)) continue
      walk(`${place}/${name}`, member, required.includes(name) ? { required: true } : {})
    }
    const inner = { '[]': 'items', '{name}': 'propertyNames', '{}': 'additionalProperties' }
    for (const [step, keyword] of Object.entries(inner)) {
      const of = optionalObject(schema, keyword)
      if (of !== undefined) walk(`${place}/${step}`, of, {})
    }
  }

  const facts = factsOf(document)
  for (const { name, operation } of operationsOf(document)) {
    const { method = '', path = '', success = [], errors = {} } = facts[name] ?? {}
    flat.set(name, { method, path, success })
    for (const [error, status] of Object.entries(errors))
      flat.set(`${name}/errors/${error}`, { status })
    for (const parameter of objectsAt(operation, 'parameters')) {
      const required = parameter['required'] === true ? { required: true } : {}
      const more = { in: stringAt(parameter, 'in'), ...required }
      walk(`${name}/input/${stringAt(parameter, 'name')}`, objectAt(parameter, 'schema'), more)
    }
    const body = bodySchema(document, operation) ?? {}
    for (const [member, schema] of Object.entries(optionalObject(body, 'properties') ?? {})) {
      if (!isObject(schema)) continue
      const required = arrayAt(body, 'required').includes(member) ? { required: true } : {}
      walk(`${name}/input/${member}`, schema, { in: 'body', ...required })
    }
    const output = successSchema(operation)
    if (output !== undefined) walk(`${name}/output`, output, {})
  }
  return flat
}
