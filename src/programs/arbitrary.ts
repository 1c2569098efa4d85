import * as fc from 'fast-check'
import { hashChoices, revisionChoices, settings, type Action, type Package } from './action.ts'
import { faultNames } from '../fault.ts'
import { plainAction } from './any-action.ts'
import { directedPrograms } from './directed.ts'

const code = fc.constantFrom<Package>('a', 'b', 'c')
const truth = fc.constant(true as const)
const revision = fc.constantFrom(...revisionChoices)
const hash = fc.constantFrom(...hashChoices)
const description = fc.constantFrom('one' as const, 'other' as const)

/** Calls as the directed programs alter them: which alteration fits which call is written down there. */
const alteredAction: fc.Arbitrary<Action> = fc.constantFrom(
  ...directedPrograms
    .flatMap(({ actions }) => actions)
    .filter(({ altered }) => altered !== undefined),
)

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
  { weight: 6, arbitrary: plainAction.map((action) => [action]) },
  { weight: 2, arbitrary: alteredAction.map((action) => [action]) },
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

const fault = fc.constantFrom(...faultNames)

/** One in three of the calls that a client makes meets with a fault. */
const faulty = (action: Action): fc.Arbitrary<Action> =>
  action.operation === 'PublishVersion' ||
  action.operation === 'UpdateFunctionCode' ||
  action.operation === 'PublishLayerVersion'
    ? fc
        .option(fault, { nil: undefined, freq: 2 })
        .map((name) => (name === undefined ? action : { ...action, fault: name }))
    : fc.constant(action)

/** A random program for clients: every second one is without faults, so that the other rules are judged by it too. */
export const randomClientProgram: fc.Arbitrary<readonly Action[]> = fc.oneof(
  randomProgram,
  randomProgram.chain((actions) => fc.tuple(...actions.map(faulty))),
)
