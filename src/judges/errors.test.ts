import { expect, test } from 'vitest'
import { call, created, judge } from './trace.fixture.ts'

const error = (header: string | undefined, body: object, status = 409) =>
  call(
    'PublishVersion',
    {},
    status,
    { ...body },
    header === undefined ? {} : { 'x-amzn-errortype': header },
  )

test.each([
  ['ResourceConflictException', 'held'],
  ['ResourceConflictException:http://internal.amazon.com/coral/', 'held'],
  ['com.amazonaws.lambda#ResourceConflictException', 'violated'],
])('a header %j is %s to be the bare name', (header, kind) => {
  const trace = [created(), error(header, { message: 'no' })]
  expect(judge('errors/header-is-the-bare-name', trace)).toBe(kind)
})

test.each([
  [{}, 'held'],
  [{ __type: 'ResourceConflictException' }, 'held'],
  [{ __type: 'com.amazonaws.lambda#ResourceConflictException' }, 'held'],
  [{ code: 'Conflict' }, 'violated'],
])('a body %j beside the header is %s to have the same name', (members, kind) => {
  const trace = [created(), error('ResourceConflictException', { message: 'no', ...members })]
  expect(judge('errors/names-agree', trace)).toBe(kind)
})

test('only the three errors that always have a Type need one', () => {
  const rule = 'errors/conflict-has-a-type'
  expect(judge(rule, [created(), error('ResourceConflictException', { message: 'no' })])).toBe(
    'violated',
  )
  expect(
    judge(rule, [created(), error('InvalidParameterValueException', { message: 'no' }, 400)]),
  ).toBe('silent')
  expect(
    judge(rule, [created(), error('ResourceConflictException', { Type: 'Server', message: 'no' })]),
  ).toBe('held')
})
