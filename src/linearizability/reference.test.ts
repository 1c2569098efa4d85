import { expect, test } from 'vitest'
import type { ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import { variants } from '../../fixtures/reference/variants.ts'
import type { Call, JsonObject } from '../call.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { orderOf } from './order-of.ts'
import { creation, on, race, readLatest, zip, type Race } from './races.fixture.ts'
import { withoutOrder } from './random-races.fixture.ts'

test.each(Object.entries(variants))('races have an order: %s', async (_, options) => {
  expect(await withoutOrder(options, 10, { seed: 1, trouble: 0 })).toEqual([])
  expect(await withoutOrder(options, 10, { seed: 2, trouble: 9 })).toEqual([])
})

/** So many clients that make one call at the same moment, each with a RevisionId that was just read. */
const atOnce = (...calls: readonly ((revision: JsonObject) => Call)[]): Race => ({
  before: [() => creation(), () => readLatest, () => on('CreateAlias', alias), () => readLatest],
  lanes: calls.map((call) => [
    ({ revisions, aliasRevisions }) => {
      const { operation } = call({})
      const newest = (operation === 'UpdateAlias' ? aliasRevisions : revisions).at(-1)
      return call(newest === undefined ? {} : { RevisionId: newest })
    },
  ]),
  after: [() => readLatest, () => on('ListVersionsByFunction')],
})

const alias = { Name: 'live', FunctionVersion: '$LATEST' }
const update = (MemorySize: number) => (revision: JsonObject) =>
  on('UpdateFunctionConfiguration', { MemorySize, ...revision })
const upload =
  (code: 'b' | 'c', extra: JsonObject = {}) =>
  (revision: JsonObject) =>
    on('UpdateFunctionCode', { ...zip(code), ...extra, ...revision })
const move = (Description: string) => (revision: JsonObject) =>
  on('UpdateAlias', { Name: 'live', Description, ...revision })
const publish = (revision: JsonObject) => on('PublishVersion', revision)

const lostUpdates: readonly (readonly [string, Race])[] = [
  ['two configuration updates', atOnce(update(256), update(512))],
  ['two code updates', atOnce(upload('b'), upload('c'))],
  [
    'two code updates with Publish',
    atOnce(upload('b', { Publish: true }), upload('c', { Publish: true })),
  ],
  ['an update of either kind', atOnce(update(256), upload('c'))],
  ['eight updates', atOnce(...[1, 2, 3, 4, 5, 6, 7, 8].map((size) => update(128 + 64 * size)))],
  ['two updates of an alias', atOnce(move('x'), move('y'))],
]

const orderOn = async (options: ReferenceOptions, program: Race) =>
  orderOf(await race(referenceDriver(options), program), { reads: 'quiet' })

const pausing = (only?: Call['operation']): ReferenceOptions => ({
  decisions: {
    pauseBeforeChangeMs: ({ operation }) => (only === undefined || operation === only ? 2 : 0),
  },
})

test.each(lostUpdates)(
  '%s have no order where the check is 2 ms before the change',
  async (_, program) => {
    expect(await orderOn({}, program)).toMatchObject({ kind: 'linearizable' })
    expect(await orderOn(pausing(), program)).toMatchObject({ kind: 'not linearizable' })
  },
)

test('a publish has no place where it publishes what came after its check', async () => {
  const program = atOnce(publish, update(256))
  expect(await orderOn(pausing('PublishVersion'), program)).toMatchObject({
    kind: 'not linearizable',
  })
})
