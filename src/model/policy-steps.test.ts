import { expect, test } from 'vitest'
import { created, known, on, reply, shown, type Told } from './model.fixture.ts'
import { jsonIn, statementsIn } from './policy-steps.ts'

const add = (StatementId: string, Qualifier?: string): Told => [
  on('AddPermission', { StatementId, ...(Qualifier === undefined ? {} : { Qualifier }) }),
  reply(201, { Statement: '{}' }),
]
const remove = (StatementId: string): Told => [on('RemovePermission', { StatementId }), reply(204)]
const read = (RevisionId: string, ...ids: readonly string[]): Told => [
  on('GetPolicy'),
  reply(200, {
    Policy: JSON.stringify({ Statement: ids.map((Sid) => ({ Sid })) }),
    RevisionId,
  }),
]
const policy = (...told: readonly Told[]) => known(created, ...told).policies.get('')

test('a policy holds what was added to it and not removed', () => {
  expect(policy()).toBeUndefined()
  expect(policy(add('a'), add('b'), remove('a'))?.statements).toEqual(new Set(['b']))
  expect(policy(add('a'), read('p1', 'c'), add('b'))?.statements).toEqual(new Set(['c', 'b']))
})

test('each qualifier has a policy of its own, and $LATEST means the function', () => {
  const fn = known(created, add('a'), add('b', '1'), add('c', '$LATEST'))
  expect([...fn.policies].map(([key, { statements }]) => [key, ...statements])).toEqual([
    ['', 'a', 'c'],
    ['1', 'b'],
  ])
})

test('the RevisionId of a policy is known from a read until anything about the function changes', () => {
  expect(policy(add('a'), read('p1', 'a'))).toMatchObject({ revisionId: 'p1', revisions: ['p1'] })
  const changes: readonly Told[] = [
    add('b'),
    remove('a'),
    [on('PublishVersion'), reply(201, shown({ Version: '1' }))],
    [on('UpdateFunctionCode'), reply(200, shown())],
    [on('UpdateFunctionCode'), reply(500)],
  ]
  for (const change of changes) {
    const left = policy(add('a'), read('p1', 'a'), change)
    expect([left?.revisionId, left?.revisions]).toEqual([undefined, ['p1']])
  }
  const refused: Told = [on('AddPermission', { StatementId: 'b' }), reply(412, {})]
  expect(policy(add('a'), read('p1', 'a'), refused)?.revisionId).toBe('p1')
})

test.each([
  [{}, undefined],
  [{ Policy: 'no JSON' }, undefined],
  [{ Policy: '7' }, undefined],
  [{ Policy: '{"Statement": "text"}' }, undefined],
  [{ Policy: '{"Statement": {"Sid": "alone"}}' }, [{ Sid: 'alone' }]],
  [{ Policy: '{"Statement": [{"Sid": "a"}, 7, null]}' }, [{ Sid: 'a' }]],
])('of the policy in %j the statements are read as far as they can be', (body, statements) => {
  expect(statementsIn(body)).toEqual(statements)
})

test('a text that is no JSON is none', () => {
  expect([jsonIn(undefined), jsonIn('{'), jsonIn('"a"')]).toEqual([undefined, undefined, 'a'])
})
