import { expect, test } from 'vitest'

import { editions } from '../../spec/editions.ts'
import { objectAt, stringsAt } from './document.ts'
import { editionDocuments } from './edition-documents.ts'
import { compare } from './facets/compare.ts'
import { type Difference, knownDifferences } from './facets/differences.ts'
import { flattenDocument } from './facets/flatten-document.ts'
import { flattenTable } from './facets/flatten-table.ts'
import { facetTable } from './facets/table.ts'

const documents = editionDocuments()

const differencesOf = (edition: (typeof editions)[number]): readonly Difference[] =>
  compare(edition, flattenTable(facetTable(edition)), flattenDocument(documents[edition]))

test.each(editions)('edition %s says what the service model of its date says', (edition) => {
  const unexplained = differencesOf(edition).filter(
    (difference) =>
      !knownDifferences.some(
        ({ editions: of, explains }) => of.includes(edition) && explains(difference),
      ),
  )

  expect(unexplained).toEqual([])
})

test.each(editions)('edition %s has each difference that is listed for it', (edition) => {
  const differences = differencesOf(edition)
  const outdated = knownDifferences
    .filter(({ editions: of }) => of.includes(edition))
    .filter(({ explains }) => !differences.some(explains))

  expect(outdated.map(({ reason }) => reason)).toEqual([])
})

test.each(editions)('edition %s has the members of all error bodies, and no others', (edition) => {
  const { errors } = facetTable(edition)
  const members = new Set(Object.values(errors).flat())
  // This one travels as the Retry-After header.
  expect(members.delete('retryAfterSeconds')).toBe(true)
  const schema = objectAt(documents[edition], 'components', 'schemas', 'ErrorResponse')

  expect(new Set(Object.keys(objectAt(schema, 'properties')))).toEqual(members)
})

test('a limit that is off by one is noticed', () => {
  const table = facetTable('2024-08')
  const { Description } = table.shapes
  if (Description === undefined) throw new Error('no Description')
  const shapes = { ...table.shapes, Description: { ...Description, max: 255 } }
  const ours = flattenDocument(documents['2024-08'])
  const found = compare('2024-08', flattenTable({ ...table, shapes }), ours)

  expect(found).toContainEqual({
    edition: '2024-08',
    place: 'PublishVersion/input/Description',
    facet: 'max',
    model: 255,
    ours: 256,
  })
})

test('recorded errors are kept apart from documented ones', () => {
  const response = objectAt(documents['2024-08'], 'components', 'responses', 'InvalidRequest')

  expect(stringsAt(response, 'x-errors')).not.toContain('ValidationException')
  expect(stringsAt(response, 'x-observed-errors')).toEqual(['ValidationException'])
})
