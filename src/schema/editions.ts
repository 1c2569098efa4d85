import { createRequire } from 'node:module'

import formats from 'ajv-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { Json } from '../call.ts'

export type SchemaName = `${OperationName}Request` | `${OperationName}Response` | 'ErrorResponse'

export type SchemaDocument = {
  readonly $id: string
  readonly $defs: Readonly<Record<string, Json>>
}

/** What the documents carry beside JSON Schema's own keywords. */
const vocabulary = ['x-cite', 'x-level', 'x-edition', 'x-known-values']

const load = createRequire(import.meta.url)
const documents = new Map<Edition, SchemaDocument>()
const validators = new Map<string, ValidateFunction>()
const compilers = new Map<Edition, Ajv2020>()

export const schemaDocument = (edition: Edition): SchemaDocument => {
  const known = documents.get(edition)
  if (known !== undefined) return known
  // By the package's own name, so that it is found from the sources as well as from the built files.
  const document: SchemaDocument = load(`lambda-conformance/schemas/${edition}.json`)
  documents.set(edition, document)
  return document
}

export const compilerFor = (document: SchemaDocument): Ajv2020 => {
  // strictRequired would reject members that are required beside a reference.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false })
  ajv.addVocabulary(vocabulary)
  formats.default(ajv, ['int32', 'int64', 'double', 'byte'])
  ajv.addSchema(document)
  return ajv
}

export const validatorOf = (edition: Edition, schema: SchemaName): ValidateFunction => {
  const key = `${edition} ${schema}`
  const known = validators.get(key)
  if (known !== undefined) return known
  const document = schemaDocument(edition)
  const compiler = compilers.get(edition) ?? compilerFor(document)
  compilers.set(edition, compiler)
  const validate = compiler.getSchema(`${document.$id}#/$defs/${schema}`)
  if (validate === undefined) {
    throw new Error(`Failed to find a schema, because edition ${edition} has no ${schema}`)
  }
  validators.set(key, validate)
  return validate
}
