import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import { lost, reply } from '../run/run.fixture.ts'
import type { Leftover } from './read-ledger.ts'
import { removeLeftover } from './remove.ts'

const fn: Leftover = { kind: 'function', name: 'lambda-conformance-0a1b2c3d-1-f0', asked: 1, at: 0 }
const layer: Leftover = { kind: 'layer', name: 'lambda-conformance-0a1b2c3d-1-l0', asked: 2, at: 0 }
const notFound = reply(404, {}, { 'x-amzn-errortype': 'ResourceNotFoundException' })

/** What becomes of a leftover where the subject answers so, and what was asked. */
const removal = async (leftover: Leftover, answer: (call: Call, nth: number) => Outcome) => {
  const calls: Call[] = []
  const removed = await removeLeftover(async (call) => {
    calls.push(call)
    return answer(call, calls.length)
  }, leftover)
  return {
    removed,
    calls: calls.map(({ operation, input }) => [operation, ...Object.values(input)]),
  }
}

test('a function is deleted with one call', async () => {
  const { removed, calls } = await removal(fn, () => reply(204))
  expect(removed).toEqual({ is: 'deleted' })
  expect(calls).toEqual([['DeleteFunction', fn.name]])
})

test('what the service says is not there is absent', async () => {
  expect((await removal(fn, () => notFound)).removed).toMatchObject({ is: 'absent' })
})

test('so is what it does not find in its own words, without the name of the error', async () => {
  const words = reply(404, { Type: 'User', message: `Function not found: ${fn.name}` })
  expect((await removal(fn, () => words)).removed).toMatchObject({ is: 'absent' })
  const ofLayer = reply(404, { message: `Layer not found: ${layer.name}` })
  expect((await removal(layer, () => ofLayer)).removed).toMatchObject({ is: 'absent' })
})

test.each([
  ['says nothing', reply(404)],
  ['knows no such path', reply(404, { message: `no route for DELETE /functions/${fn.name}` })],
  ['is called otherwise', reply(404, { code: 'NoSuchBucket', message: 'Function not found' })],
])('a 404 that %s tells nothing', async (_what, answer) => {
  expect((await removal(fn, () => answer)).removed.is).toBe('kept')
})

test.each([
  ['a 409', reply(409, {})],
  ['a 429', reply(429, {})],
  ['a 503', reply(503)],
  ['a lost reply', lost('timeout')],
])('a deletion is repeated after %s', async (_, first) => {
  const { removed, calls } = await removal(fn, (__, nth) => (nth === 1 ? first : reply(204)))
  expect(removed).toEqual({ is: 'deleted' })
  expect(calls).toHaveLength(2)
})

test.each([
  [
    'refused',
    reply(403, { message: 'no\u001b[2J' }, { 'x-amzn-errortype': 'AccessDeniedException' }),
  ],
  ['unreachable', lost('unreachable')],
])('a deletion that is %s is not repeated', async (_, answer) => {
  const { removed, calls } = await removal(fn, () => answer)
  expect(removed).toMatchObject({
    is: 'kept',
    why: expect.stringMatching(/^DeleteFunction: [ -~]+$/),
  })
  expect(calls).toHaveLength(1)
})

test('every version of a layer is deleted, over all pages', async () => {
  const { removed, calls } = await removal(layer, ({ operation, input }) =>
    operation === 'DeleteLayerVersion'
      ? reply(204)
      : input['Marker'] === undefined
        ? reply(200, { LayerVersions: [{ Version: 7 }], NextMarker: 'm' })
        : reply(200, { LayerVersions: [{ Version: 3 }, { Version: '../x' }] }),
  )
  expect(removed).toEqual({ is: 'deleted' })
  expect(calls.slice(2)).toEqual([
    ['DeleteLayerVersion', layer.name, 7],
    ['DeleteLayerVersion', layer.name, 3],
  ])
})

test('a listing without end is read for a while only', async () => {
  const { calls } = await removal(layer, ({ operation }) =>
    operation === 'DeleteLayerVersion'
      ? reply(204)
      : reply(200, { LayerVersions: [], NextMarker: 'again' }),
  )
  expect(calls).toHaveLength(100)
})

test('where versions cannot be listed, as many are deleted as were asked for', async () => {
  const { removed, calls } = await removal(layer, ({ operation }) =>
    operation === 'DeleteLayerVersion' ? reply(204) : reply(501),
  )
  expect(removed).toEqual({ is: 'deleted' })
  expect(calls.slice(1).map(([, , version]) => version)).toEqual([1, 2])
})

test('a version that stays does not keep the others', async () => {
  const { removed, calls } = await removal(layer, ({ operation, input }) => {
    if (operation === 'ListLayerVersions')
      return reply(200, { LayerVersions: [{ Version: 1 }, { Version: 2 }] })
    return input['VersionNumber'] === 1 ? reply(403, {}) : reply(204)
  })
  expect(removed.is).toBe('kept')
  expect(calls).toHaveLength(3)
})

test.each([
  ['an illegal layer name', { ...layer, name: `${layer.name}!` }],
  ['a layer name that is too long', { ...layer, name: layer.name.padEnd(141, 'x') }],
  ['a function name that is too long', { ...fn, name: fn.name.padEnd(65, 'x') }],
])('%s that the subject refuses was never made', async (_, leftover) => {
  expect((await removal(leftover, () => reply(400, {}))).removed).toMatchObject({ is: 'absent' })
})

test('a good name that the subject refuses may be there still', async () => {
  expect((await removal(fn, () => reply(400, {}))).removed.is).toBe('kept')
})
