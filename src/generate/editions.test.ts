import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'

import { type Edition, editions } from '../../spec/editions.ts'
import { sources } from '../../spec/sources.ts'
import type { JsonObject } from '../call.ts'
import { compilerFor, type SchemaDocument } from '../schema/editions.ts'
import { isObject, objectAt, optionalObject } from './document.ts'
import { editionDocuments } from './edition-documents.ts'
import { jsonSchemas } from './json-schemas.ts'
import { operationsOf } from './operations.ts'
import { demands, type SchemaNode, schemaNodes } from './schema-nodes.ts'

const documents = editionDocuments()

const components = (edition: Edition): JsonObject =>
  objectAt(documents[edition], 'components', 'schemas')

const nodesOf = (schemas: JsonObject): readonly SchemaNode[] =>
  Object.entries(schemas).flatMap(([name, schema]) =>
    isObject(schema) ? schemaNodes(schema, name) : [],
  )

test.each(editions)('edition %s is a valid OpenAPI 3.1 document', async (edition) => {
  const validator = new Validator()
  const result = await validator.validate(
    structuredClone(documents[edition]) as Record<string, unknown>,
  )

  expect(result).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})

test.each(editions)('every schema of edition %s compiles', (edition) => {
  const document = jsonSchemas(edition, documents[edition]) as unknown as SchemaDocument
  const compiler = compilerFor(document)
  const names = Object.keys(document.$defs)

  expect(names.length).toBeGreaterThan(100)
  for (const name of names) {
    expect(compiler.getSchema(`${document.$id}#/$defs/${name}`), name).toBeTypeOf('function')
  }
})

test.each(editions)('every demand of edition %s cites a source and has a level', (edition) => {
  const { $defs } = jsonSchemas(edition, documents[edition])
  const uncited = nodesOf(isObject($defs) ? $defs : {})
    .filter(({ schema }) => Object.keys(demands(schema)).some((keyword) => keyword !== '$ref'))
    .filter(({ schema }) => {
      const { document, section } = optionalObject(schema, 'x-cite') ?? {}
      const known = typeof document === 'string' && Object.hasOwn(sources, document)
      return !known || typeof section !== 'string' || schema['x-level'] !== 'must'
    })

  expect(uncited.map(({ pointer }) => pointer)).toEqual([])
})

test.each(editions)(
  'every operation and error response of edition %s cites a source',
  (edition) => {
    const responses = Object.values(objectAt(documents[edition], 'components', 'responses'))
    const operations = operationsOf(documents[edition]).map(({ operation }) => operation)
    for (const cited of [...operations, ...responses.filter(isObject)]) {
      expect(Object.keys(sources)).toContain(objectAt(cited, 'x-cite')['document'])
    }
  },
)

test.each(editions)('edition %s cites no model that is younger than it', (edition) => {
  const youngest = {
    '2018-11': '2019-01',
    '2019-06': '2019-08',
    '2024-08': '2024-08',
    '2026-07': '2026-07',
  }
  const changed = nodesOf(components(edition)).filter(({ schema }) => 'x-edition' in schema)
  for (const { pointer, schema } of changed) {
    const { document } = optionalObject(schema, 'x-cite') ?? {}
    if (typeof document !== 'string' || !document.startsWith('model-')) continue
    expect(
      document.slice('model-'.length, 'model-2019-01'.length) <= youngest[edition],
      pointer,
    ).toBe(true)
  }
})

const within = (edition: Edition, schema: JsonObject): boolean => {
  const { from = editions[0], to = editions[editions.length - 1] ?? '' } =
    optionalObject(schema, 'x-edition') ?? {}
  return edition >= String(from) && edition <= String(to)
}

test.each(editions)(
  'x-edition in edition %s names the editions with the same demands',
  (edition) => {
    const wrong: string[] = []
    for (const [name, component] of Object.entries(components(edition))) {
      if (!isObject(component)) continue
      for (const { pointer, schema } of schemaNodes(component, name)) {
        for (const other of editions) {
          const there = components(other)[name]
          // What a component says inside is bounded by where the component itself is found.
          if (!isObject(there) && pointer !== name) continue
          const same = nodesOf(isObject(there) ? { [name]: there } : {}).find(
            (node) => node.pointer === pointer,
          )
          const holds =
            same !== undefined &&
            JSON.stringify(demands(same.schema)) === JSON.stringify(demands(schema))
          if (holds !== within(other, schema)) wrong.push(`${pointer} in ${other}`)
        }
      }
    }

    expect(wrong).toEqual([])
  },
)
