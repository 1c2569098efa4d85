import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import { isExpressible } from './expressible.ts'

const name = { FunctionName: 'f' }
const update = (input: Call['input']): Call => ({
  operation: 'UpdateFunctionCode',
  input: { ...name, ...input },
})

test.each([
  ['a member of another type', update({ Publish: 'yes' })],
  ['a list that is none', update({ Architectures: 'x86_64' })],
  ['a member that the API does not have', update({ Colour: 'red' })],
  ['a package that is no base64', update({ ZipFile: 'not base64!' })],
  ['a body in words', { ...update({}), written: { body: '{' } }],
  ['a way to write a path', { ...update({}), written: { pathEncoding: 'lavish' } }],
  ['a layer without its content', { operation: 'PublishLayerVersion', input: { LayerName: 'l' } }],
] satisfies readonly (readonly [string, Call])[])('%s cannot be asked of a client', (_, call) => {
  expect(isExpressible(call, '2024-08')).toBe(false)
})

test.each([
  [
    'a description that is too long',
    { operation: 'PublishVersion', input: { ...name, Description: 'd'.repeat(300) } },
  ],
  ['a name that is none', { operation: 'PublishVersion', input: { FunctionName: 'no name!' } }],
  ['an architecture that is unknown', update({ Architectures: ['pdp11'] })],
  ['no code at all', update({})],
  ['a package that is no archive', update({ ZipFile: 'AAAA' })],
  ['a package without a byte', update({ ZipFile: '' })],
] satisfies readonly (readonly [string, Call])[])('%s can', (_, call) => {
  expect(isExpressible(call, '2024-08')).toBe(true)
})
