import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import type { ClientAnswer } from '../drivers/client-record.ts'
import { lost } from '../drivers/lost.ts'
import { callerView } from './caller-view.ts'
import { replyOf, wireOf } from './wrapper.fixture.ts'

const input = { FunctionName: 'f' }
const call: Call = { operation: 'PublishVersion', input }
const made = replyOf(201, { Version: '1' }, { 'x-amzn-requestid': 'r' })
const refused = replyOf(
  412,
  { Type: 'User', message: 'other' },
  { 'x-amzn-errortype': 'PreconditionFailedException' },
)
const output: ClientAnswer = { kind: 'output', output: { Version: '1' } }
const published = wireOf('PublishVersion', input, made, made)
const mismatched = wireOf('PublishVersion', input, refused, refused)

test('an output is a reply with the status and the headers of the wire', () => {
  expect(callerView(call, output, [published])).toMatchObject({
    kind: 'reply',
    status: 201,
    headers: { 'x-amzn-requestid': 'r' },
    body: { kind: 'json', value: { Version: '1' } },
    text: '{"Version":"1"}',
  })
})

test('what a client may be too old to know comes from the wire, and nothing else does', () => {
  const shown = {
    Version: '1',
    CodeSha256: 'c',
    State: 'Active',
    LoggingConfig: { LogFormat: 'Text' },
    VpcConfig: { VpcId: 'v', Ipv6AllowedForDualStack: false },
  }
  const reply = replyOf(201, shown)
  const told: ClientAnswer = { kind: 'output', output: { Version: '1', VpcConfig: { VpcId: 'w' } } }
  expect(callerView(call, told, [wireOf('PublishVersion', input, reply, reply)])).toMatchObject({
    body: {
      value: {
        Version: '1',
        LoggingConfig: { LogFormat: 'Text' },
        VpcConfig: { VpcId: 'w', Ipv6AllowedForDualStack: false },
      },
    },
    text: expect.not.stringMatching(/CodeSha256|State/),
  })
})

test('a client that tells the status of a later read is not taken at its word', () => {
  expect(callerView(call, { ...output, status: 200 }, [published])).toMatchObject({ status: 201 })
})

test('an error is a refusal by the name and the message that the caller gets', () => {
  const answer: ClientAnswer = { kind: 'error', name: 'DeployError', message: 'sorry' }
  expect(callerView(call, answer, [mismatched])).toMatchObject({
    status: 412,
    headers: { 'x-amzn-errortype': 'DeployError' },
    body: { value: { Type: 'User', message: 'sorry' } },
  })
})

test('an error about a call that was carried out leaves open what its caller knows', () => {
  const answer: ClientAnswer = { kind: 'error', name: 'DeployError' }
  expect(callerView(call, answer, [published])).toMatchObject({
    kind: 'lost',
    reason: 'connection-lost',
  })
})

test('a client that sent nothing did nothing', () => {
  const other = wireOf('UpdateFunctionCode', input, made, made)
  expect(callerView(call, output, [])).toMatchObject({ reason: 'not-sent' })
  expect(callerView(call, output, [other])).toMatchObject({ reason: 'not-sent' })
})

test.each([
  ['its reply was lost', wireOf('PublishVersion', input, made, lost('connection-lost', ''))],
  ['the service failed', wireOf('PublishVersion', input, replyOf(500, {}), replyOf(500, {}))],
  [
    'the service never answered',
    wireOf('PublishVersion', input, lost('timeout', ''), lost('timeout', '')),
  ],
])('nobody can tell what became of a call where %s', (_, wire) => {
  expect(callerView(call, output, [wire, published])).toMatchObject({ reason: 'connection-lost' })
})

test('a request that was turned away on purpose did nothing', () => {
  const busy = wireOf('PublishVersion', input, undefined, replyOf(503, {}))
  const unread = wireOf('PublishVersion', input, undefined, lost('connection-lost', ''))
  expect(callerView(call, output, [busy, unread, published])).toMatchObject({ status: 201 })
})
