import { expect, test } from 'vitest'
import { created, known, on, reply, type Told } from './model.fixture.ts'

const alias = (members: object = {}) => ({
  Name: 'live',
  FunctionVersion: '1',
  Description: '',
  RevisionId: 'a1',
  ...members,
})
const make: Told = [on('CreateAlias', { Name: 'live' }), reply(201, alias())]
const update = (members: object): Told => [
  on('UpdateAlias', { Name: 'live' }),
  reply(200, alias(members)),
]
const read = (members: object = {}): Told => [
  on('GetAlias', { Name: 'live' }),
  reply(200, alias(members)),
]
const live = (...told: readonly Told[]) => known(created, make, ...told).aliases.get('live')

test('an alias is what it was last shown as, with every RevisionId it had', () => {
  expect(live(update({ FunctionVersion: '2', Description: 'moved', RevisionId: 'a2' }))).toEqual({
    name: 'live',
    version: '2',
    description: 'moved',
    revisionId: 'a2',
    revisions: ['a1', 'a2'],
    readAt: 1,
  })
  expect(live(read({ FunctionVersion: '3' }))).toMatchObject({ version: '3', revisions: ['a1'] })
})

test('what is done to an alias counts from its last read on', () => {
  expect(live(read())?.readAt).toBe(2)
  expect(live(read(), update({}))?.readAt).toBe(2)
  expect(live(update({}), read())?.readAt).toBe(3)
})

test('a refused update leaves no trace in what is known of the alias', () => {
  const refused: Told = [on('UpdateAlias', { Name: 'live' }), reply(412, { message: 'no' })]
  expect(live(refused)).toEqual(live())
})

const permission = (Qualifier: string): Told => [
  on('AddPermission', { Qualifier, StatementId: 's' }),
  reply(201, { Statement: '{}' }),
]

test('a permission for an alias puts its RevisionId in doubt, and no other', () => {
  expect(live(permission('live'))).toMatchObject({ version: '1', revisions: ['a1'] })
  expect(live(permission('live'))?.revisionId).toBeUndefined()
  expect(live(permission('other'))?.revisionId).toBe('a1')
  expect(live(permission('live'), read())?.revisionId).toBe('a1')
})

test('with an alias its policy goes', () => {
  const fn = known(
    created,
    make,
    [on('AddPermission', { Qualifier: 'live', StatementId: 's' }), reply(201, {})],
    [on('DeleteAlias', { Name: 'live' }), reply(204)],
  )
  expect([fn.aliases.size, fn.policies.size]).toEqual([0, 0])
})
