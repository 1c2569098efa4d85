import { expect, test } from 'vitest'

import { editions } from '../../spec/editions.ts'
import type { Json } from '../call.ts'
import { undocumentedMembers, unknownValues, violations } from './validate.ts'

/** A version as the service answers it, with the nulls of unset members. */
const version = {
  FunctionName: 'orders',
  FunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders:3',
  Runtime: 'python3.12',
  Role: 'arn:aws:iam::123456789012:role/orders',
  Handler: 'index.handler',
  CodeSize: 262,
  Description: '',
  Timeout: 3,
  MemorySize: 128,
  LastModified: '2024-08-30T10:11:12.000+0000',
  CodeSha256: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
  Version: '3',
  VpcConfig: { VpcId: '', SubnetIds: [], SecurityGroupIds: [], Ipv6AllowedForDualStack: false },
  DeadLetterConfig: null,
  Environment: { Variables: { STAGE: 'test' }, Error: null },
  KMSKeyArn: null,
  TracingConfig: { Mode: 'PassThrough' },
  MasterArn: null,
  RevisionId: '6f1c1b1e-3d3c-4f0f-9d7e-0f4f7d1f2a3b',
  Layers: [
    {
      Arn: 'arn:aws:lambda:us-east-1:123456789012:layer:tools:1',
      CodeSize: 12,
      SigningJobArn: null,
    },
  ],
  State: 'Active',
  StateReason: null,
  LastUpdateStatus: 'Successful',
  PackageType: 'Zip',
  Architectures: ['x86_64'],
  EphemeralStorage: { Size: 512 },
  SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
  LoggingConfig: { LogFormat: 'Text', ApplicationLogLevel: null, LogGroup: '/aws/lambda/orders' },
}

const nulled = (value: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).map((name) => [name, null]))
    : value

test.each(editions)('a version as it is answered is fine in edition %s', (edition) => {
  expect(violations(edition, 'PublishVersionResponse', version)).toEqual([])
})

test('null is the same as absent, for every member and inside every member', () => {
  expect(violations('2024-08', 'PublishVersionResponse', nulled(version))).toEqual([])
  const inside = Object.fromEntries(
    Object.entries<Json>(version).map(([name, of]) => [name, nulled(of)]),
  )
  expect(violations('2024-08', 'PublishVersionResponse', inside)).toEqual([])
  const nested = { Configuration: null, Code: { Location: null }, Tags: null, Concurrency: null }
  expect(violations('2024-08', 'GetFunctionResponse', nested)).toEqual([])
})

test('no member of a response is required', () => {
  expect(violations('2024-08', 'PublishLayerVersionResponse', {})).toEqual([])
})

test('a wrong type is a violation that names the place, both values and the source', () => {
  expect(violations('2024-08', 'PublishVersionResponse', { ...version, Version: 3 })).toEqual([
    {
      path: '/Version',
      keyword: 'type',
      expected: 'string or null',
      actual: '3',
      cite: { document: '000', section: 'Response Elements', member: 'Version' },
    },
  ])
})

test.each([
  ['PublishVersionResponse', '/LastModified', { LastModified: '2022-11-04 21:12:48' }],
  ['PublishVersionResponse', '/FunctionArn', { FunctionArn: 'orders' }],
  ['PublishVersionResponse', '/Description', { Description: 'x'.repeat(257) }],
  ['PublishVersionResponse', '/MemorySize', { MemorySize: 127 }],
  ['PublishVersionResponse', '/Architectures', { Architectures: [] }],
  ['PublishVersionResponse', '/Layers/0/CodeSize', { Layers: [{ CodeSize: '12' }] }],
  [
    'PublishVersionResponse',
    '/Environment/Variables/1st',
    { Environment: { Variables: { '1st': '' } } },
  ],
  ['PublishLayerVersionResponse', '/Version', { Version: '1' }],
  ['ErrorResponse', '/message', { message: { text: 'no' } }],
  ['PublishVersionRequest', '/Qualifier', { FunctionName: 'orders', Qualifier: '1' }],
  ['PublishVersionRequest', '/FunctionName', { Description: 'no name' }],
  ['PublishVersionRequest', '/RevisionId', { FunctionName: 'orders', RevisionId: null }],
  ['PublishVersionRequest', '/FunctionName', { FunctionName: '!orders' }],
  ['PublishLayerVersionRequest', '/LayerName', { LayerName: '!!! abc', Content: {} }],
  ['UpdateFunctionCodeRequest', '/ZipFile', { FunctionName: 'orders', ZipFile: 'no base64!' }],
  ['UpdateFunctionCodeRequest', '/S3Bucket', { FunctionName: 'orders', S3Bucket: 'bucket.' }],
  [
    'CreateFunctionRequest',
    '/KMSKeyArn',
    { FunctionName: 'a', Role: version.Role, Code: {}, KMSKeyArn: 'key' },
  ],
] as const)('in %s, %s is where the violation is', (schema, path, value) => {
  expect(violations('2024-08', schema, value).map((violation) => violation.path)).toEqual([path])
})

test.each([null, true, 1, 'text', []])('%j in place of an object is one violation', (value) => {
  expect(violations('2024-08', 'PublishVersionResponse', value)).toHaveLength(1)
})

test('limits differ from edition to edition', () => {
  const layer = { CompatibleRuntimes: Array<string>(6).fill('nodejs8.10') }
  expect(violations('2018-11', 'PublishLayerVersionResponse', layer)).toHaveLength(1)
  expect(violations('2024-08', 'PublishLayerVersionResponse', layer)).toEqual([])

  const large = { MemorySize: 32_768 }
  expect(violations('2024-08', 'PublishVersionResponse', large)).toHaveLength(1)
  expect(violations('2026-07', 'PublishVersionResponse', large)).toEqual([])
})

test('a value outside an enumeration of a response is information, not a violation', () => {
  const updated = { ...version, LastUpdateStatusReasonCode: 'Creating', Runtime: 'nodejs99.x' }

  expect(violations('2024-08', 'UpdateFunctionCodeResponse', updated)).toEqual([])
  expect(unknownValues('2024-08', 'UpdateFunctionCodeResponse', updated)).toEqual([
    { path: '/Runtime', value: 'nodejs99.x' },
    { path: '/LastUpdateStatusReasonCode', value: 'Creating' },
  ])
})

test('a value outside an enumeration of a request is a violation', () => {
  const request = { LayerName: 'tools', Content: {}, CompatibleRuntimes: ['nodejs99.x'] }
  const [violation] = violations('2024-08', 'PublishLayerVersionRequest', request)

  expect(violation).toMatchObject({ path: '/CompatibleRuntimes/0', actual: '"nodejs99.x"' })
  expect(violation?.expected).toMatch(/^one of nodejs, /)
})

test('a member that the edition does not know is information, not a violation', () => {
  const future = {
    ...version,
    'a/b': 1,
    Layers: [{ New: true }],
    Environment: { Variables: { A1: 'x' } },
  }

  expect(violations('2024-08', 'PublishVersionResponse', future)).toEqual([])
  expect(undocumentedMembers('2024-08', 'PublishVersionResponse', future)).toEqual([
    '/a~1b',
    '/Layers/0/New',
  ])
  expect(undocumentedMembers('2018-11', 'PublishVersionResponse', { State: 'Active' })).toEqual([
    '/State',
  ])
})

test('members named like those of every object are members like any other', () => {
  const hostile: Json = JSON.parse('{"__proto__":{"Version":3},"constructor":1,"hasOwnProperty":2}')

  expect(violations('2024-08', 'PublishVersionResponse', hostile)).toEqual([])
  expect(undocumentedMembers('2024-08', 'PublishVersionResponse', hostile)).toEqual([
    '/__proto__',
    '/constructor',
    '/hasOwnProperty',
  ])
  expect(violations('2024-08', 'PublishVersionRequest', hostile).map(({ path }) => path)).toEqual([
    '/FunctionName',
    '/__proto__',
    '/constructor',
    '/hasOwnProperty',
  ])
})

test('at most 20 violations are named, each cut to 200 characters', () => {
  const Versions = Array.from({ length: 300_000 }, () => ({ Timeout: 'x'.repeat(300) }))
  const found = violations('2024-08', 'ListVersionsByFunctionResponse', { Versions })

  expect(found).toHaveLength(20)
  expect(found[0]?.actual).toHaveLength(200)
})

test('a deeply nested value is looked at as far as it is known', () => {
  let deep: Json = 1
  for (let depth = 0; depth < 5_000; depth += 1) deep = { Layers: [deep] }

  expect(violations('2024-08', 'PublishVersionResponse', deep)).toEqual([])
  expect(undocumentedMembers('2024-08', 'PublishVersionResponse', deep)).toEqual([
    '/Layers/0/Layers',
  ])
})
