import { expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import type { Call } from '../call.ts'
import { text } from '../model/json.ts'
import { nothingKnown, type State } from '../model/state.ts'
import {
  hashChoices,
  revisionChoices,
  settings,
  type Action,
  type HashChoice,
  type RevisionChoice,
} from './action.ts'
import { packages } from './packages.ts'
import {
  after,
  bindings,
  change,
  create,
  hash,
  input,
  made,
  told,
  withLayer,
} from './programs.fixture.ts'
import { resolve } from './resolve.ts'

const publish = { operation: 'PublishVersion', fn: 'f0' } as const satisfies Action
const read: Action = { operation: 'GetFunctionConfiguration', fn: 'f0' }
const code = (label: 'a' | 'b' | 'c') =>
  ({ operation: 'UpdateFunctionCode', fn: 'f0', code: label }) as const satisfies Action
const remove = (version: 'first' | 'last'): Action => ({
  operation: 'DeleteFunction',
  fn: 'f0',
  version,
})

/** Two functions, two versions, an alias, a $LATEST updated twice. */
const rich = told(
  [create(), { RevisionId: 'r1', CodeSha256: hash('a') }],
  [create('f1'), { RevisionId: 'q1', CodeSha256: hash('a') }],
  [publish, { Version: '1', RevisionId: 'v1', CodeSha256: hash('a') }],
  [
    { operation: 'CreateAlias', fn: 'f0' },
    { Name: 'live', RevisionId: 'a1', FunctionVersion: '1' },
  ],
  [code('b'), { RevisionId: 'r2', CodeSha256: hash('b') }],
  [publish, { Version: '2', RevisionId: 'v2', CodeSha256: hash('b') }],
  [code('c'), { RevisionId: 'r3', CodeSha256: hash('c') }],
)

test('a creation gives what later changes go back to', () => {
  expect(
    resolve(
      { operation: 'CreateFunction', fn: 'f1', code: 'c', publish: true },
      nothingKnown,
      bindings,
    ),
  ).toEqual({
    operation: 'CreateFunction',
    input: {
      FunctionName: 'name-f1',
      Description: 'as created',
      Environment: { Variables: { STAGE: 'created' } },
      Handler: 'index.handler',
      MemorySize: 128,
      Timeout: 3,
      Runtime: 'python3.12',
      Publish: true,
      Role: 'arn:aws:iam::123456789012:role/r',
      Code: { ZipFile: packages.c.base64 },
    },
  } satisfies Call)
})

test('a function that exists is not created again, one that was deleted is', () => {
  expect(resolve(create(), made, bindings)).toBeUndefined()
  const gone = after(made, { operation: 'DeleteFunction', fn: 'f0' }, {})
  expect(resolve(create(), gone, bindings)).toBeDefined()
})

test.each<[RevisionChoice, string | undefined, string | undefined]>([
  ['current', 'r1', 'r3'],
  ['stale', undefined, 'r2'],
  ['made-up', bindings.madeUpRevision, bindings.madeUpRevision],
  ['other-function', undefined, 'q1'],
  ['version', undefined, 'v2'],
  ['alias', undefined, 'a1'],
])('the revision "%s" is %s in the beginning and %s later', (revision, first, later) => {
  for (const action of [
    { ...publish, revision },
    { ...code('a'), revision },
    { operation: 'UpdateFunctionConfiguration', fn: 'f0', setting: 'Timeout', revision },
  ] as const satisfies readonly Action[]) {
    expect(input(action, made)?.['RevisionId']).toBe(first)
    expect(resolve(action, made, bindings) === undefined).toBe(first === undefined)
    expect(input(action, rich)?.['RevisionId']).toBe(later)
  }
})

test('a revision is called wrong only where the current one is known to be another', () => {
  const doubtful = after(rich, publish, { Version: '3', RevisionId: 'v3' })
  for (const revision of revisionChoices) {
    const call = resolve({ ...publish, revision }, doubtful, bindings)
    const needsNothing = ['made-up', 'empty'].includes(revision)
    expect([revision, call !== undefined]).toEqual([revision, needsNothing])
  }
})

test('a revision that has come back as the current one is not called stale', () => {
  const back = told(
    [create(), { RevisionId: 'r1' }],
    [code('b'), { RevisionId: 'r2' }],
    [code('a'), { RevisionId: 'r1' }],
  )
  expect(input({ ...publish, revision: 'stale' }, back)?.['RevisionId']).toBe('r2')
})

test.each<[HashChoice, string | undefined, string | undefined]>([
  ['current', hash('a'), hash('c')],
  ['wrong', Buffer.alloc(32, 7).toString('base64'), Buffer.alloc(32, 7).toString('base64')],
  ['previous', undefined, hash('b')],
  ['last-published', undefined, hash('b')],
  ['other-case', expect.any(String), expect.any(String)],
  ['hex', packages.a.sha256.hex, packages.c.sha256.hex],
  ['empty', '', ''],
])('the hash "%s" is %s in the beginning and %s later', (choice, first, later) => {
  expect(input({ ...publish, hash: choice }, made)?.['CodeSha256']).toEqual(first)
  expect(input({ ...publish, hash: choice }, rich)?.['CodeSha256']).toEqual(later)
})

test('the hash in the other case differs in the case of its letters only', () => {
  const flipped = text(input({ ...publish, hash: 'other-case' }, made), 'CodeSha256') ?? ''
  expect(flipped).not.toBe(hash('a'))
  expect(flipped.toLowerCase()).toBe(hash('a').toLowerCase())
})

test('where no hash was shown there is nothing to choose from', () => {
  const bare = told([create(), {}])
  for (const choice of hashChoices) {
    expect(resolve({ ...publish, hash: choice }, bare, bindings)).toBeUndefined()
  }
  expect(resolve(publish, bare, bindings)).toBeDefined()
})

test('what was published last is no other hash while it is the current one', () => {
  const fresh = told(
    [create(), { CodeSha256: hash('a') }],
    [publish, { Version: '1', CodeSha256: hash('a') }],
  )
  expect(resolve({ ...publish, hash: 'last-published' }, fresh, bindings)).toBeUndefined()
})

test.each([
  ['one', 'one description'],
  ['other', 'another description'],
  ['empty', ''],
  [256, 'd'.repeat(256)],
  [257, 'd'.repeat(257)],
] as const)('the description "%s" is what it says', (description, meant) => {
  expect(input({ ...publish, description }, made)?.['Description']).toBe(meant)
  expect(
    input({ operation: 'PublishLayerVersion', layer: 'l0', code: 'a', description }, made)?.[
      'Description'
    ],
  ).toBe(meant)
})

test('versions are chosen by their numbers, deleted ones by what was deleted last', () => {
  const qualifier = (version: 'first' | 'last' | 'deleted', state: State) =>
    input({ ...read, version }, state)?.['Qualifier']
  expect([qualifier('first', rich), qualifier('last', rich)]).toEqual(['1', '2'])
  expect(qualifier('deleted', rich)).toBeUndefined()
  expect(resolve({ ...read, version: 'first' }, made, bindings)).toBeUndefined()
  const without = after(rich, remove('last'), {})
  expect([
    qualifier('first', without),
    qualifier('last', without),
    qualifier('deleted', without),
  ]).toEqual(['1', '1', '2'])
})

test('a deletion of a version that is not there does not become one of the function', () => {
  expect(resolve(remove('last'), made, bindings)).toBeUndefined()
  expect(resolve({ operation: 'DeleteFunction', fn: 'f0' }, made, bindings)).toEqual({
    operation: 'DeleteFunction',
    input: { FunctionName: 'name-f0' },
  })
})

test('an update of the code says what it is told to say', () => {
  expect(input({ ...code('b'), publish: true, dryRun: true }, made)).toEqual({
    FunctionName: 'name-f0',
    ZipFile: packages.b.base64,
    Publish: true,
    DryRun: true,
  })
  expect(input({ operation: 'UpdateFunctionCode', fn: 'f0', code: 'none' }, made)).toEqual({
    FunctionName: 'name-f0',
  })
})

test('layers are published with what is asked for, and read by their numbers', () => {
  const layer: Action = {
    operation: 'PublishLayerVersion',
    layer: 'l1',
    code: 'b',
    license: 513,
    runtimes: true,
  }
  expect(input(layer, nothingKnown)).toEqual({
    LayerName: 'layer-l1',
    Content: { ZipFile: packages.b.base64 },
    LicenseInfo: `MIT${'.'.repeat(510)}`,
    CompatibleRuntimes: ['python3.12'],
  })
  expect(
    input({ operation: 'PublishLayerVersion', layer: 'l0', code: 'none' }, nothingKnown),
  ).toEqual({
    LayerName: 'layer-l0',
  })
  const two = after(
    withLayer,
    { operation: 'PublishLayerVersion', layer: 'l0', code: 'b' },
    { Version: 12 },
  )
  for (const operation of ['GetLayerVersion', 'DeleteLayerVersion'] as const) {
    expect(resolve({ operation, layer: 'l0', version: 'last' }, made, bindings)).toBeUndefined()
    expect(input({ operation, layer: 'l0', version: 'first' }, two)?.['VersionNumber']).toBe(1)
    expect(input({ operation, layer: 'l0', version: 'last' }, two)?.['VersionNumber']).toBe(12)
  }
  expect(input({ operation: 'ListLayerVersions', layer: 'l0' }, two)).toEqual({
    LayerName: 'layer-l0',
  })
})

test('on a function that is not there only calls with a rule for that are made', () => {
  const calls = [
    publish,
    read,
    { operation: 'GetFunction', fn: 'f0' },
    { operation: 'UpdateFunctionCode', fn: 'f0', code: 'none' },
    change('Timeout'),
    { operation: 'ListVersionsByFunction', fn: 'f0' },
    { operation: 'CreateAlias', fn: 'f0' },
    { operation: 'AddPermission', fn: 'f0' },
    { operation: 'DeleteFunction', fn: 'f0' },
  ] as const satisfies readonly Action[]
  const possible = calls.filter((action) => resolve(action, nothingKnown, bindings) !== undefined)
  expect(possible.map(({ operation }) => operation)).toEqual([
    'PublishVersion',
    'GetFunctionConfiguration',
    'GetFunction',
    'UpdateFunctionCode',
    'DeleteFunction',
  ])
  expect(input(calls[3], nothingKnown)?.['ZipFile']).toBe(packages.a.base64)
})

test('aliases name the last version, and wait for one', () => {
  for (const operation of ['CreateAlias', 'UpdateAlias'] as const) {
    expect(resolve({ operation, fn: 'f0' }, made, bindings)).toBeUndefined()
    expect(input({ operation, fn: 'f0' }, rich)).toEqual({
      FunctionName: 'name-f0',
      Name: 'live',
      FunctionVersion: '2',
    })
  }
})

test('a call is made of members that its operation takes', () => {
  const all: readonly Action[] = [
    { ...publish, revision: 'current', hash: 'current', description: 'one' },
    { ...code('b'), revision: 'current', publish: true, dryRun: true },
    { ...read, version: 'first' },
    ...(
      [
        'CreateAlias',
        'UpdateAlias',
        'GetAlias',
        'DeleteAlias',
        'AddPermission',
        'RemovePermission',
        'GetPolicy',
        'ListVersionsByFunction',
      ] as const
    ).map((operation): Action => ({ operation, fn: 'f0' })),
    ...settings.map((setting) => change(setting)),
  ]
  for (const action of all) {
    const call = resolve(action, rich, bindings)
    if (call === undefined) continue
    const { members } = operations['2024-08'][call.operation]
    expect(Object.keys(call.input).filter((name) => !Object.hasOwn(members, name))).toEqual([])
    const required = Object.entries(members).flatMap(([name, { required: is }]) =>
      is ? [name] : [],
    )
    expect(required.filter((name) => !Object.hasOwn(call.input, name))).toEqual([])
  }
})
