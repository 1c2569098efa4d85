import * as sdk from '@aws-sdk/client-lambda'
import { expect, test } from 'vitest'
import { operationNames } from '../../spec/operations.ts'
import { createSigner } from './sign.ts'

type Captured = {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'token',
}
const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:f'

/** What the SDK would have put on the wire. */
const captured = async (
  send: (client: sdk.LambdaClient) => Promise<unknown>,
): Promise<Captured> => {
  let seen: Captured | undefined
  const client = new sdk.LambdaClient({
    region: 'eu-west-1',
    endpoint: 'http://127.0.0.1:9001/base',
    credentials,
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: Captured) => {
        seen = request
        throw new Error('captured')
      },
    },
  })
  await send(client).catch(() => {})
  if (seen === undefined) throw new Error('the SDK sent nothing')
  return seen
}

const dateOf = (amzDate = ''): Date =>
  new Date(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

type Send = (client: sdk.LambdaClient) => Promise<unknown>

const qualified = `${arn}:$LATEST`
const layer = 'arn:aws:lambda:eu-west-1:123456789012:layer:l'
const zip = Buffer.from([80, 75, 5, 6, 255, 254])

/** Every operation that has a name in its path, by what the name is given as. */
const byName = (name: string): readonly (readonly [string, Send])[] => [
  ['PublishVersion', (c) => c.send(new sdk.PublishVersionCommand({ FunctionName: name }))],
  [
    'UpdateFunctionCode',
    (c) => c.send(new sdk.UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: zip })),
  ],
  ['GetFunction', (c) => c.send(new sdk.GetFunctionCommand({ FunctionName: name }))],
  [
    'GetFunctionConfiguration',
    (c) => c.send(new sdk.GetFunctionConfigurationCommand({ FunctionName: name })),
  ],
  [
    'UpdateFunctionConfiguration',
    (c) => c.send(new sdk.UpdateFunctionConfigurationCommand({ FunctionName: name, Timeout: 4 })),
  ],
  [
    'ListVersionsByFunction',
    (c) => c.send(new sdk.ListVersionsByFunctionCommand({ FunctionName: name, MaxItems: 2 })),
  ],
  [
    'CreateAlias',
    (c) =>
      c.send(new sdk.CreateAliasCommand({ FunctionName: name, Name: 'a', FunctionVersion: '1' })),
  ],
  ['GetAlias', (c) => c.send(new sdk.GetAliasCommand({ FunctionName: name, Name: 'a' }))],
  ['UpdateAlias', (c) => c.send(new sdk.UpdateAliasCommand({ FunctionName: name, Name: 'a' }))],
  ['DeleteAlias', (c) => c.send(new sdk.DeleteAliasCommand({ FunctionName: name, Name: 'a' }))],
  [
    'AddPermission',
    (c) =>
      c.send(
        new sdk.AddPermissionCommand({
          FunctionName: name,
          StatementId: 's',
          Action: 'lambda:GetFunction',
          Principal: '123456789012',
          Qualifier: '$LATEST',
        }),
      ),
  ],
  [
    'RemovePermission',
    (c) => c.send(new sdk.RemovePermissionCommand({ FunctionName: name, StatementId: 's' })),
  ],
  ['GetPolicy', (c) => c.send(new sdk.GetPolicyCommand({ FunctionName: name }))],
  ['DeleteFunction', (c) => c.send(new sdk.DeleteFunctionCommand({ FunctionName: name }))],
]

const byLayer = (name: string): readonly (readonly [string, Send])[] => [
  [
    'PublishLayerVersion',
    (c) =>
      c.send(new sdk.PublishLayerVersionCommand({ LayerName: name, Content: { ZipFile: zip } })),
  ],
  [
    'GetLayerVersion',
    (c) => c.send(new sdk.GetLayerVersionCommand({ LayerName: name, VersionNumber: 1 })),
  ],
  [
    'ListLayerVersions',
    (c) => c.send(new sdk.ListLayerVersionsCommand({ LayerName: name, MaxItems: 2 })),
  ],
  [
    'DeleteLayerVersion',
    (c) => c.send(new sdk.DeleteLayerVersionCommand({ LayerName: name, VersionNumber: 1 })),
  ],
]

const under =
  (what: string) =>
  ([operation, send]: readonly [string, Send]) =>
    [operation, what, send] as const

const cases: readonly (readonly [string, string, Send])[] = [
  ...byName('f').map(under('a bare name')),
  ...byName(arn).map(under('an ARN')),
  ...byName(qualified).map(under('an ARN with a qualifier')),
  ...byLayer('l').map(under('a bare name')),
  ...byLayer(layer).map(under('an ARN')),
  [
    'CreateFunction',
    'non-ASCII text in the body',
    (c) =>
      c.send(
        new sdk.CreateFunctionCommand({
          FunctionName: 'f',
          Role: 'arn:aws:iam::123456789012:role/r',
          Code: { ZipFile: zip },
          Description: 'grün ሴ 😀',
          Environment: { Variables: { A: 'ß' } },
        }),
      ),
  ],
  [
    'GetFunction',
    'special characters in the query',
    (c) =>
      c.send(
        new sdk.GetFunctionCommand({ FunctionName: 'f', Qualifier: "$a b&c=d+e/f?g'(h)*!~ü" }),
      ),
  ],
  [
    'ListVersionsByFunction',
    'an equals sign at the end of the query',
    (c) => c.send(new sdk.ListVersionsByFunctionCommand({ FunctionName: 'f', Marker: 'YQ==' })),
  ],
  [
    'RemovePermission',
    'special characters in the path',
    (c) => c.send(new sdk.RemovePermissionCommand({ FunctionName: 'f', StatementId: "a/b!'(c)*" })),
  ],
]

test('every operation is signed as the SDK signs it', () => {
  expect(new Set(cases.map(([operation]) => operation))).toEqual(new Set(operationNames))
})

test.each(cases)("%s with %s gets the SDK's own signature", async (_, _with, send) => {
  const request = await captured(send)
  const { authorization, 'x-amz-date': amzDate, ...headers } = request.headers
  const query = Object.entries(request.query ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  )
  const signed = await createSigner('eu-west-1', credentials)(
    {
      method: request.method,
      path: query.length === 0 ? request.path : `${request.path}?${query.join('&')}`,
      headers,
      ...(request.body === undefined ? {} : { body: request.body }),
    },
    dateOf(amzDate),
  )
  expect(authorization).toMatch(/Signature=[0-9a-f]{64}$/)
  expect(signed['authorization']).toBe(authorization)
  expect(signed['x-amz-date']).toBe(amzDate)
})

// Clients behind a proxy write their own requests, and may leave such characters as they are.
test('marks that stand plainly in a query mean what they mean encoded', async () => {
  const sign = createSigner('eu-west-1', credentials)
  const signatureFor = async (path: string) =>
    (await sign({ method: 'GET', path, headers: { host: 'h' } }, new Date(0)))['authorization']
  expect(await signatureFor('/f?Marker=YQ==')).toBe(await signatureFor('/f?Marker=YQ%3D%3D'))
  expect(await signatureFor('/f?Marker=a?b')).toBe(await signatureFor('/f?Marker=a%3Fb'))
  expect(await signatureFor('/f?Marker=a?b')).not.toBe(await signatureFor('/f?Marker=a'))
})

test('the request that was signed stays as it was', async () => {
  const request = { method: 'GET', path: '/x?a=1', headers: { host: 'h' } }
  await createSigner('eu-west-1', credentials)(request)
  expect(request).toEqual({ method: 'GET', path: '/x?a=1', headers: { host: 'h' } })
})

test('accept-encoding is not signed, the host and the body are', async () => {
  const sign = createSigner('eu-west-1', credentials)
  const at = new Date(0)
  const base = { method: 'POST', path: '/x', headers: { host: 'h' }, body: '{}' }
  const signature = async (request: Parameters<typeof sign>[0]) =>
    (await sign(request, at))['authorization']
  const usual = await signature(base)
  expect(await signature({ ...base, headers: { host: 'h', 'accept-encoding': 'br' } })).toBe(usual)
  expect(await signature({ ...base, headers: { host: 'other' } })).not.toBe(usual)
  expect(await signature({ ...base, body: '{"a":1}' })).not.toBe(usual)
})
