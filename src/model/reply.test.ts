import { expect, test } from 'vitest'
import { lost, notJson, reply } from './model.fixture.ts'
import {
  bodyOf,
  errorMessage,
  errorName,
  fateOf,
  isSettled,
  successBody,
  versionNumber,
} from './reply.ts'

test.each([
  [200, 'accepted'],
  [201, 'accepted'],
  [204, 'accepted'],
  [299, 'accepted'],
  [301, 'unclear'],
  [400, 'refused'],
  [412, 'refused'],
  [429, 'refused'],
  [500, 'unclear'],
  [501, 'refused'],
  [503, 'unclear'],
])('of a call answered %d the fate is %s', (status, fate) => {
  expect(fateOf(reply(status))).toBe(fate)
})

test('a call that was never sent is refused, one that was lost is unclear', () => {
  expect(fateOf(lost('unreachable'))).toBe('refused')
  for (const reason of ['timeout', 'connection-lost', 'too-large', 'not-http'] as const) {
    expect(fateOf(lost(reason))).toBe('unclear')
  }
})

test('a body is an object without its nulls, at every depth, or nothing', () => {
  expect(bodyOf(reply(200, { a: null, b: { c: null, d: [null, { e: null }] } }))).toEqual({
    b: { d: [null, {}] },
  })
  for (const body of [null, [], 'text', 7, true]) expect(bodyOf(reply(200, body))).toBeUndefined()
  expect(bodyOf(reply(200))).toBeUndefined()
  expect(bodyOf(notJson)).toBeUndefined()
})

test('a body is made once, however many judges ask for it', () => {
  const answer = reply(200, { a: 1 })
  expect(bodyOf(answer)).toBe(bodyOf(answer))
})

test('only a success has the body of a success', () => {
  expect(successBody(reply(200, { a: 1 }))).toEqual({ a: 1 })
  expect(successBody(reply(404, { a: 1 }))).toBeUndefined()
  expect(successBody(lost('timeout'))).toBeUndefined()
})

const named = (header: string) => errorName(reply(400, {}, { 'x-amzn-errortype': header }))

test('an error is named by the header, else by the body, without what the protocol adds', () => {
  expect(named('AException')).toBe('AException')
  expect(named('AException:http://internal.amazon.com/coral/')).toBe('AException')
  expect(named('com.amazonaws.lambda#AException')).toBe('AException')
  expect(named('')).toBeUndefined()
  expect(errorName(reply(400, { __type: 'x#B' }))).toBe('B')
  expect(errorName(reply(400, { code: 'C' }))).toBe('C')
  expect(errorName(reply(400, { __type: 7, code: {} }))).toBeUndefined()
  expect(errorName(reply(400, { __type: 'B' }, { 'x-amzn-errortype': 'A' }))).toBe('A')
})

test('a message is read in either spelling', () => {
  expect(errorMessage(reply(400, { message: 'm' }))).toBe('m')
  expect(errorMessage(reply(400, { Message: 'M' }))).toBe('M')
  expect(errorMessage(reply(400, { message: 7 }))).toBeUndefined()
})

test('a number of a version is a decimal from 1 on, without a leading zero', () => {
  expect(['1', '42', '999999999999999'].map(versionNumber)).toEqual([1, 42, 999999999999999])
  for (const no of [
    undefined,
    '',
    '0',
    '01',
    '-1',
    '1.0',
    '1e3',
    ' 1',
    '1\n',
    '$LATEST',
    '1'.repeat(16),
  ]) {
    expect([no, versionNumber(no)]).toEqual([no, undefined])
  }
})

test('a configuration is settled unless it says otherwise', () => {
  expect(isSettled({})).toBe(true)
  expect(isSettled({ State: 'Active', LastUpdateStatus: 'Successful' })).toBe(true)
  expect(isSettled({ State: 'Failed', LastUpdateStatus: 'Failed' })).toBe(true)
  expect(isSettled({ State: 'Inactive' })).toBe(true)
  expect(isSettled({ State: 'Pending' })).toBe(false)
  expect(isSettled({ State: 'Active', LastUpdateStatus: 'InProgress' })).toBe(false)
})
