import { expect, test } from 'vitest'
import type { Json } from '../call.ts'
import { lost, reply, told, type Told } from './model.fixture.ts'

const publish = (outcome: Told[1]): Told => [
  { operation: 'PublishLayerVersion', input: { LayerName: 'l' } },
  outcome,
]
const remove = (outcome: Told[1]): Told => [
  { operation: 'DeleteLayerVersion', input: { LayerName: 'l', VersionNumber: 1 } },
  outcome,
]
const layer = (...exchanges: readonly Told[]) => told(exchanges).layers.get('l')

const one = publish(reply(201, { Version: 1, Content: { CodeSha256: 'h' } }))

test('a layer is known by its versions', () => {
  expect(layer(one)).toMatchObject({ unclear: false, highest: 1 })
  expect(layer(one, publish(reply(201, { Version: 4 })))).toMatchObject({ highest: 4 })
})

test('a number given twice keeps what it first stood for', () => {
  const twice = layer(one, publish(reply(201, { Version: 1, Content: {} })))
  expect(twice?.versions.get(1)?.body).toMatchObject({ Content: { CodeSha256: 'h' } })
})

test('a refused publish makes no version', () => {
  expect(layer(publish(reply(400)))).toBeUndefined()
  expect(layer(one, publish(reply(400)))).toEqual(layer(one))
})

test('a publish without a number that counts leaves unclear what there is', () => {
  const tooLarge: Json = Number.POSITIVE_INFINITY
  for (const version of ['1', 0, -1, 1.5, tooLarge, null, {}]) {
    const found = layer(publish(reply(201, { Version: version })))
    expect(found).toMatchObject({ unclear: true, highest: 0 })
  }
})

test('a publish that may have happened leaves unclear what there is', () => {
  for (const outcome of [reply(500), lost('timeout')]) {
    expect(layer(publish(outcome))).toMatchObject({ unclear: true })
  }
})

test('a deleted version is remembered as deleted, its number as used', () => {
  expect(layer(one, remove(reply(204)))).toMatchObject({ highest: 1, deleted: new Set([1]) })
  expect(layer(one, remove(reply(404)))?.versions.size).toBe(1)
  expect(layer(one, remove(lost('timeout')))).toMatchObject({ unclear: true })
})
