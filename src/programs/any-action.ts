import * as fc from 'fast-check'
import {
  hashChoices,
  maxLanes,
  pauses,
  revisionChoices,
  settings,
  type Action,
  type FunctionSlot,
  type Package,
} from './action.ts'
import { faultNames } from '../fault.ts'
import { alterationNames } from './alterations.ts'

const fn = fc.constantFrom<FunctionSlot>('f0', 'f1')
const layer = fc.constantFrom('l0' as const, 'l1' as const)
const code = fc.constantFrom<Package>('a', 'b', 'c')
const codeOrNone = fc.constantFrom('a' as const, 'b' as const, 'c' as const, 'none' as const)
const description = fc.constantFrom('one' as const, 'other' as const, 'empty' as const, 256, 257)
const truth = fc.constant(true as const)
const revision = fc.constantFrom(...revisionChoices)
const end = fc.constantFrom('first' as const, 'last' as const)

type Kind = {
  readonly operations: readonly Action['operation'][]
  readonly required: Readonly<Record<string, fc.Arbitrary<unknown>>>
  readonly optional?: Readonly<Record<string, fc.Arbitrary<unknown>>>
}

/** Each kind of call with the symbols it may have. */
const kinds: readonly Kind[] = [
  {
    operations: ['CreateFunction'],
    required: { fn },
    optional: { code, publish: truth, hurry: truth },
  },
  {
    operations: ['PublishVersion'],
    required: { fn },
    optional: { revision, hash: fc.constantFrom(...hashChoices), description },
  },
  {
    operations: ['UpdateFunctionCode'],
    required: { fn, code: codeOrNone },
    optional: { revision, publish: truth, dryRun: truth, hurry: truth },
  },
  {
    operations: ['UpdateFunctionConfiguration'],
    required: { fn, setting: fc.constantFrom(...settings) },
    optional: { to: fc.constantFrom('same' as const, 'back' as const), revision },
  },
  {
    operations: ['GetFunctionConfiguration', 'GetFunction'],
    required: { fn },
    optional: {
      version: fc.constantFrom('first' as const, 'last' as const, 'deleted' as const),
    },
  },
  { operations: ['ListVersionsByFunction'], required: { fn } },
  { operations: ['CreateAlias', 'UpdateAlias', 'GetAlias', 'DeleteAlias'], required: { fn } },
  { operations: ['AddPermission', 'GetPolicy', 'RemovePermission'], required: { fn } },
  { operations: ['DeleteFunction'], required: { fn }, optional: { version: end } },
  {
    operations: ['PublishLayerVersion'],
    required: { layer, code: codeOrNone },
    optional: {
      description,
      license: fc.constantFrom(3 as const, 512 as const, 513 as const),
      runtimes: truth,
    },
  },
  { operations: ['GetLayerVersion', 'DeleteLayerVersion'], required: { layer, version: end } },
  { operations: ['ListLayerVersions'], required: { layer } },
]

const own = fc.constant('own' as const)

/** What only calls made at the same moment give. */
const ownKinds: readonly Kind[] = [
  {
    operations: ['UpdateFunctionCode'],
    required: { fn, code: own },
    optional: { revision, publish: truth },
  },
  {
    operations: ['UpdateFunctionConfiguration'],
    required: { fn, setting: own },
    optional: { revision },
  },
  { operations: ['PublishLayerVersion'], required: { layer, code: own } },
]

/**
 * Built of records and constants only, so that fast-check can shrink an action it did not generate itself: directed
 * programs are cut down by the same means.
 */
const arbitraryOf =
  (common: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  ({ operations, required, optional = {} }: Kind): fc.Arbitrary<Action> =>
    fc.record<Record<string, unknown>>(
      { operation: fc.constantFrom(...operations), ...required, ...optional, ...common },
      { requiredKeys: ['operation', ...Object.keys(required)] },
    ) as unknown as fc.Arbitrary<Action>

/** Any call as its symbols say. */
export const plainAction: fc.Arbitrary<Action> = fc.oneof(...kinds.map(arbitraryOf({})))

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  ...kinds.map(arbitraryOf({ altered: fc.constantFrom(...alterationNames) })),
  // Last, and by themselves: a token of a program without faults means the same as before there were any.
  ...kinds.map(
    arbitraryOf({
      altered: fc.constantFrom(...alterationNames),
      fault: fc.constantFrom(...faultNames),
    }),
  ),
  ...[...kinds, ...ownKinds].map(
    arbitraryOf({
      altered: fc.constantFrom(...alterationNames),
      lane: fc.integer({ min: 1, max: maxLanes }),
      afterMs: fc.constantFrom(...pauses),
    }),
  ),
)

/** For shrinking, where it matters that every action of every program is among its values. */
export const anyActions: fc.Arbitrary<Action[]> = fc.array(anyAction, { maxLength: 100 })
