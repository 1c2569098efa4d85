import { readFileSync } from 'node:fs'
import { stringify } from 'yaml'

import { defaultEdition, editions } from '../../spec/editions.ts'
import { editionDocuments } from './edition-documents.ts'
import { location } from './locations.ts'
import { jsonSchemas } from './json-schemas.ts'
import { operationTable } from './operation-table.ts'
import { catalogue, ruleIds } from './rule-outputs.ts'
import { rulesPage } from './rules-page.ts'
import { typesOutput } from './types-output.ts'

/** What is below generated/ and measured, not derived: `npm run mutants -- --write` makes it. */
export const measured: readonly string[] = ['KILL-MATRIX.md']

/** Every other file below generated/, by its name, as it should be. */
export const outputs = async (): Promise<ReadonlyMap<string, string>> => {
  const documents = editionDocuments()
  const bundled = documents[defaultEdition]
  const files = new Map<string, string>()
  files.set('openapi.yaml', stringify(bundled, { lineWidth: 100, aliasDuplicateObjects: false }))
  files.set('types.ts', await typesOutput(bundled))
  for (const edition of editions) {
    const schemas = jsonSchemas(edition, documents[edition])
    files.set(`schemas/${edition}.json`, `${JSON.stringify(schemas, null, 1)}\n`)
  }
  for (const name of ['report', 'baseline', 'config']) {
    const schema = location(`spec/report/${name}.schema.json`)
    files.set(`schemas/${name}.json`, readFileSync(schema, 'utf8'))
  }
  files.set('operations.ts', operationTable(documents))
  files.set('rule-ids.ts', ruleIds())
  files.set('catalogue.json', catalogue())
  files.set('RULES.md', rulesPage())
  return files
}
