import { expect, test } from 'vitest'
import { nothingCertain } from '../model/state.ts'
import { call, configuration, created, judge, refused } from './trace.fixture.ts'

const alias = (members: object = {}) => ({
  AliasArn: 'arn:aws:lambda:us-east-1:123456789012:function:f:live',
  Name: 'live',
  FunctionVersion: '1',
  Description: '',
  RevisionId: 'a1',
  ...members,
})
const publish = (Version = '1') =>
  call('PublishVersion', {}, 201, configuration({ Version, RevisionId: `v${Version}` }))
const make = (members: object = {}) =>
  call('CreateAlias', { Name: 'live', FunctionVersion: '1' }, 201, alias(members))
const read = (members: object = {}) => call('GetAlias', { Name: 'live' }, 200, alias(members))
const update = (input: object, members: object = {}) =>
  call('UpdateAlias', { Name: 'live', ...input }, 200, alias(members))
const stale = refused(
  'UpdateAlias',
  { Name: 'live', FunctionVersion: '2', RevisionId: 'never given' },
  412,
  'PreconditionFailedException',
)
const begun = [created(), publish(), make()]

test('a refused update is proven where the alias is read as before and the update is accepted without the defect', () => {
  const rule = 'aliases/update-with-made-up-is-refused'
  const versions = [created(), publish(), publish('2'), make()]
  const mended = update({ FunctionVersion: '2' }, { FunctionVersion: '2', RevisionId: 'a2' })
  expect(judge(rule, [...versions, stale, read(), mended])).toBe('held')
  expect(judge(rule, [...versions, stale, mended])).toBe('unproven')
  expect(judge(rule, [...versions, stale, read()])).toBe('unproven')
  expect(judge(rule, [...versions, stale, read({ Description: 'moved' }), mended])).toBe('unproven')
})

test('what a refused update changed is laid to it, and only where nothing else was done', () => {
  const rule = 'aliases/refused-call-keeps-version'
  const moved = read({ FunctionVersion: '2' })
  const versions = [created(), publish(), publish('2'), make(), read()]
  expect(judge(rule, [...versions, stale, read()])).toBe('held')
  expect(judge(rule, [...versions, stale, moved])).toBe('violated')
  expect(judge(rule, [...versions, update({ Description: 'x' }), stale, moved])).toBe('silent')
})

test('a RevisionId that cannot be told to be stale or current is no case', () => {
  const permission = call('AddPermission', { Qualifier: 'live', StatementId: 's' }, 201, {})
  const sent = refused(
    'UpdateAlias',
    { Name: 'live', RevisionId: 'a1' },
    412,
    'PreconditionFailedException',
  )
  const rule = 'aliases/update-with-current-is-accepted'
  expect(judge(rule, [...begun, sent])).toBe('violated')
  // Until 2024 a permission for an alias changed its RevisionId.
  expect(judge(rule, [...begun, permission, sent])).toBe('silent')
})

test('an alias read by someone else in between may have been moved', () => {
  const rule = 'aliases/publish-does-not-move-it'
  const trace = [...begun, read(), publish('2'), read({ FunctionVersion: '2' })]
  expect(judge(rule, trace)).toBe('violated')
  expect(judge(rule, trace, { beginning: nothingCertain })).toBe('silent')
  const moved = update({ FunctionVersion: '2' }, { FunctionVersion: '2' })
  expect(judge(rule, [...begun, read(), publish('2'), moved, read({ FunctionVersion: '2' })])).toBe(
    'silent',
  )
})

const byAlias = (Version: string) =>
  call('GetFunctionConfiguration', { Qualifier: 'live' }, 200, configuration({ Version }))

test('a read by an alias is compared with the version the alias was last shown at', () => {
  const rule = 'aliases/reads-its-version'
  expect(judge(rule, [...begun, read(), byAlias('1')])).toBe('held')
  expect(judge(rule, [...begun, read(), byAlias('2')])).toBe('violated')
  expect(judge(rule, [...begun, read(), publish('2'), byAlias('2')])).toBe('silent')
})

const remove = (status: number) => call('DeleteAlias', { Name: 'live' }, status)

test('a name under which something was made once is not one never made', () => {
  const rule = 'aliases/unknown-delete-succeeds'
  expect(judge(rule, [created(), remove(204)])).toBe('held')
  expect(judge(rule, [created(), remove(404)])).toBe('violated')
  expect(judge(rule, [...begun, remove(204), remove(404)])).toBe('silent')
})

const sent = (FunctionVersion: string) =>
  refused('CreateAlias', { Name: 'live', FunctionVersion }, 400, 'InvalidParameterValueException')

test('the refusal of a version that was deleted is another case than that of one never made', () => {
  const rule = 'aliases/missing-version-on-create-is-404'
  const deleted = call('DeleteFunction', { Qualifier: '1' }, 204)
  expect(judge(rule, [created(), publish(), deleted, sent('1')])).toBe('silent')
  expect(judge(rule, [created(), publish(), sent('2')])).toBe('violated')
})

test('an update without a change is one that gives what is so already', () => {
  const rule = 'aliases/update-without-a-change-changes-revision-id'
  expect(judge(rule, [...begun, update({})])).toBe('violated')
  expect(judge(rule, [...begun, update({}, { RevisionId: 'a2' })])).toBe('held')
  expect(judge(rule, [...begun, update({ Description: 'x' }, { Description: 'x' })])).toBe('silent')
})

test('of a function made again under its name not everything is known', () => {
  const rule = 'aliases/unknown-delete-succeeds'
  const again = [created(), call('DeleteFunction', {}, 204), created()]
  expect(judge(rule, [...again, remove(404)])).toBe('silent')
})

const refusedCreation = (input: object) =>
  refused(
    'CreateAlias',
    { Name: 'live', FunctionVersion: '1', ...input },
    400,
    'InvalidParameterValueException',
  )

test('an alias that divides traffic may be refused for that', () => {
  const rule = 'aliases/new-one-is-accepted'
  const routing = { RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } } }
  expect(judge(rule, [created(), publish(), refusedCreation({})])).toBe('violated')
  expect(judge(rule, [created(), publish(), refusedCreation(routing)])).toBe('silent')
})

test('that a conflict has a name that is documented nowhere is laid to the rule about names', () => {
  const twice = { Name: 'live', FunctionVersion: '1' }
  const rule = 'aliases/duplicate-is-409'
  const named = (status: number, name: string) => [
    ...begun,
    refused('CreateAlias', twice, status, name),
  ]
  expect(judge(rule, named(409, 'ConflictException'))).not.toBe('violated')
  expect(judge('errors/supporting-are-documented', named(409, 'ConflictException'))).toBe(
    'violated',
  )
  expect(judge(rule, named(409, 'InvalidParameterValueException'))).toBe('violated')
  expect(judge(rule, named(404, 'ConflictException'))).toBe('violated')
})
