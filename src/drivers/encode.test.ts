import { expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import type { Call } from '../call.ts'
import { encodeCall } from './encode.ts'

const encode = (operation: Call['operation'], input: Call['input']) =>
  encodeCall({ operation, input }, operations['2024-08'][operation])

test('members travel in the path, the query and the body, as the table says', () => {
  expect(encode('PublishVersion', { FunctionName: 'f', Description: 'first' })).toEqual({
    method: 'POST',
    path: '/2015-03-31/functions/f/versions',
    headers: { 'content-type': 'application/json' },
    body: '{"Description":"first"}',
  })
  expect(encode('GetFunction', { FunctionName: 'f', Qualifier: '$LATEST' })).toEqual({
    method: 'GET',
    path: '/2015-03-31/functions/f?Qualifier=%24LATEST',
    headers: {},
  })
})

test('a path member keeps the unreserved characters and encodes every other', () => {
  const names = {
    'arn:aws:lambda:us-east-1:123456789012:function:f':
      'arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Af',
    'f:$LATEST': 'f%3A%24LATEST',
    'a/b': 'a%2Fb',
    'a.b-c_d~e': 'a.b-c_d~e',
    "!'()*": '%21%27%28%29%2A',
    'a b+c%20?#&=': 'a%20b%2Bc%2520%3F%23%26%3D',
    é: '%C3%A9',
  }
  for (const [given, want] of Object.entries(names)) {
    expect(encode('PublishVersion', { FunctionName: given }).path).toBe(
      `/2015-03-31/functions/${want}/versions`,
    )
  }
})

test('a lone surrogate in a path is replaced, not thrown at', () => {
  expect(encode('PublishVersion', { FunctionName: 'a\uD800b' }).path).toBe(
    '/2015-03-31/functions/a%EF%BF%BDb/versions',
  )
})

test('a missing or null path member leaves an empty segment', () => {
  expect(encode('PublishVersion', {}).path).toBe('/2015-03-31/functions//versions')
  expect(encode('PublishVersion', { FunctionName: null }).path).toBe(
    '/2015-03-31/functions//versions',
  )
})

test('a path member that is not text is written as its JSON', () => {
  expect(encode('GetLayerVersion', { LayerName: 'l', VersionNumber: 3 }).path).toMatch(
    /\/l\/versions\/3$/,
  )
  expect(encode('GetLayerVersion', { LayerName: 'l', VersionNumber: [1] }).path).toMatch(
    /\/l\/versions\/%5B1%5D$/,
  )
})

test('a POST or PUT without members has an empty object as its body', () => {
  expect(encode('PublishVersion', { FunctionName: 'f' }).body).toBe('{}')
  expect(encode('UpdateFunctionCode', { FunctionName: 'f' }).body).toBe('{}')
})

test('a GET or DELETE has no body, whatever it is given', () => {
  const request = encode('DeleteFunction', { FunctionName: 'f', Unknown: 'x y' })
  expect(request).toEqual({
    method: 'DELETE',
    path: '/2015-03-31/functions/f?Unknown=x%20y',
    headers: {},
  })
})

test('a member the table does not know goes to the body', () => {
  const { body } = encode('PublishVersion', { FunctionName: 'f', Unknown: { a: [1, null] } })
  expect(body).toBe('{"Unknown":{"a":[1,null]}}')
})

test('a list in the query repeats its name, and a null there is left out', () => {
  expect(
    encode('GetFunction', { FunctionName: 'f', Qualifier: ['1', '2'], Marker: null }).path,
  ).toBe('/2015-03-31/functions/f?Qualifier=1&Qualifier=2')
})

test('a null member of the body is sent as null', () => {
  expect(encode('PublishVersion', { FunctionName: 'f', RevisionId: null }).body).toBe(
    '{"RevisionId":null}',
  )
})

test('members named like those of every object are members like others', () => {
  const input = JSON.parse('{"FunctionName":"f","constructor":"a","__proto__":"b","toString":"c"}')
  expect(encode('PublishVersion', input).body).toBe(
    '{"constructor":"a","__proto__":"b","toString":"c"}',
  )
  expect(encode('GetFunction', input).path).toBe(
    '/2015-03-31/functions/f?constructor=a&__proto__=b&toString=c',
  )
})

const written = (FunctionName: string, pathEncoding: 'sparing' | 'lavish') =>
  encodeCall(
    { operation: 'GetFunction', input: { FunctionName }, written: { pathEncoding } },
    operations['2024-08'].GetFunction,
  ).path

test('a path may be encoded sparingly or lavishly, and means the same', () => {
  for (const name of [
    'arn:aws:lambda:us-east-1:123456789012:function:f',
    'f:$LATEST',
    'a/b é',
    "!'()*+,;=@&",
  ]) {
    const sparing = written(name, 'sparing')
    const lavish = written(name, 'lavish')
    expect(decodeURIComponent(sparing)).toBe(`/2015-03-31/functions/${name}`)
    expect(decodeURIComponent(lavish)).toBe(`/2015-03-31/functions/${name}`)
    expect(sparing.length).toBeLessThan(lavish.length)
  }
  expect(written('f:$LATEST', 'sparing')).toBe('/2015-03-31/functions/f:$LATEST')
  expect(written('a/b?c#d%', 'sparing')).toBe('/2015-03-31/functions/a%2Fb%3Fc%23d%25')
  expect(written('f', 'lavish')).toBe('/2015-03-31/functions/%66')
})

test('a body that is given goes out as it stands', () => {
  const call: Call = {
    operation: 'PublishVersion',
    input: { FunctionName: 'f', Description: 'not sent' },
    written: { body: '[' },
  }
  expect(encodeCall(call, operations['2024-08'].PublishVersion)).toMatchObject({
    path: '/2015-03-31/functions/f/versions',
    body: '[',
  })
})
