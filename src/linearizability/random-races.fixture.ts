import * as fc from 'fast-check'
import type { ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import { combined } from '../../fixtures/reference/variants.ts'
import type { Call, JsonObject } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { inWords } from './exchange-words.fixture.ts'
import { orderOf } from './order-of.ts'
import {
  creation,
  on,
  race,
  readLatest,
  weatherOf,
  zip,
  type Race,
  type Seen,
  type Turn,
} from './races.fixture.ts'

const newest = (list: readonly string[], back: number): string => list.at(-1 - back) ?? 'unknown'

const revision = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1) },
)

const withRevision =
  (of: 'revisions' | 'aliasRevisions', back: number | undefined) => (seen: Seen) =>
    back === undefined ? {} : { RevisionId: newest(seen[of], back) }

const flagOf = (name: string, value: boolean): JsonObject => (value ? { [name]: true } : {})

const codeUpdate: fc.Arbitrary<Turn> = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), revision, fc.boolean(), fc.nat(9))
  .map(
    ([code, back, publish, dry]) =>
      (seen) =>
        on('UpdateFunctionCode', {
          ...zip(code),
          ...flagOf('Publish', publish),
          ...flagOf('DryRun', dry === 0),
          ...withRevision('revisions', back)(seen),
        }),
  )

const configurationUpdate: fc.Arbitrary<Turn> = fc
  .tuple(
    fc.constantFrom<JsonObject>(
      { MemorySize: 256 },
      { MemorySize: 512, Timeout: 5 },
      { Timeout: 9, Description: 'nine' },
      { Description: '' },
      { Environment: { Variables: { A: '1' } } },
      { Environment: { Variables: {} } },
    ),
    revision,
  )
  .map(
    ([change, back]) =>
      (seen) =>
        on('UpdateFunctionConfiguration', { ...change, ...withRevision('revisions', back)(seen) }),
  )

const publish: fc.Arbitrary<Turn> = fc
  .tuple(
    revision,
    fc.constantFrom(undefined, undefined, 0, 1),
    fc.constantFrom(undefined, 'told', ''),
  )
  .map(
    ([back, hash, description]) =>
      (seen) =>
        on('PublishVersion', {
          ...withRevision('revisions', back)(seen),
          ...(hash === undefined ? {} : { CodeSha256: newest(seen.hashes, hash) }),
          ...(description === undefined ? {} : { Description: description }),
        }),
  )

const aliasUpdate: fc.Arbitrary<Turn> = fc
  .tuple(
    revision,
    fc.constantFrom<JsonObject>(
      { FunctionVersion: '1' },
      { Description: 'x' },
      { FunctionVersion: '2' },
    ),
  )
  .map(
    ([back, change]) =>
      (seen) =>
        on('UpdateAlias', {
          Name: 'live',
          ...change,
          ...withRevision('aliasRevisions', back)(seen),
        }),
  )

const fixed = (...calls: readonly Call[]): fc.Arbitrary<Turn> =>
  fc.constantFrom(...calls).map((call) => () => call)

const listVersions = on('ListVersionsByFunction')
const readAlias = on('GetAlias', { Name: 'live' })

const readTurns = fixed(
  readLatest,
  on('GetFunction'),
  on('GetFunctionConfiguration', { Qualifier: '1' }),
  on('GetFunctionConfiguration', { Qualifier: '2' }),
  on('GetFunction', { Qualifier: 'live' }),
  listVersions,
  readAlias,
  on('GetPolicy'),
)

const others = fixed(
  on('CreateAlias', { Name: 'live', FunctionVersion: '1', Description: 'd' }),
  on('DeleteAlias', { Name: 'live' }),
  on('AddPermission', {
    StatementId: 's',
    Action: 'lambda:InvokeFunction',
    Principal: '123456789012',
  }),
  on('AddPermission', {
    StatementId: 't',
    Action: 'lambda:InvokeFunction',
    Principal: '123456789012',
    Qualifier: 'live',
  }),
  on('RemovePermission', { StatementId: 's' }),
  on('DeleteFunction', { Qualifier: '1' }),
  on('DeleteFunction', { Qualifier: '2' }),
)

const layer = (operation: Call['operation'], input: JsonObject = {}): Call => ({
  operation,
  input: { LayerName: 'l', ...input },
})

const layerTurns = fixed(
  layer('PublishLayerVersion', { Content: zip('a'), Description: 'a' }),
  layer('PublishLayerVersion', { Content: zip('b') }),
  layer('GetLayerVersion', { VersionNumber: 1 }),
  layer('GetLayerVersion', { VersionNumber: 2 }),
  layer('ListLayerVersions'),
  layer('DeleteLayerVersion', { VersionNumber: 1 }),
)

const wholeLife = fixed(on('DeleteFunction'), creation(), creation({ Publish: true }))

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 8, arbitrary: codeUpdate },
  { weight: 6, arbitrary: configurationUpdate },
  { weight: 8, arbitrary: publish },
  { weight: 4, arbitrary: aliasUpdate },
  { weight: 8, arbitrary: readTurns },
  { weight: 3, arbitrary: others },
  { weight: 4, arbitrary: layerTurns },
  { weight: 1, arbitrary: wholeLife },
)

const once =
  (call: Call): Turn =>
  () =>
    call

/** Races on one function and one layer. Who settles by being read is read often enough before and after. */
const races: fc.Arbitrary<Race> = fc
  .record({
    publishes: fc.boolean(),
    beginning: fc.array(turn, { maxLength: 3 }),
    lanes: fc.array(fc.array(turn, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ publishes, beginning, lanes }) => ({
    before: [
      once(creation(publishes ? { Publish: true } : {})),
      ...Array.from({ length: 4 }, () => once(readLatest)),
      once(on('CreateAlias', { Name: 'live', FunctionVersion: '$LATEST' })),
      ...beginning,
      ...Array.from({ length: 4 }, () => once(readLatest)),
    ],
    lanes,
    after: [readLatest, readLatest, readAlias, listVersions, layer('ListLayerVersions')].map(once),
  }))

/** Runs so many races at once, each on an endpoint of its own. */
const runRaces = async (
  options: ReferenceOptions,
  count: number,
  { seed, trouble }: { readonly seed: number; readonly trouble: number },
): Promise<readonly (readonly Exchange[])[]> =>
  Promise.all(
    fc.sample(races, { seed, numRuns: count }).map((program, index) => {
      const weather = weatherOf(seed * 1_000 + index, trouble)
      return race(referenceDriver(combined(options, weather)), program)
    }),
  )

/** Of so many races those that are not found to have an order, each as a text. */
export const withoutOrder = async (
  options: ReferenceOptions,
  count: number,
  weather: { readonly seed: number; readonly trouble: number },
): Promise<readonly string[]> => {
  const all = await runRaces(options, count, weather)
  return all.flatMap((exchanges) =>
    (['all', 'quiet'] as const).flatMap((reads) => {
      const found = orderOf(exchanges, { reads })
      return found.kind === 'linearizable'
        ? []
        : [[...inWords(exchanges), `${reads}: ${JSON.stringify(found)}`].join('\n')]
    }),
  )
}
