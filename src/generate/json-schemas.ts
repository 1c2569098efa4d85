import type { Edition } from '../../spec/editions.ts'
import type { Json, JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'
import {
  arrayAt,
  type Document,
  objectAt,
  objectsAt,
  optionalObject,
  referredSchema,
  schemaOf,
  stringAt,
} from './document.ts'
import { bodySchema } from './operation-table.ts'
import { type FoundOperation, operationsOf } from './operations.ts'

/** The whole input in one object: wherever on the wire a member travels, it is a member of the request. */
const requestSchema = (document: Document, { operation }: FoundOperation): JsonObject => {
  const body = bodySchema(document, operation)
  const parameters = objectsAt(operation, 'parameters')
  const properties: Record<string, Json> = {}
  for (const parameter of parameters) {
    properties[stringAt(parameter, 'name')] = objectAt(parameter, 'schema')
  }
  Object.assign(properties, body === undefined ? {} : objectAt(body, 'properties'))
  const required = [
    ...parameters
      .filter((parameter) => parameter['required'] === true)
      .map(({ name }) => name ?? ''),
    ...arrayAt(body ?? {}, 'required'),
  ]
  return {
    description: stringAt(operation, 'summary'),
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    properties,
    'x-cite': objectAt(body ?? operation, 'x-cite'),
    'x-level': 'must',
  }
}

const successContent = (operation: JsonObject): JsonObject | undefined => {
  for (const [status, response] of Object.entries(objectAt(operation, 'responses'))) {
    if (Number(status) >= 300 || !isObject(response)) continue
    if (optionalObject(response, 'content') !== undefined) {
      return objectAt(response, 'content', 'application/json', 'schema')
    }
  }
  return undefined
}

const responseSchema = (document: Document, { name, operation }: FoundOperation): JsonObject => {
  const content = successContent(operation)
  if (content === undefined) {
    const cite = objectAt(operation, 'x-cite')
    return {
      description: 'No members.',
      type: ['object', 'null'],
      'x-cite': cite,
      'x-level': 'must',
    }
  }
  // A component of the same name would refer to itself: its members move here, and the top level is never null.
  if (referredSchema(content) === `${name}Response`) {
    return { ...schemaOf(document, content), type: 'object' }
  }
  return content
}

const rewritten = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => rewritten(item))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, member]): [string, Json] => [
    key,
    key === '$ref' && typeof member === 'string'
      ? member.replace('#/components/schemas/', '#/$defs/')
      : rewritten(member),
  ])
  return Object.fromEntries(entries)
}

const referred = (value: Json, found: Set<string>): void => {
  if (Array.isArray(value)) value.forEach((item: Json) => referred(item, found))
  if (!isObject(value)) return
  const name = referredSchema(value)
  if (name !== undefined) found.add(name)
  for (const member of Object.values(value)) referred(member, found)
}

type SchemaFile = {
  readonly $schema: string
  readonly $id: string
  readonly title: string
  readonly $defs: Readonly<Record<string, Json>>
}

/** JSON Schema 2020-12 for what an edition says of requests and responses. */
export const jsonSchemas = (edition: Edition, document: Document): SchemaFile => {
  const defs: Record<string, Json> = {}
  for (const found of operationsOf(document)) {
    defs[`${found.name}Request`] = requestSchema(document, found)
    defs[`${found.name}Response`] = responseSchema(document, found)
  }
  const used = new Set(['ErrorResponse'])
  referred(defs, used)
  for (const name of used) {
    const component = objectAt(document, 'components', 'schemas', name)
    referred(component, used)
    defs[name] ??= component
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://lambda-conformance.dev/schemas/${edition}.json`,
    title: `AWS Lambda, versioning, edition ${edition}`,
    $defs: Object.fromEntries(
      Object.entries(defs).map(([name, schema]) => [name, rewritten(schema)]),
    ),
  }
}
