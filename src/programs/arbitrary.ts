import * as fc from 'fast-check'
import {
  hashChoices,
  revisionChoices,
  settings,
  type Action,
  type FunctionSlot,
  type Package,
} from './action.ts'

const fn = fc.constantFrom<FunctionSlot>('f0', 'f1')
const code = fc.constantFrom<Package>('a', 'b', 'c')
const truth = fc.constant(true as const)
const revision = fc.constantFrom(...revisionChoices)
const hash = fc.constantFrom(...hashChoices)
const description = fc.constantFrom('one' as const, 'other' as const)
const layer = fc.constantFrom('l0' as const, 'l1' as const)
const version = fc.constantFrom('first' as const, 'last' as const)

/**
 * Each kind of call with how often it comes. Built of records and constants only, so that fast-check can shrink an action
 * it did not generate itself: directed programs are cut down by the same means.
 */
const weighted = {
  CreateFunction: fc.record(
    { operation: fc.constant('CreateFunction' as const), fn, code, publish: truth },
    { requiredKeys: ['operation', 'fn'] },
  ),
  PublishVersion: fc.record(
    {
      operation: fc.constant('PublishVersion' as const),
      fn,
      revision,
      hash,
      description: fc.constantFrom('one' as const, 'other' as const, 'empty' as const, 256, 257),
    },
    { requiredKeys: ['operation', 'fn'] },
  ),
  UpdateFunctionCode: fc.record(
    {
      operation: fc.constant('UpdateFunctionCode' as const),
      fn,
      code: fc.constantFrom('a' as const, 'b' as const, 'c' as const, 'none' as const),
      revision,
      publish: truth,
      dryRun: truth,
      hurry: truth,
    },
    { requiredKeys: ['operation', 'fn', 'code'] },
  ),
  UpdateFunctionConfiguration: fc.record(
    {
      operation: fc.constant('UpdateFunctionConfiguration' as const),
      fn,
      setting: fc.constantFrom(...settings),
      to: fc.constantFrom('same' as const, 'back' as const),
      revision,
    },
    { requiredKeys: ['operation', 'fn', 'setting'] },
  ),
  read: fc.record(
    {
      operation: fc.constantFrom('GetFunctionConfiguration' as const, 'GetFunction' as const),
      fn,
      version: fc.constantFrom('first' as const, 'last' as const, 'deleted' as const),
    },
    { requiredKeys: ['operation', 'fn'] },
  ),
  list: fc.record({ operation: fc.constant('ListVersionsByFunction' as const), fn }),
  alias: fc.record({
    operation: fc.constantFrom(
      'CreateAlias' as const,
      'UpdateAlias' as const,
      'GetAlias' as const,
      'DeleteAlias' as const,
    ),
    fn,
  }),
  policy: fc.record({
    operation: fc.constantFrom(
      'AddPermission' as const,
      'GetPolicy' as const,
      'RemovePermission' as const,
    ),
    fn,
  }),
  DeleteFunction: fc.record(
    {
      operation: fc.constant('DeleteFunction' as const),
      fn,
      version: fc.constantFrom('first' as const, 'last' as const),
    },
    { requiredKeys: ['operation', 'fn'] },
  ),
  PublishLayerVersion: fc.record(
    {
      operation: fc.constant('PublishLayerVersion' as const),
      layer,
      code: fc.constantFrom('a' as const, 'b' as const, 'c' as const, 'none' as const),
      description: fc.constantFrom('one' as const, 'other' as const, 'empty' as const, 256, 257),
      license: fc.constantFrom(3 as const, 512 as const, 513 as const),
      runtimes: truth,
    },
    { requiredKeys: ['operation', 'layer', 'code'] },
  ),
  layerVersion: fc.record({
    operation: fc.constantFrom('GetLayerVersion' as const, 'DeleteLayerVersion' as const),
    layer,
    version,
  }),
  ListLayerVersions: fc.record({ operation: fc.constant('ListLayerVersions' as const), layer }),
} as const

/** Any action; for shrinking, where it matters that every action of every program is among its values. */
const anyAction: fc.Arbitrary<Action> = fc.oneof(...Object.values(weighted)) as fc.Arbitrary<Action>

export const anyActions: fc.Arbitrary<Action[]> = fc.array(anyAction, { maxLength: 80 })

const publish = (
  extra: Partial<Extract<Action, { operation: 'PublishVersion' }>> = {},
): Action => ({
  operation: 'PublishVersion',
  fn: 'f0',
  ...extra,
})
const read: Action = { operation: 'GetFunctionConfiguration', fn: 'f0' }
const list: Action = { operation: 'ListVersionsByFunction', fn: 'f0' }

/** Sequences in which the contract lives: each puts two calls side by side that a wrong subject confuses. */
const fragment: fc.Arbitrary<readonly Action[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([publish(), publish()]) },
  { weight: 2, arbitrary: fc.tuple(description).map(([text]) => [publish({ description: text })]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(code, revision)
      .map(([label, choice]): Action[] => [
        { operation: 'UpdateFunctionCode', fn: 'f0', code: label },
        read,
        publish({ revision: choice }),
        read,
      ]),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(code, hash, fc.option(revision, { nil: undefined }))
      .map(([label, choice, guard]): Action[] => [
        { operation: 'UpdateFunctionCode', fn: 'f0', code: label },
        publish({ hash: choice, ...(guard === undefined ? {} : { revision: guard }) }),
        list,
      ]),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(code, revision, fc.option(truth, { nil: undefined }))
      .map(([label, choice, also]): Action[] => [
        read,
        {
          operation: 'UpdateFunctionCode',
          fn: 'f0',
          code: label,
          revision: choice,
          ...(also ? { publish: also } : {}),
        },
        read,
        publish(),
      ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...settings), revision)
      .map(([setting, choice]): Action[] => [
        read,
        { operation: 'UpdateFunctionConfiguration', fn: 'f0', setting, revision: choice },
        read,
        publish(),
      ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(code)
      .map(([label]): Action[] => [
        read,
        { operation: 'UpdateFunctionCode', fn: 'f0', code: label, dryRun: true },
        read,
        publish(),
      ]),
  },
  { weight: 6, arbitrary: anyAction.map((action) => [action]) },
)

/** A random program: two functions, then fragments in any order. */
export const randomProgram: fc.Arbitrary<readonly Action[]> = fc
  .array(fragment, { minLength: 3, maxLength: 8 })
  .map((fragments): Action[] => [
    { operation: 'CreateFunction', fn: 'f0' },
    ...fragments.flat(),
    read,
    list,
  ])
