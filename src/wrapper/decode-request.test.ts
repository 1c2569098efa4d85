import { expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import { operationNames } from '../../spec/operations.ts'
import type { JsonObject } from '../call.ts'
import type { WireRequest } from '../drivers/driver.ts'
import { encodeCall } from '../drivers/encode.ts'
import { decodeRequest } from './decode-request.ts'

const sent = (method: string, path: string, body?: string): WireRequest => ({
  method,
  path,
  headers: {},
  ...(body === undefined ? {} : { body }),
})

const inputOf = (operation: (typeof operationNames)[number]): JsonObject =>
  Object.fromEntries(
    Object.keys(operations['2024-08'][operation].members).map((name) => [
      name,
      name === 'VersionNumber' ? '3' : `a ${name}:/ä`,
    ]),
  )

test.each(operationNames)('what is encoded of %s is read again', (operation) => {
  const call = { operation, input: inputOf(operation) }
  const facts = operations['2024-08'][operation]
  expect(decodeRequest(encodeCall(call, facts), '2024-08')).toEqual(call)
})

test('a null within a member of the body is not there either', () => {
  const body = '{"Content":{"ZipFile":"AAAA","S3Key":null}}'
  const request = sent('POST', '/2018-10-31/layers/l/versions', body)
  expect(decodeRequest(request, '2024-08')?.input['Content']).toEqual({ ZipFile: 'AAAA' })
})

test('a null in the body is a member that is not there', () => {
  const request = sent('POST', '/2015-03-31/functions/f/versions', '{"RevisionId":null}')
  expect(decodeRequest(request, '2024-08')).toEqual({
    operation: 'PublishVersion',
    input: { FunctionName: 'f' },
  })
})

test.each([
  ['another date in the path', 'POST', '/2015-03-32/functions/f/versions'],
  ['another method', 'PATCH', '/2015-03-31/functions/f/versions'],
  ['a name with a slash that is not encoded', 'POST', '/2015-03-31/functions/f/g/versions'],
  ['no name', 'POST', '/2015-03-31/functions//versions'],
  ['half a percent sign', 'POST', '/2015-03-31/functions/%E0%A4%A/versions'],
])('%s is no request of the service', (_, method, path) => {
  expect(decodeRequest(sent(method, path), '2024-08')).toBeUndefined()
})

test.each(['[1]', 'no JSON', '"text"'])('a body of %s gives no members', (body) => {
  const request = sent('POST', '/2015-03-31/functions/f/versions', body)
  expect(decodeRequest(request, '2024-08')?.input).toEqual({ FunctionName: 'f' })
})

test('a name that was encoded twice arrives encoded once', () => {
  const request = sent('POST', '/2015-03-31/functions/a%253Ab/versions')
  expect(decodeRequest(request, '2024-08')?.input).toEqual({ FunctionName: 'a%3Ab' })
})
