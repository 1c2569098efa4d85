import { expect, test } from 'vitest'
import { clientText } from './client-text.ts'
import type { ClientRequest, FailureStep } from './report.ts'

type Client = NonNullable<FailureStep['client']>

const stepWith = (client: Client): FailureStep => ({
  call: { operation: 'PublishVersion', input: {} },
  request: { method: 'POST', path: '/' },
  response: { lost: 'x' },
  client,
})
const requestOf = (over: Partial<ClientRequest> = {}): ClientRequest => ({
  operation: 'PublishVersion',
  request: { method: 'POST', path: '/p', body: '{"RevisionId":"r","ZipFile":"AAAA"}' },
  response: { status: 201, headers: {}, body: '{}' },
  ...over,
})
const linesOf = (client: Client): string => clientText(stepWith(client), 120).join('\n')
const told = { output: { Version: '1', Handler: 'h', CodeSha256: 'c' } }

test('a request is told by its operation, its members but the package, and its response', () => {
  expect(linesOf({ told, wire: [requestOf()] })).toBe(
    [
      '  sent      PublishVersion (RevisionId "r") → 201',
      '  told      success (Version "1", CodeSha256 "c")',
    ].join('\n'),
  )
})

test('a fault stands beside what came of it', () => {
  const busy = requestOf({
    fault: 'busy-once',
    response: { status: 409, headers: { 'x-amzn-errortype': 'E' }, body: '' },
  })
  const lostReply = requestOf({ fault: 'reply-lost-once', response: { lost: 'it ended' } })
  const lines = linesOf({ told, wire: [busy, lostReply] })
  expect(lines).toContain('→ 409 E (busy-once)')
  expect(lines).toContain('→ it ended (reply-lost-once)')
})

test('a request that is none of the service is told by its method and path', () => {
  const { operation: _, ...unknown } = requestOf()
  expect(linesOf({ told, wire: [unknown] })).toContain('POST /p (RevisionId "r")')
})

test('a read tells how far the function had come', () => {
  const body = '{"Configuration":{"State":"Active","LastUpdateStatus":"InProgress"}}'
  const read = requestOf({
    operation: 'GetFunction',
    request: { method: 'GET', path: '/f' },
    response: { status: 200, headers: {}, body },
  })
  expect(linesOf({ told, wire: [read] })).toContain(
    'GetFunction → 200 (State "Active", LastUpdateStatus "InProgress")',
  )
  const odd = { ...read, response: { status: 200, headers: {}, body: 'no JSON' } }
  expect(linesOf({ told, wire: [odd] })).toContain('GetFunction → 200\n')
})

test('errors and the lack of an answer are told as they are', () => {
  const error = { name: 'E', status: 412, message: 'no\u001b[31m' }
  expect(linesOf({ told: { error }, wire: [] })).toBe(
    '  sent      nothing\n  told      412 E: no\\u{1b}[31m',
  )
  expect(linesOf({ told: { nothing: 'it died' }, wire: [] })).toContain('told      it died')
})

test('of many requests the first are shown', () => {
  const lines = linesOf({ told, wire: Array.from({ length: 9 }, () => requestOf()) })
  expect(lines.match(/PublishVersion/g)?.length).toBe(6)
  expect(lines).toContain('and 3 more')
})

test('a call that went round the client has nothing of it', () => {
  const { client: _, ...step } = stepWith({ told, wire: [] })
  expect(clientText(step, 80)).toEqual([])
})
