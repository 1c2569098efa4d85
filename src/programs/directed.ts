import type {
  Action,
  FunctionSlot,
  HashChoice,
  Program,
  RevisionChoice,
  Setting,
} from './action.ts'

type Of<O extends Action['operation']> = Extract<Action, { operation: O }>
type Extra<O extends Action['operation']> = Partial<Omit<Of<O>, 'operation' | 'fn'>>

const create = (fn: FunctionSlot = 'f0', extra: Extra<'CreateFunction'> = {}): Action => ({
  operation: 'CreateFunction',
  fn,
  ...extra,
})
const publish = (extra: Extra<'PublishVersion'> = {}, fn: FunctionSlot = 'f0'): Action => ({
  operation: 'PublishVersion',
  fn,
  ...extra,
})
const code = (
  label: Of<'UpdateFunctionCode'>['code'],
  extra: Extra<'UpdateFunctionCode'> = {},
  fn: FunctionSlot = 'f0',
): Action => ({ operation: 'UpdateFunctionCode', fn, code: label, ...extra })
const change = (setting: Setting, extra: Extra<'UpdateFunctionConfiguration'> = {}): Action => ({
  operation: 'UpdateFunctionConfiguration',
  fn: 'f0',
  setting,
  ...extra,
})
const on = (
  operation:
    | 'ListVersionsByFunction'
    | 'CreateAlias'
    | 'GetAlias'
    | 'UpdateAlias'
    | 'DeleteAlias'
    | 'AddPermission'
    | 'GetPolicy'
    | 'RemovePermission',
): Action => ({ operation, fn: 'f0' })
const read: Action = { operation: 'GetFunctionConfiguration', fn: 'f0' }
const readVersion = (version: 'first' | 'last' | 'deleted'): Action => ({ ...read, version })
const getFunction: Action = { operation: 'GetFunction', fn: 'f0' }
const remove = (version: 'first' | 'last'): Action => ({
  operation: 'DeleteFunction',
  fn: 'f0',
  version,
})
const list = on('ListVersionsByFunction')
const layer = (
  label: Of<'PublishLayerVersion'>['code'],
  extra: Partial<Omit<Of<'PublishLayerVersion'>, 'operation' | 'code'>> = {},
): Action => ({ operation: 'PublishLayerVersion', layer: 'l0', code: label, ...extra })
const readLayer = (version: 'first' | 'last'): Action => ({
  operation: 'GetLayerVersion',
  layer: 'l0',
  version,
})

/** Every kind of RevisionId that is not the current one. */
const wrongRevisions = [
  'made-up',
  'stale',
  'other-function',
  'version',
  'alias',
] as const satisfies readonly RevisionChoice[]

const wrongHashes = [
  'wrong',
  'previous',
  'last-published',
  'other-case',
  'hex',
] as const satisfies readonly HashChoice[]

/** Two functions, a version and an alias, and a $LATEST whose RevisionId is none of theirs. */
const revisionsOfAllKinds: readonly Action[] = [
  create(),
  create('f1'),
  publish(),
  readVersion('last'),
  on('CreateAlias'),
  read,
  code('b'),
  read,
  list,
]

/**
 * Programs that reach on purpose what random calls would find late or never. Between them they exercise every rule; each
 * begins with functions of its own. The first one calls every operation once, and so tells what the subject implements.
 */
const programs = {
  'every-operation': [
    create(),
    getFunction,
    read,
    list,
    publish(),
    readVersion('last'),
    list,
    on('CreateAlias'),
    on('GetAlias'),
    on('UpdateAlias'),
    on('DeleteAlias'),
    change('MemorySize'),
    code('b'),
    on('AddPermission'),
    on('GetPolicy'),
    on('RemovePermission'),
    layer('a'),
    readLayer('last'),
    { operation: 'ListLayerVersions', layer: 'l0' },
    { operation: 'DeleteLayerVersion', layer: 'l0', version: 'last' },
  ],
  'repeat-publish': [
    create(),
    publish(),
    publish(),
    publish(),
    list,
    read,
    publish(),
    read,
    publish({ description: 'other' }),
    list,
    code('b'),
    publish(),
    publish(),
    list,
  ],
  'change-then-publish': [
    layer('a'),
    create(),
    publish(),
    ...(
      [
        'Description',
        'Environment',
        'Handler',
        'MemorySize',
        'Timeout',
        'Runtime',
        'TracingConfig',
        'EphemeralStorage',
        'LoggingConfig',
        'Layers',
      ] as const
    ).flatMap((setting) => [read, change(setting), publish()]),
    change('MemorySize'),
    change('Timeout'),
    publish(),
  ],
  'touch-then-publish': [
    create(),
    publish(),
    code('a'),
    publish(),
    code('b'),
    publish(),
    read,
    change('MemorySize', { to: 'same' }),
    publish(),
    change('MemorySize'),
    change('MemorySize', { to: 'back' }),
    publish(),
  ],
  'no-change-by-other-calls': [
    create('f0', { publish: true }),
    publish(),
    code('b', { dryRun: true }),
    publish(),
    code('b', { publish: true }),
    publish(),
    code('c', { revision: 'made-up' }),
    publish(),
    code('a'),
    publish(),
    on('CreateAlias'),
    publish(),
    on('DeleteAlias'),
    read,
    on('CreateAlias'),
    read,
  ],
  // What is right for the third publish may be wrong for the first, and what holds for one member not for the next.
  'first-publish': [
    create(),
    publish({ revision: 'made-up' }),
    publish({ hash: 'wrong' }),
    publish({ revision: 'made-up', description: 'one' }),
    read,
    list,
    publish({ revision: 'current', description: 'one' }),
    on('AddPermission'),
    publish(),
    code('none'),
    publish(),
    change('Environment', { revision: 'made-up' }),
    read,
    publish(),
    code('b'),
    publish(),
    remove('first'),
    publish(),
    change('Environment'),
    change('LoggingConfig'),
    readVersion('last'),
  ],
  'publish-with-revision-id': [
    ...revisionsOfAllKinds,
    ...wrongRevisions.map((revision) => publish({ revision })),
    read,
    list,
    publish({ revision: 'current' }),
    code('a'),
    publish({ revision: 'current' }),
  ],
  'update-code-with-revision-id': [
    ...revisionsOfAllKinds,
    ...wrongRevisions.map((revision) => code('c', { revision })),
    code('c', { revision: 'made-up', publish: true }),
    read,
    list,
    code('c', { revision: 'current' }),
    read,
  ],
  'update-configuration-with-revision-id': [
    ...revisionsOfAllKinds,
    ...wrongRevisions.map((revision) => change('MemorySize', { revision })),
    read,
    change('MemorySize', { revision: 'current' }),
    read,
  ],
  'publish-with-code-sha256': [
    create(),
    publish(),
    code('b'),
    code('c'),
    read,
    list,
    ...wrongHashes.map((hash) => publish({ hash })),
    read,
    list,
    publish({ hash: 'current' }),
    publish({ hash: 'wrong' }),
    publish({ hash: 'current' }),
    code('a'),
    publish({ hash: 'empty' }),
    code('b'),
    publish({ hash: 'current' }),
  ],
  'publish-with-both': [
    create(),
    publish(),
    code('b'),
    read,
    list,
    publish({ revision: 'made-up', hash: 'current' }),
    publish({ revision: 'current', hash: 'wrong' }),
    publish({ revision: 'made-up', hash: 'wrong' }),
    list,
    publish({ revision: 'current', hash: 'current' }),
    read,
    publish({ revision: 'current', hash: 'current' }),
    publish({ revision: 'made-up', hash: 'current' }),
  ],
  'versions-stay': [
    create(),
    publish({ description: 'one' }),
    create('f1'),
    publish({}, 'f1'),
    code('b'),
    readVersion('first'),
    change('MemorySize'),
    readVersion('first'),
    publish(),
    readVersion('first'),
    { ...getFunction, version: 'first' },
    list,
    read,
    getFunction,
    remove('last'),
    read,
    readVersion('deleted'),
    list,
    code('c'),
    publish(),
  ],
  'update-code': [
    create(),
    read,
    list,
    code('b'),
    read,
    list,
    code('b'),
    code('c', { publish: true }),
    read,
    code('c', { publish: true }),
    code('none'),
    list,
    read,
    code('b', { dryRun: true, publish: true }),
    read,
    list,
    code('b', { dryRun: true, revision: 'stale' }),
    code('b'),
    publish(),
    code('b', {}, 'f1'),
  ],
  // In progress is what a read shows: the first one ends it where two reads are enough.
  'update-in-progress': [
    create(),
    code('b', { hurry: true }),
    publish(),
    read,
    read,
    code('c', { hurry: true }),
    code('a'),
    read,
  ],
  'publish-descriptions': [
    create(),
    read,
    publish({ description: 'one' }),
    read,
    code('b'),
    publish({ description: 'empty' }),
    code('c'),
    publish(),
    code('a'),
    publish({ description: 256 }),
    publish({ description: 257 }),
    publish({}, 'f1'),
  ],
  layers: [
    layer('a', { description: 'one', license: 3, runtimes: true }),
    layer('a'),
    readLayer('last'),
    readLayer('first'),
    { operation: 'PublishLayerVersion', layer: 'l1', code: 'b' },
    layer('b'),
    readLayer('first'),
    { operation: 'ListLayerVersions', layer: 'l0' },
    { operation: 'DeleteLayerVersion', layer: 'l0', version: 'last' },
    layer('c'),
    layer('none'),
    layer('a', { description: 257 }),
    layer('a', { license: 513 }),
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>

export type DirectedProgramName = keyof typeof programs

export const directedPrograms: readonly Program[] = Object.entries(programs).map(
  ([name, actions]) => ({ name, actions }),
)
