import { expect, test } from 'vitest'
import { editions } from '../../spec/editions.ts'
import { statements } from '../../spec/statements/all.ts'
import type { Json } from '../call.ts'
import { isObject, text } from '../model/json.ts'
import { editionDocuments } from './edition-documents.ts'

const documents = editionDocuments()
const stated = new Set(statements.map(({ document, section }) => `${document} ${section}`))

/** Every `x-cite` in a document or part of one. The service model is cited far beyond what is stated of it. */
const citations = (of: Json): readonly string[] => {
  if (!isObject(of)) return Array.isArray(of) ? of.flatMap(citations) : []
  const cite = of['x-cite']
  const inner = Object.values(of).flatMap(citations)
  const document = text(cite, 'document')
  if (document === undefined || document.startsWith('model-')) return inner
  const place = [text(cite, 'section'), text(cite, 'member')].filter((part) => part !== undefined)
  return [`${document} ${place.join(', ')}`, ...inner]
}

test.each(editions)('what a schema of edition %s cites from a document is stated', (edition) => {
  const cited = [...new Set(citations(documents[edition]))]
  expect(cited.length).toBeGreaterThan(0)
  expect(cited.filter((where) => !stated.has(where))).toEqual([])
})
