import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { editions } from '../../spec/editions.ts'
import { fromModel, type ServiceModel } from './facets/from-model.ts'
import { facetFile, facetText, modelDates } from './facets/table.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  throw new Error(
    'Failed to extract facets, because no folder was given; name the one with lambda-<date>.json',
  )
}

for (const edition of editions) {
  const file = join(folder, `lambda-${modelDates[edition]}.json`)
  const model: ServiceModel = JSON.parse(readFileSync(file, 'utf8'))
  mkdirSync(dirname(facetFile(edition)), { recursive: true })
  writeFileSync(facetFile(edition), facetText(fromModel(edition, model)))
}
