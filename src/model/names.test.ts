import { expect, test } from 'vitest'
import { functionNameIn, layerNameIn } from './names.ts'

test.each([
  ['f', 'f', undefined],
  ['f:3', 'f', '3'],
  ['f:$LATEST', 'f', '$LATEST'],
  ['function:f', 'f', undefined],
  ['123456789012:function:f:live', 'f', 'live'],
  ['arn:aws:lambda:eu-west-1:123456789012:function:f', 'f', undefined],
  ['arn:aws-cn:lambda:cn-north-1:123456789012:function:f:7', 'f', '7'],
  ['', '', undefined],
])('%j names function %j', (identifier, name, qualifier) => {
  expect(functionNameIn(identifier)).toEqual(
    qualifier === undefined ? { name } : { name, qualifier },
  )
})

test.each([
  ['l', 'l', undefined],
  ['arn:aws:lambda:eu-west-1:123456789012:layer:l', 'l', undefined],
  ['arn:aws:lambda:eu-west-1:123456789012:layer:l:4', 'l', '4'],
])('%j names layer %j', (identifier, name, qualifier) => {
  expect(layerNameIn(identifier)).toEqual(qualifier === undefined ? { name } : { name, qualifier })
})
