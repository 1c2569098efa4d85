import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'

import { defaultEdition, type Edition, editions } from '../../spec/editions.ts'
import { sources } from '../../spec/sources.ts'
import type { JsonObject } from '../call.ts'
import { isObject, text } from '../model/json.ts'
import { compilerFor } from '../schema/editions.ts'
import { objectAt, optionalObject } from './document.ts'
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
  const result = await validator.validate(structuredClone(documents[edition]))

  expect(result).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})

test.each(editions)('every schema of edition %s compiles', (edition) => {
  const document = jsonSchemas(edition, documents[edition])
  const compiler = compilerFor(document)
  const names = Object.keys(document.$defs)
  const compiled = names.filter((name) => compiler.getSchema(`${document.$id}#/$defs/${name}`))

  expect(names.length).toBeGreaterThan(100)
  expect(compiled).toEqual(names)
})

test.each(editions)('every demand of edition %s cites a source and has a level', (edition) => {
  const { $defs } = jsonSchemas(edition, documents[edition])
  const uncited = nodesOf($defs)
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

const within = (edition: Edition, schema: JsonObject): boolean => {
  const range = optionalObject(schema, 'x-edition') ?? {}
  return edition >= (text(range, 'from') ?? '0000') && edition <= (text(range, 'to') ?? '9999')
}

test.each(editions)('what edition %s changed cites a source of its time', (edition) => {
  const latest = {
    '2018-11': '2019-01-17',
    '2019-06': '2019-08-29',
    '2024-08': '2024-08-19',
    '2026-07': '2026-07-30',
  }
  const early = nodesOf(components(edition))
    .filter(({ schema }) => !within(defaultEdition, schema))
    .filter(({ schema }) => {
      const document = text(optionalObject(schema, 'x-cite'), 'document')
      const source = Object.entries(sources).find(([id]) => id === document)
      return source !== undefined && source[1].date > latest[edition]
    })

  expect(early.map(({ pointer }) => pointer)).toEqual([])
})

test.each(editions)(
  'x-edition in edition %s names the editions with the same demands',
  (edition) => {
    const elsewhere = editions.map((other) => ({
      other,
      schemas: components(other),
      nodes: new Map(nodesOf(components(other)).map(({ pointer, schema }) => [pointer, schema])),
    }))
    const wrong: string[] = []
    for (const { pointer, schema } of nodesOf(components(edition))) {
      const [component = ''] = pointer.split('/')
      for (const { other, schemas, nodes } of elsewhere) {
        // What a component says inside is bounded by where the component itself is found.
        if (!(component in schemas) && pointer !== component) continue
        const same = nodes.get(pointer)
        const holds =
          same !== undefined && JSON.stringify(demands(same)) === JSON.stringify(demands(schema))
        if (holds !== within(other, schema)) wrong.push(`${pointer} in ${other}`)
      }
    }

    expect(wrong).toEqual([])
  },
)
