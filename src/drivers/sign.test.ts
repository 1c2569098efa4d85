import { GetFunctionCommand, LambdaClient, PublishVersionCommand } from '@aws-sdk/client-lambda'
import { expect, test } from 'vitest'
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
const captured = async (send: (client: LambdaClient) => Promise<unknown>): Promise<Captured> => {
  let seen: Captured | undefined
  const client = new LambdaClient({
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

const cases: readonly (readonly [string, (client: LambdaClient) => Promise<unknown>])[] = [
  [
    'an ARN in the path',
    (c) => c.send(new PublishVersionCommand({ FunctionName: arn, Description: 'ü' })),
  ],
  [
    'a query',
    (c) => c.send(new GetFunctionCommand({ FunctionName: `${arn}:$LATEST`, Qualifier: '$LATEST' })),
  ],
]

test.each(cases)("a request with %s gets the SDK's own signature", async (_, send) => {
  const sdk = await captured(send)
  const query = Object.entries(sdk.query ?? {}).map(([k, v]) => `${k}=${encodeURIComponent(v)}`)
  const { authorization, 'x-amz-date': amzDate, ...headers } = sdk.headers
  const signed = await createSigner('eu-west-1', credentials)(
    {
      method: sdk.method,
      path: query.length === 0 ? sdk.path : `${sdk.path}?${query.join('&')}`,
      headers,
      ...(sdk.body === undefined ? {} : { body: sdk.body }),
    },
    dateOf(amzDate),
  )
  expect(sdk.path).toContain('%3Afunction%3Af')
  expect(signed['authorization']).toBe(authorization)
  expect(signed['x-amz-date']).toBe(amzDate)
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
