import { readFileSync } from 'node:fs'

import type { Edition } from '../../../spec/editions.ts'
import { location } from '../locations.ts'

/** The service model an edition is compared with, by its date. */
export const modelDates: Readonly<Record<Edition, string>> = {
  '2018-11': '2019-01-17',
  '2019-06': '2019-08-29',
  '2024-08': '2024-08-19',
  '2026-07': '2026-07-30',
}

export type Shape = {
  readonly type: string
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly required?: readonly string[]
  readonly members?: Readonly<Record<string, string>>
  readonly item?: string
  readonly key?: string
  readonly value?: string
}

export type InputMember = {
  readonly in: string
  readonly required: boolean
  readonly shape: string
}

export type ModelOperation = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly input: Readonly<Record<string, InputMember>>
  readonly output?: string
  readonly errors: Readonly<Record<string, number>>
}

/** Names and limits of the service model at one date, and nothing else of it. */
export type FacetTable = {
  readonly edition: Edition
  readonly source: string
  readonly operations: Readonly<Record<string, ModelOperation>>
  /** The members of each error's body. */
  readonly errors: Readonly<Record<string, readonly string[]>>
  readonly shapes: Readonly<Record<string, Shape>>
}

export const facetFile = (edition: Edition): string => location(`spec/model-facets/${edition}.json`)

export const facetTable = (edition: Edition): FacetTable => {
  const table: FacetTable = JSON.parse(readFileSync(facetFile(edition), 'utf8'))
  return table
}

const lines = (record: Readonly<Record<string, unknown>>): string =>
  Object.entries(record)
    .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n')

/** One line per operation, error and shape, so that two dates can be compared line by line. */
export const facetText = (table: FacetTable): string =>
  `{
  "edition": ${JSON.stringify(table.edition)},
  "source": ${JSON.stringify(table.source)},
  "operations": {
${lines(table.operations)}
  },
  "errors": {
${lines(table.errors)}
  },
  "shapes": {
${lines(table.shapes)}
  }
}
`
