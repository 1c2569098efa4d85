import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operationNames } from '../../spec/operations.ts'
import { baselineOptionTable } from '../cli/baseline-options.ts'
import { lists } from './baseline.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../spec/report/baseline.schema.json', import.meta.url), 'utf8'),
)

test('the closed lists of the schema are those of the code', () => {
  expect(Object.keys(schema.properties)).toEqual(['version', ...lists])
  const { operation } = schema.properties.expectedUnsupported.items.properties
  expect(operation.enum).toEqual(operationNames)
})

test('what init and update write beside a rule has a place in the schema', () => {
  const members = Object.keys(schema.properties.expectedFailures.items.properties)
  const written = (['reason', 'issue', 'expires'] as const).filter(
    (name) => name in baselineOptionTable,
  )
  expect(members).toEqual(['rule', 'signature', ...written])
})
