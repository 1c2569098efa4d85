import { expect, test } from 'vitest'
import type { Exchange } from '../drivers/driver.ts'
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

/** What a web server says before the service is asked. */
const page = (status: number): Exchange => {
  const exchange = call('PublishVersion', {}, status, undefined, { 'content-type': 'text/html' })
  if (exchange.outcome.kind === 'lost') return exchange
  const body = { kind: 'not-json', why: 'it begins with <' } as const
  return { ...exchange, outcome: { ...exchange.outcome, text: '<html></html>', body } }
}

test('an error that is a page and no JSON breaks the rule about its body, and not those about what is in it', () => {
  const trace = [created(), page(404)]
  expect(judge('errors/body', trace)).toBe('violated')
  expect(judge('errors/have-a-message', trace)).toBe('silent')
  expect(judge('errors/content-type', trace)).toBe('silent')
  const asText = { 'content-type': 'text/html' }
  const mislabelled = call('PublishVersion', {}, 404, { Message: 'no' }, asText)
  expect(judge('errors/content-type', [created(), mislabelled])).toBe('violated')
  expect(judge('errors/have-a-message', [created(), call('PublishVersion', {}, 404)])).toBe(
    'violated',
  )
})

const failure = (name: string) => [created(), error(name, { Message: 'no' }, 500)]

test('where an error that was never recorded has its message is not known', () => {
  expect(judge('errors/message-member', failure('InternalFailure'))).toBe('silent')
  expect(judge('errors/message-member', failure('ValidationException'))).toBe('violated')
})
