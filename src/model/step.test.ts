import { expect, test } from 'vitest'
import { operationNames } from '../../spec/operations.ts'
import type { JsonObject } from '../call.ts'
import {
  created,
  known,
  lost,
  notJson,
  on,
  reply,
  shown,
  told,
  type Told,
} from './model.fixture.ts'
import { nothingKnown } from './state.ts'
import { isMutating } from './step.ts'

const published = (Version: string, members: JsonObject = {}): Told => [
  on('PublishVersion'),
  reply(201, shown({ Version, RevisionId: `v${Version}`, ...members })),
]
const updated = (members: JsonObject = {}, input: JsonObject = {}): Told => [
  on('UpdateFunctionCode', input),
  reply(200, shown({ RevisionId: 'r2', ...members })),
]
const read = (members: JsonObject = {}, input: JsonObject = {}): Told => [
  on('GetFunctionConfiguration', input),
  reply(200, shown(members)),
]

test('a creation is the birth of a function, of which everything is known', () => {
  expect(known(created)).toMatchObject({
    existence: 'exists',
    fromBirth: true,
    unclear: false,
    latest: { settled: true, revisionId: 'r1', content: { CodeSha256: 'hash-a' } },
    revisions: ['r1'],
    hashes: ['hash-a'],
    highest: 0,
    notes: [{ step: 0, fate: 'accepted', status: 201 }],
  })
})

test('a refused creation makes no function', () => {
  for (const outcome of [reply(400), reply(409), reply(429), reply(501), lost('unreachable')]) {
    expect(told([[on('CreateFunction'), outcome]]).functions.size).toBe(0)
  }
})

test('a creation that may have happened makes a function of which nothing is sure', () => {
  for (const outcome of [reply(500), reply(302), lost('timeout'), notJson]) {
    expect(known([on('CreateFunction'), outcome])).toMatchObject({
      existence: 'exists',
      unclear: true,
    })
  }
})

test('a creation with Publish makes the first version, and leaves the RevisionId of $LATEST open', () => {
  const fn = known([
    on('CreateFunction', { Publish: true }),
    reply(201, shown({ Version: '1', RevisionId: 'v1' })),
  ])
  expect(fn.versions.get(1)).toMatchObject({ madeBy: 'CreateFunction', madeAt: 1, settled: false })
  expect(fn.versions.get(1)?.revisionId).toBeUndefined()
  expect(fn).toMatchObject({ highest: 1, last: 1, revisions: [] })
  expect(fn.latest.revisionId).toBeUndefined()
})

test('a function that was there before is read, yet nothing before that is known', () => {
  const fn = known(read())
  expect(fn).toMatchObject({ fromBirth: false, unclear: true, latest: { revisionId: 'r1' } })
})

test('a function created over one that is there is no birth, and keeps its numbers', () => {
  const fn = known(created, published('1'), created)
  expect(fn).toMatchObject({ existence: 'exists', fromBirth: false, unclear: true, highest: 1 })
  expect(fn.versions.size).toBe(0)
})

test('a publish makes a version of the content of $LATEST and puts its RevisionId in doubt', () => {
  const fn = known(created, published('1'))
  expect(fn.versions.get(1)).toMatchObject({
    number: 1,
    madeBy: 'PublishVersion',
    madeAt: 2,
    from: { CodeSha256: 'hash-a' },
    settled: true,
    revisionId: 'v1',
  })
  expect(fn).toMatchObject({ highest: 1, last: 1, notesAt: { made: 2 } })
  expect(fn.latest.revisionId).toBeUndefined()
  expect(fn.latest.content).toMatchObject({ CodeSha256: 'hash-a' })
})

test('a publish that returns a known version makes none', () => {
  const once = known(created, published('1'))
  const twice = known(created, published('1'), published('1', { Description: 'other' }))
  expect(twice.versions).toEqual(once.versions)
  expect(twice).toMatchObject({ last: 1, notesAt: { made: 2 } })
  expect(twice.notes).toHaveLength(3)
})

test('a publish without a number leaves unclear what it did', () => {
  for (const version of ['$LATEST', '', '01', '1.5', 'x', 7, null]) {
    const fn = known(created, [on('PublishVersion'), reply(201, shown({ Version: version }))])
    expect([version, fn.unclear, fn.versions.size]).toEqual([version, true, 0])
  }
})

test('a refused publish changes nothing but the notes', () => {
  const before = known(created)
  const after = known(created, [on('PublishVersion'), reply(412, { message: 'no' })])
  expect({ ...after, notes: [] }).toEqual({ ...before, notes: [] })
  expect(after.notes.at(-1)).toMatchObject({ fate: 'refused', status: 412, changed: [] })
})

test('a call that changes something and was lost leaves everything unclear and the RevisionId in doubt', () => {
  const calls = operationNames.filter((name) => isMutating(on(name)) && name !== 'CreateFunction')
  expect(calls).toHaveLength(9)
  for (const operation of calls) {
    for (const outcome of [reply(500), reply(503), lost('timeout'), lost('connection-lost')]) {
      const fn = known(created, [on(operation, { Name: 'a' }), outcome])
      expect([operation, fn.unclear, fn.latest.revisionId]).toEqual([operation, true, undefined])
    }
  }
})

test('a call that was never sent did nothing', () => {
  const fn = known(created, [on('UpdateFunctionCode'), lost('unreachable')])
  expect(fn).toMatchObject({ unclear: false, latest: { revisionId: 'r1' } })
  expect(fn.notes.at(-1)?.fate).toBe('refused')
})

test('a read that was lost leaves everything as it was', () => {
  const before = known(created)
  for (const operation of [
    'GetFunction',
    'GetFunctionConfiguration',
    'ListVersionsByFunction',
    'GetAlias',
    'GetPolicy',
  ] as const) {
    for (const outcome of [reply(500), lost('timeout'), reply(404), notJson]) {
      expect(known(created, [on(operation), outcome])).toEqual(before)
    }
  }
})

test('an update shows $LATEST anew, and the note says what changed', () => {
  const fn = known(created, updated({ CodeSha256: 'hash-b' }))
  expect(fn).toMatchObject({
    latest: { revisionId: 'r2', content: { CodeSha256: 'hash-b' } },
    revisions: ['r1', 'r2'],
    hashes: ['hash-a', 'hash-b'],
  })
  expect(fn.notes.at(-1)?.changed).toEqual(['CodeSha256'])
})

test('an update with Publish shows the content of $LATEST and the RevisionId of the version', () => {
  const fn = known(
    created,
    updated({ Version: '1', RevisionId: 'v1', CodeSha256: 'hash-b' }, { Publish: true }),
  )
  expect(fn.versions.get(1)).toMatchObject({
    madeBy: 'UpdateFunctionCode',
    from: { CodeSha256: 'hash-b' },
  })
  expect(fn.latest).toMatchObject({ settled: false, content: { CodeSha256: 'hash-b' } })
  expect(fn.latest.revisionId).toBeUndefined()
  expect(fn.revisions).toEqual(['r1'])
})

test('a dry run shows nothing of $LATEST, also where it was lost', () => {
  const { latest, ...before } = known(created)
  for (const outcome of [
    reply(200, shown({ CodeSha256: 'hash-b', RevisionId: 'r2' })),
    reply(500),
    lost('timeout'),
  ]) {
    const after = known(created, [on('UpdateFunctionCode', { DryRun: true }), outcome])
    expect(after).toMatchObject({ ...before, notes: [{}, { changed: [] }] })
    expect(after.latest.content).toEqual(latest.content)
    expect(after.latest.revisionId).not.toBe('r2')
  }
})

test('a function being created or updated is not settled until it is seen to be', () => {
  const busy = updated({ LastUpdateStatus: 'InProgress' })
  expect(known(created, busy).latest.settled).toBe(false)
  expect(
    known([on('CreateFunction'), reply(201, shown({ State: 'Pending' }))]).latest.settled,
  ).toBe(false)
  expect(known(created, busy, read({ RevisionId: 'r3' })).latest).toMatchObject({
    settled: true,
    revisionId: 'r3',
  })
  expect(known([on('CreateFunction'), reply(201, { RevisionId: 'r1' })]).latest.settled).toBe(true)
})

test('GetFunction shows what GetFunctionConfiguration shows', () => {
  const body = { Configuration: shown({ RevisionId: 'r9' }), Code: {} }
  const fn = known(created, [on('GetFunction'), reply(200, body)])
  expect(fn).toEqual(known(created, read({ RevisionId: 'r9' })))
  expect(known(created, [on('GetFunction'), reply(200, {})])).toEqual(known(created))
})

test('a read of $LATEST by its name is a read of $LATEST', () => {
  expect(known(created, read({ RevisionId: 'r9' }, { Qualifier: '$LATEST' }))).toEqual(
    known(created, read({ RevisionId: 'r9' })),
  )
})

test('a read of a version or an alias says nothing of $LATEST', () => {
  const before = known(created, published('1'))
  const version = read({ Version: '1', RevisionId: 'v1', CodeSha256: 'other' }, { Qualifier: '1' })
  expect(known(created, published('1'), version).latest).toEqual(before.latest)
  expect(known(created, published('1'), read({ RevisionId: 'x' }, { Qualifier: 'live' }))).toEqual(
    before,
  )
})

test('a version gets its RevisionId once it is Active', () => {
  const pending = published('1', { State: 'Pending', RevisionId: 'early' })
  expect(known(created, pending).versions.get(1)).toMatchObject({ settled: false })
  expect(known(created, pending).versions.get(1)?.revisionId).toBeUndefined()
  const readIt = read({ Version: '1', RevisionId: 'late' }, { Qualifier: '1' })
  const fn = known(created, pending, readIt)
  expect(fn.versions.get(1)).toMatchObject({ settled: true, revisionId: 'late' })
  const again = read({ Version: '1', RevisionId: 'later' }, { Qualifier: '1' })
  expect(known(created, pending, readIt, again)).toEqual(fn)
})

test('a version that nobody was seen to make is unseen', () => {
  const listed: Told = [
    on('ListVersionsByFunction'),
    reply(200, { Versions: [shown(), shown({ Version: '4' }), 'x', null, { Version: 5 }] }),
  ]
  const fn = known(created, listed)
  expect([...fn.versions.keys()]).toEqual([4])
  expect(fn.versions.get(4)?.madeBy).toBe('unseen')
  expect(fn.notesAt.listed).toBe(1)
  expect(known(created, read({ Version: '6' }, { Qualifier: '6' })).versions.get(6)?.madeBy).toBe(
    'unseen',
  )
})

test('a deleted version is remembered as deleted, its number as used', () => {
  const fn = known(created, published('1'), [on('DeleteFunction', { Qualifier: '1' }), reply(204)])
  expect(fn).toMatchObject({ existence: 'exists', highest: 1, last: 1 })
  expect(fn.versions.size).toBe(0)
  expect([...fn.deleted]).toEqual([1])
})

test('a deleted function is absent, however the deletion answers', () => {
  for (const outcome of [reply(204), reply(200, {}), reply(202), notJson]) {
    expect(known(created, [on('DeleteFunction'), outcome]).existence).toBe('absent')
  }
})

test('aliases are known by name, with version and RevisionId, until they are deleted', () => {
  const made: Told = [
    on('CreateAlias', { Name: 'live' }),
    reply(201, { Name: 'live', FunctionVersion: '1', RevisionId: 'a1' }),
  ]
  expect(known(created, made).aliases.get('live')).toEqual({
    name: 'live',
    version: '1',
    revisionId: 'a1',
    revisions: ['a1'],
    readAt: 1,
  })
  expect(known(created, made, [on('DeleteAlias', { Name: 'live' }), reply(204)]).aliases.size).toBe(
    0,
  )
})

test('a permission puts the RevisionId in doubt', () => {
  for (const operation of ['AddPermission', 'RemovePermission'] as const) {
    expect(known(created, [on(operation), reply(201)]).latest.revisionId).toBeUndefined()
  }
})

test('calls that change something leave a note, reads leave none', () => {
  const mutating = operationNames.filter((name) => isMutating(on(name)))
  for (const operation of operationNames.filter((name) => !name.includes('Layer'))) {
    const { notes } = known(created, [on(operation), reply(400)])
    expect([operation, notes.length]).toEqual([operation, mutating.includes(operation) ? 2 : 1])
  }
})

test('a cursor stands at the notes there were', () => {
  const fn = known(
    created,
    updated(),
    read({ RevisionId: 'r2' }),
    updated(),
    published('1'),
    updated(),
  )
  expect(fn.notes).toHaveLength(5)
  expect(fn.notesAt).toEqual({ read: 2, listed: 0, made: 4 })
})

test('a function is the same by its name, its partial and its full ARN', () => {
  for (const name of [
    'f:$LATEST',
    'function:f',
    '123456789012:function:f',
    'arn:aws:lambda:us-east-1:123456789012:function:f',
    'arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST',
  ]) {
    const state = told([
      created,
      [on('GetFunctionConfiguration', {}, name), reply(200, shown({ RevisionId: 'r9' }))],
    ])
    expect([...state.functions.keys()]).toEqual(['f'])
    expect(state.functions.get('f')?.latest.revisionId).toBe('r9')
  }
})

test('functions are told apart', () => {
  const state = told([
    created,
    [on('CreateFunction', {}, 'g'), reply(201, shown())],
    published('1'),
  ])
  expect(state.functions.get('g')?.versions.size).toBe(0)
  expect(state.steps).toBe(3)
})

test('what is said of a function that nobody knows is not invented', () => {
  expect(told([[on('PublishVersion'), reply(404)]]).functions.size).toBe(0)
  expect(told([[on('PublishVersion'), lost('timeout')]]).functions.size).toBe(0)
  expect(told([[on('PublishVersion'), reply(404)]])).toEqual({ ...nothingKnown, steps: 1 })
})
