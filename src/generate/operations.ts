import { operationNames } from '../../spec/operations.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { Json, JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'
import { type Document, objectAt } from './document.ts'

export type FoundOperation = {
  readonly name: OperationName
  readonly method: string
  readonly path: string
  readonly operation: JsonObject
}

/** The operations of a document, in the order in which the project names them. */
export const operationsOf = (document: Document): readonly FoundOperation[] => {
  const found = new Map<Json | undefined, Omit<FoundOperation, 'name'>>()
  for (const [path, item] of Object.entries(objectAt(document, 'paths'))) {
    if (!isObject(item)) continue
    for (const [method, operation] of Object.entries(item)) {
      if (!isObject(operation)) continue
      found.set(operation['operationId'], { method: method.toUpperCase(), path, operation })
    }
  }
  return operationNames.map((name) => {
    const here = found.get(name)
    if (here !== undefined) return { name, ...here }
    throw new Error(`Failed to read the document, because it has no operation ${name}`)
  })
}
