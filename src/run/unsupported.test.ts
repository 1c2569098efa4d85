import { expect, test } from 'vitest'
import type { Outcome } from '../drivers/driver.ts'
import { lost, reply } from './run.fixture.ts'
import { operationRegister } from './unsupported.ts'

const named = (status: number, name: string): Outcome =>
  reply(status, { message: 'm' }, { 'x-amzn-errortype': name })

const html: Outcome = {
  kind: 'reply',
  status: 404,
  headers: { 'content-type': 'text/html' },
  text: '<h1>Not Found</h1>',
  body: { kind: 'not-json', why: 'no JSON' },
}

test.each<[string, boolean, Outcome]>([
  ['501', true, reply(501)],
  ['501 with a name of the service', true, named(501, 'ServiceException')],
  ['405', true, reply(405)],
  ['404 in HTML', true, html],
  ['404 without a name', true, reply(404, { message: 'no route' })],
  ['404 UnknownOperationException', true, named(404, 'UnknownOperationException')],
  ['400 UnknownOperationException', true, named(400, 'UnknownOperationException')],
  ['400 InvalidAction', true, named(400, 'InvalidAction')],
  ['500 NotImplementedError in the body', true, reply(500, { __type: 'x#NotImplementedError' })],
  ['404 ResourceNotFoundException', false, named(404, 'ResourceNotFoundException')],
  [
    '404 ResourceNotFoundException: with a suffix',
    false,
    named(404, 'ResourceNotFoundException:http://internal.amazon.com/'),
  ],
  [
    '404 ResourceNotFoundException in the body',
    false,
    reply(404, { __type: 'ResourceNotFoundException' }),
  ],
  ['403 AccessDeniedException', false, named(403, 'AccessDeniedException')],
  ['400 InvalidParameterValueException', false, named(400, 'InvalidParameterValueException')],
  ['409 ResourceConflictException', false, named(409, 'ResourceConflictException')],
  ['429', false, reply(429)],
  ['500', false, reply(500)],
  ['502', false, reply(502)],
  ['302', false, reply(302)],
  ['a lost reply', false, lost('timeout')],
  ['no connection', false, lost('unreachable')],
])('%s says that there is no such operation: %s', (_, expected, outcome) => {
  const register = operationRegister([])
  register.see('GetPolicy', outcome)
  expect(register.isUnsupported('GetPolicy')).toBe(expected)
  expect([...register.unsupported()]).toEqual(expected ? ['GetPolicy'] : [])
  expect(register.seen()).toEqual(expected ? { GetPolicy: 'unsupported' } : {})
})

test('an operation that ever succeeded is there', () => {
  const register = operationRegister([])
  register.see('GetAlias', reply(200))
  register.see('GetAlias', reply(501))
  expect(register.isUnsupported('GetAlias')).toBe(false)
  register.see('GetPolicy', reply(501))
  register.see('GetPolicy', reply(200))
  expect(register.seen()).toEqual({ GetAlias: 'supported', GetPolicy: 'supported' })
})

test('an operation declared away stays away', () => {
  const register = operationRegister(['GetAlias'])
  register.see('GetAlias', reply(200))
  expect(register.isUnsupported('GetAlias')).toBe(true)
})
