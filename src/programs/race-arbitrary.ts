import * as fc from 'fast-check'
import { pauses, type Action } from './action.ts'
import { code, create, layer, list, listLayer, on, publish, read } from './directed/actions.ts'

const guard = fc.constantFrom(
  { revision: 'current' as const },
  { revision: 'current' as const },
  {},
)
const configure = (extra: { readonly revision?: 'current' }): Action => ({
  operation: 'UpdateFunctionConfiguration',
  fn: 'f0',
  setting: 'own',
  ...extra,
})

/** A call on one function that others make at the same moment. */
const functionCall: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: guard.map((extra) => code('own', extra)) },
  { weight: 4, arbitrary: guard.map(configure) },
  { weight: 4, arbitrary: guard.map((extra) => publish(extra)) },
  { weight: 2, arbitrary: guard.map((extra) => code('own', { ...extra, publish: true })) },
  { weight: 3, arbitrary: fc.constant(read) },
  { weight: 1, arbitrary: fc.constant(publish({ hash: 'current' })) },
)

const aliasCall: fc.Arbitrary<Action> = fc.constantFrom<Action>(
  { ...on('UpdateAlias'), altered: 'alias-described-with-current-revision' },
  { ...on('UpdateAlias'), altered: 'alias-described-with-current-revision' },
  { ...on('UpdateAlias'), altered: 'alias-described' },
  on('GetAlias'),
)

const layerCall: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(layer('own')) },
  { weight: 1, arbitrary: fc.constant(listLayer) },
)

/** Each lane a few calls of its kind, some after a pause. */
const lanesOf = (
  call: fc.Arbitrary<Action>,
  clients: number,
  maxLength: number,
): fc.Arbitrary<readonly Action[]> => {
  const timed = fc
    .tuple(call, fc.option(fc.constantFrom(...pauses), { nil: undefined, freq: 2 }))
    .map(([action, afterMs]): Action => (afterMs === undefined ? action : { ...action, afterMs }))
  return fc
    .array(fc.array(timed, { minLength: 1, maxLength }), { minLength: 2, maxLength: clients })
    .map((lanes) =>
      lanes.flatMap((actions, index) =>
        actions.map((action): Action => ({ ...action, lane: index + 1 })),
      ),
    )
}

const before: fc.Arbitrary<readonly Action[]> = fc.constantFrom<readonly Action[]>(
  [create(), read],
  [create(), publish(), read],
  [create(), publish(), code('own'), read],
  [create('f0', { publish: true }), configure({}), read],
)

/** Calls of 2 up to so many clients at once, on a function, its alias, or a layer. */
export const randomRace = (clients: number): fc.Arbitrary<readonly Action[]> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(before, lanesOf(functionCall, clients, 3))
        .map(([first, lanes]) => [...first, ...lanes, list]),
    },
    {
      weight: 1,
      arbitrary: lanesOf(aliasCall, clients, 2).map((lanes) => [
        create(),
        publish(),
        on('CreateAlias'),
        ...lanes,
        on('GetAlias'),
      ]),
    },
    {
      weight: 1,
      arbitrary: lanesOf(layerCall, clients, 2).map((lanes) => [...lanes, listLayer]),
    },
  )
