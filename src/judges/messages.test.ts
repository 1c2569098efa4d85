import { expect, test } from 'vitest'
import type { RuleId } from '../../generated/rule-ids.ts'
import type { Exchange } from '../drivers/driver.ts'
import { nothingCertain } from '../model/state.ts'
import { call, created, judge } from './trace.fixture.ts'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const error = (
  operation: Exchange['call']['operation'],
  input: object,
  status: number,
  name: string,
  body: object,
) => call(operation, { ...input }, status, { ...body }, { 'x-amzn-errortype': name })

const missing = (message: string) =>
  error('GetFunctionConfiguration', {}, 404, 'ResourceNotFoundException', { Message: message })
const rule: RuleId = 'messages/function-not-found'

test.each([
  [`Function not found: ${arn}`, 'held'],
  [`Function not found: ${arn}:$LATEST`, 'held'],
  ['Function not found: arn:aws:lambda:eu-west-1:000000000000:function:f', 'held'],
  ['Function not found: f', 'violated'],
  ['Function not found: arn:aws:lambda:us-east-1:123456789012:function:g', 'violated'],
  ['', 'silent'],
])('of a function that is not there the message %j is %s', (message, kind) => {
  expect(judge(rule, [missing(message)])).toBe(kind)
})

test('an error of another name says nothing of the message', () => {
  const other = error('GetFunctionConfiguration', {}, 404, 'NotFound', { message: 'no' })
  expect(judge(rule, [other])).toBe('silent')
})

test('whether a function is there is not known of a trace with gaps', () => {
  expect(judge(rule, [missing('no')], { beginning: nothingCertain })).toBe('silent')
})

const removal = (message: string) =>
  error('DeleteFunction', { Qualifier: '$LATEST' }, 400, 'InvalidParameterValueException', {
    message,
  })

test('special characters of a message are not those of a pattern', () => {
  const latest = 'messages/latest-is-not-deleted'
  const right = '$LATEST version cannot be deleted without deleting the function.'
  expect(judge(latest, [created(), removal(right)])).toBe('held')
  expect(judge(latest, [created(), removal(right.slice(1))])).toBe('violated')
})

const update = (ZipFile: string) =>
  error('UpdateFunctionCode', { ZipFile }, 400, 'InvalidParameterValueException', {
    message: 'Unzipped size must be smaller than 262144000 bytes',
  })

test('that a package is no archive is what the message has to say of one that is none', () => {
  const unzip = 'messages/not-an-archive'
  expect(judge(unzip, [created(), update(Buffer.from('text').toString('base64'))])).toBe('violated')
  expect(judge(unzip, [created(), update('UEsDBBQA')])).toBe('silent')
  expect(judge(unzip, [created(), update('no base64!')])).toBe('silent')
  expect(judge(unzip, [created(), update('abcde')])).toBe('silent')
})
