import { expect, test } from 'vitest'
import { created, known, lost, on, reply, shown, type Told } from './model.fixture.ts'
import { situationOf } from './situation.ts'

const published = (Version: string): Told => [
  on('PublishVersion'),
  reply(201, shown({ Version, RevisionId: `v${Version}` })),
]
const code = (CodeSha256: string, input = {}): Told => [
  on('UpdateFunctionCode', input),
  reply(200, shown({ CodeSha256 })),
]
const memory = (MemorySize: number): Told => [
  on('UpdateFunctionConfiguration', { MemorySize }),
  reply(200, shown({ MemorySize })),
]
const find = (...exchanges: readonly Told[]) => situationOf(known(created, ...exchanges))

test('nothing published yet is the first publish', () => {
  expect(find()).toEqual({ kind: 'first' })
  expect(find(code('hash-b'))).toEqual({ kind: 'first' })
})

test('after a version nothing has changed until an update is accepted', () => {
  const unchanged = { kind: 'unchanged', version: { number: 1 } }
  expect(find(published('1'))).toMatchObject(unchanged)
  expect(find(published('1'), published('1'))).toMatchObject(unchanged)
  expect(find(published('1'), [on('UpdateFunctionCode'), reply(412)])).toMatchObject(unchanged)
  expect(find(published('1'), code('hash-b', { DryRun: true }))).toMatchObject(unchanged)
  expect(
    find(published('1'), [on('CreateAlias', { Name: 'a' }), reply(201, { Name: 'a' })]),
  ).toMatchObject(unchanged)
})

test('an update that leaves the content as published has only touched it', () => {
  for (const update of [[code('hash-a')], [memory(128)], [memory(256), memory(128)]]) {
    const situation = find(published('1'), ...update)
    expect(situation).toMatchObject({ kind: 'touched', version: { number: 1 } })
    expect(situation.kind === 'touched' && situation.updates).toHaveLength(update.length)
  }
})

test('an update that changes the content is a change, by its members', () => {
  expect(find(published('1'), code('hash-b'))).toMatchObject({
    kind: 'changed',
    members: ['CodeSha256'],
  })
  expect(find(published('1'), memory(256))).toMatchObject({ members: ['MemorySize'] })
})

test('a change that no update asked for is none: one reply may show more than another', () => {
  expect(
    find(published('1'), [
      on('UpdateFunctionCode', { ZipFile: '' }),
      reply(200, shown({ CodeSha256: 'hash-a', Timeout: 3 })),
    ]),
  ).toMatchObject({ kind: 'touched' })
})

test('what was done before the version was made is not done since', () => {
  expect(
    find(code('hash-b'), [
      on('PublishVersion'),
      reply(201, shown({ Version: '1', CodeSha256: 'hash-b' })),
    ]),
  ).toMatchObject({ kind: 'unchanged' })
})

test('of what is not known for certain nothing is said', () => {
  const unknown = { kind: 'unknown' }
  expect(situationOf(undefined)).toEqual(unknown)
  expect(find(published('1'), [on('UpdateFunctionCode'), lost('timeout')])).toEqual(unknown)
  expect(find([on('DeleteFunction'), reply(204)])).toEqual(unknown)
  expect(
    find([on('UpdateFunctionCode'), reply(200, shown({ LastUpdateStatus: 'InProgress' }))]),
  ).toEqual(unknown)
  expect(find(published('1'), [on('DeleteFunction', { Qualifier: '1' }), reply(204)])).toEqual(
    unknown,
  )
  expect(
    find([on('ListVersionsByFunction'), reply(200, { Versions: [shown({ Version: '3' })] })]),
  ).toEqual(unknown)
  expect(situationOf(known([on('GetFunctionConfiguration'), reply(200, shown())]))).toEqual(unknown)
})
