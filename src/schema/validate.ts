import type { ErrorObject } from 'ajv/dist/2020.js'

import type { Edition } from '../../spec/editions.ts'
import type { Citation } from '../../spec/sources.ts'
import type { Json } from '../call.ts'
import { bounded, shown } from './bounded.ts'
import { type SchemaName, validatorOf } from './editions.ts'
import { expectation } from './expectation.ts'
import { unnamedMembers, visitKnown } from './information.ts'
import { step } from './pointer.ts'

export type SchemaViolation = {
  /** A JSON pointer. */
  readonly path: string
  /** The JSON Schema keyword that is not met. */
  readonly keyword: string
  readonly expected: string
  readonly actual: string
  readonly cite?: Citation
}

const mostViolations = 20
const mostInformation = 100

const nameIn = (error: ErrorObject, key: string): string | undefined => {
  const params: Readonly<Record<string, unknown>> = error.params
  const name = params[key]
  return typeof name === 'string' ? name : undefined
}

const pathOf = (error: ErrorObject): string => {
  const { instancePath, propertyName } = error
  const named = nameIn(error, 'missingProperty') ?? nameIn(error, 'additionalProperty')
  const member = named ?? propertyName
  return member === undefined ? instancePath : step(instancePath, member)
}

const actualOf = (error: ErrorObject): string => {
  if (error.keyword === 'required') return 'absent'
  const extra = nameIn(error, 'additionalProperty')
  if (extra === undefined) return shown(error.data)
  const data: unknown = error.data
  // By its descriptor, because the member may be named __proto__.
  return shown(Object.getOwnPropertyDescriptor(data, extra)?.value)
}

const citeOf = ({ parentSchema }: ErrorObject): Citation | undefined => {
  const cite: Citation | undefined = parentSchema?.['x-cite']
  return cite
}

/** How a value departs from what the edition documents: at most 20 places. */
export const violations = (
  edition: Edition,
  schema: SchemaName,
  value: Json,
): readonly SchemaViolation[] => {
  const validate = validatorOf(edition, schema)
  if (validate(bounded(value))) return []
  const found = new Map<string, SchemaViolation>()
  for (const error of validate.errors ?? []) {
    // The error inside says which name is wrong, and how.
    if (error.keyword === 'propertyNames') continue
    const path = pathOf(error)
    // A reference with a type beside it reports a wrong type twice.
    const key = `${error.keyword} ${path}`
    if (found.has(key)) continue
    const cite = citeOf(error)
    found.set(key, {
      path,
      keyword: error.keyword,
      expected: expectation(error),
      actual: actualOf(error),
      ...(cite === undefined ? {} : { cite }),
    })
    if (found.size === mostViolations) break
  }
  return [...found.values()]
}

/** Where the value has members that the edition does not know. Information only: responses may have more members. */
export const undocumentedMembers = (
  edition: Edition,
  schema: SchemaName,
  value: Json,
): readonly string[] => {
  const paths: string[] = []
  visitKnown(edition, schema, value, (part, node, path) => {
    for (const key of unnamedMembers(part, node)) {
      if (paths.length < mostInformation) paths.push(step(path, key))
    }
  })
  return paths
}

/** Where the value has text outside the values known to the edition. Information only: enumerations are open. */
export const unknownValues = (
  edition: Edition,
  schema: SchemaName,
  value: Json,
): readonly { readonly path: string; readonly value: string }[] => {
  const found: { readonly path: string; readonly value: string }[] = []
  visitKnown(edition, schema, value, (part, node, path) => {
    const known = part['x-known-values']
    if (typeof node !== 'string' || !Array.isArray(known) || known.includes(node)) return
    if (found.length < mostInformation) found.push({ path, value: node.slice(0, 200) })
  })
  return found
}
