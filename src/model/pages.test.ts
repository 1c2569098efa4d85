import { expect, test } from 'vitest'
import type { JsonObject } from '../call.ts'
import { created, known, on, reply, shown, told, type Told } from './model.fixture.ts'

const listed = (input: JsonObject, body: JsonObject): Told => [
  on('ListVersionsByFunction', input),
  reply(200, { Versions: [shown()], ...body }),
]

const layerListed = (input: JsonObject, body: JsonObject): Told => [
  { operation: 'ListLayerVersions', input: { LayerName: 'l', ...input } },
  reply(200, { LayerVersions: [], ...body }),
]

test('where a list goes on is remembered until its last page', () => {
  const first = listed({ MaxItems: 2 }, { NextMarker: 'there' })
  expect(known(created, first).page).toEqual({ marker: 'there', size: 2 })
  const last = listed({ MaxItems: 2, Marker: 'there' }, { NextMarker: null })
  expect(known(created, first, last).page).toBeUndefined()
  expect(known(created, listed({}, { NextMarker: 'there' })).page).toBeUndefined()
})

test('a page is no list of all versions', () => {
  const updated: Told = [on('UpdateFunctionCode'), reply(200, shown())]
  const last = listed({ MaxItems: 2, Marker: 'there' }, {})
  expect(known(created, updated, listed({}, {})).notesAt.listed).toBe(2)
  expect(known(created, updated, listed({}, { NextMarker: 'there' })).notesAt.listed).toBe(0)
  expect(known(created, updated, last).notesAt.listed).toBe(0)
})

test('the pages of a layer are remembered as well', () => {
  const first = layerListed({ MaxItems: 2 }, { NextMarker: 'there' })
  expect(told([first]).layers.get('l')?.page).toEqual({ marker: 'there', size: 2 })
  const last = layerListed({ MaxItems: 2, Marker: 'there' }, {})
  expect(told([first, last]).layers.get('l')?.page).toBeUndefined()
})
