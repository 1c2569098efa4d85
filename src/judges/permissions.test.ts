import { expect, test } from 'vitest'
import { nothingCertain } from '../model/state.ts'
import { call, configuration, created, judge, refused } from './trace.fixture.ts'

const statement = (Sid: string) => ({ Sid, Effect: 'Allow', Action: 'lambda:InvokeFunction' })
const input = (StatementId: string) => ({
  StatementId,
  Action: 'lambda:InvokeFunction',
  Principal: 's3.amazonaws.com',
})
const add = (id: string, members: object = {}) =>
  call('AddPermission', { ...input(id), ...members }, 201, {
    Statement: JSON.stringify(statement(id)),
  })
const refusedAdd = (id: string, members: object = {}) =>
  refused(
    'AddPermission',
    { ...input(id), RevisionId: 'never given', ...members },
    412,
    'PreconditionFailedException',
  )
const remove = (StatementId: string) => call('RemovePermission', { StatementId }, 204)
const policy = (RevisionId: string, ...ids: readonly string[]) =>
  call('GetPolicy', {}, 200, {
    Policy: JSON.stringify({ Statement: ids.map(statement) }),
    RevisionId,
  })
const publish = call('PublishVersion', {}, 201, configuration({ Version: '1', RevisionId: 'v1' }))
const begun = [created(), add('a'), policy('p1', 'a')]

test('a refused permission is proven where the policy is read as before and it is accepted without the defect', () => {
  const rule = 'permissions/add-with-made-up-is-refused'
  expect(judge(rule, [...begun, refusedAdd('b'), policy('p1', 'a'), add('b')])).toBe('held')
  expect(judge(rule, [...begun, refusedAdd('b'), add('b')])).toBe('unproven')
  expect(judge(rule, [...begun, refusedAdd('b'), policy('p1', 'a')])).toBe('unproven')
  expect(judge(rule, [...begun, refusedAdd('b'), policy('p2', 'a'), add('b')])).toBe('unproven')
  expect(judge(rule, [...begun, refusedAdd('b'), policy('p1', 'a', 'b'), add('b')])).toBe(
    'unproven',
  )
})

test('a RevisionId is not judged where the policy may have got another one', () => {
  const accepted = add('b', { RevisionId: 'never given' })
  const rule = 'permissions/add-with-made-up-is-refused'
  expect(judge(rule, [...begun, accepted])).toBe('violated')
  // Until 2024 a publish changed it.
  expect(judge(rule, [...begun, publish, accepted])).toBe('silent')
  expect(judge(rule, [created(), accepted])).toBe('silent')
  expect(judge(rule, [...begun, accepted], { beginning: nothingCertain })).toBe('silent')
})

test("what the function's RevisionId does in place of the policy's is not judged", () => {
  const accepted = add('b', { RevisionId: 'r1' })
  expect(judge('permissions/add-with-made-up-is-refused', [...begun, accepted])).toBe('silent')
  expect(judge('permissions/add-with-stale-is-refused', [...begun, accepted])).toBe('silent')
})

test('a RevisionId that the policy had before another statement is stale', () => {
  const rule = 'permissions/add-with-stale-is-refused'
  const later = [...begun, add('b'), policy('p2', 'a', 'b')]
  expect(judge(rule, [...later, add('c', { RevisionId: 'p1' })])).toBe('violated')
  expect(judge(rule, [...later, add('c', { RevisionId: 'p2' })])).toBe('silent')
})

test('statements have to be there until they are removed', () => {
  const rule = 'permissions/removal-leaves-the-others'
  const two = [created(), add('a'), add('b'), policy('p1', 'a', 'b'), remove('a')]
  expect(judge(rule, [...two, policy('p2', 'b')])).toBe('held')
  expect(judge(rule, [...two, policy('p2')])).toBe('violated')
  const gone = refused('GetPolicy', {}, 404, 'ResourceNotFoundException')
  expect(judge(rule, [...two, gone])).toBe('violated')
  expect(judge(rule, [...two, remove('b'), gone])).toBe('silent')
  expect(judge('permissions/removed-statement-is-gone', [...two, policy('p2', 'a', 'b')])).toBe(
    'violated',
  )
})

test('that a policy without its last statement is read is no breach', () => {
  const rule = 'permissions/no-policy-is-404'
  expect(judge(rule, [created(), policy('p1')])).toBe('violated')
  expect(judge(rule, [created(), add('a'), remove('a'), policy('p1')])).toBe('silent')
})

test('a policy that is no JSON shows nothing', () => {
  const broken = call('GetPolicy', {}, 200, { Policy: '{', RevisionId: 'p1' })
  expect(judge('permissions/policy-shows-the-statement', [created(), add('a'), broken])).toBe(
    'silent',
  )
  expect(judge('permissions/policy-shows-the-statement', [created(), add('a'), policy('p1')])).toBe(
    'violated',
  )
})
