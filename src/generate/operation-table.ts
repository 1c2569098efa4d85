import type { Json, JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'
import { type EditionDocuments } from './edition-documents.ts'
import {
  arrayAt,
  type Document,
  objectAt,
  objectsAt,
  optionalObject,
  responseOf,
  schemaOf,
  stringAt,
  stringsAt,
} from './document.ts'
import { operationsOf } from './operations.ts'

type Facts = {
  readonly method: string
  readonly path: string
  readonly success: readonly number[]
  readonly members: JsonObject
  readonly errors: Readonly<Record<string, number>>
}

/** The schema of the JSON body, where the operation has one. */
export const bodySchema = (document: Document, operation: JsonObject): JsonObject | undefined => {
  const body = optionalObject(operation, 'requestBody')
  if (body === undefined) return undefined
  return schemaOf(document, objectAt(body, 'content', 'application/json', 'schema'))
}

const membersOf = (document: Document, operation: JsonObject): JsonObject => {
  const members: Record<string, Json> = {}
  for (const parameter of objectsAt(operation, 'parameters')) {
    const required = parameter['required'] === true
    members[stringAt(parameter, 'name')] = { in: stringAt(parameter, 'in'), required }
  }
  const body = bodySchema(document, operation)
  if (body === undefined) return members
  const required = arrayAt(body, 'required')
  for (const name of Object.keys(objectAt(body, 'properties'))) {
    members[name] = { in: 'body', required: required.includes(name) }
  }
  return members
}

const errorsOf = (document: Document, operation: JsonObject): Record<string, number> => {
  const errors: Record<string, number> = {}
  for (const [status, response] of Object.entries(objectAt(operation, 'responses'))) {
    if (!isObject(response)) continue
    for (const name of stringsAt(responseOf(document, response), 'x-errors')) {
      errors[name] = Number(status)
    }
  }
  return errors
}

export const factsOf = (document: Document): Readonly<Record<string, Facts>> =>
  Object.fromEntries(
    operationsOf(document).map(({ name, method, path, operation }) => {
      const statuses = Object.keys(objectAt(operation, 'responses')).map(Number)
      const success = statuses.filter((status) => status < 300)
      const members = membersOf(document, operation)
      return [name, { method, path, success, members, errors: errorsOf(document, operation) }]
    }),
  )

const head = `import type { Edition } from '../spec/editions.ts'
import type { OperationName } from '../spec/operations.ts'

export type Member = { readonly in: 'path' | 'query' | 'body'; readonly required: boolean }
export type OperationFacts = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With {FunctionName} and the like where members go. */
  readonly path: string
  readonly success: readonly number[]
  /** By the names they have on the wire. */
  readonly members: Readonly<Record<string, Member>>
  /** The documented errors and their statuses. */
  readonly errors: Readonly<Record<string, number>>
}

export const operations: Readonly<Record<Edition, Readonly<Record<OperationName, OperationFacts>>>> = {
`

export const operationTable = (documents: EditionDocuments): string => {
  const editions = Object.entries(documents).map(([edition, document]) => {
    const lines = Object.entries(factsOf(document)).map(
      ([name, facts]) => `    ${name}: ${JSON.stringify(facts)},\n`,
    )
    return `  '${edition}': {\n${lines.join('')}  },\n`
  })
  return `${head}${editions.join('')}}\n`
}
