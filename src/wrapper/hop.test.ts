import { expect, onTestFinished, test } from 'vitest'
import type { Call } from '../call.ts'
import type { Outcome, WireRequest } from '../drivers/driver.ts'
import { lost } from '../drivers/lost.ts'
import { openHop, type Hop } from './hop.ts'

const region = 'eu-west-1'
const credentials = { accessKeyId: 'ID', secretAccessKey: 'secret' }
const path = '/2015-03-31/functions/f/versions'
const publish: Call = { operation: 'PublishVersion', input: { FunctionName: 'f' } }
const update: Call = { operation: 'UpdateFunctionCode', input: { FunctionName: 'f' } }

const replyOf = (status: number, value: object): Outcome => ({
  kind: 'reply',
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'r' },
  text: JSON.stringify(value),
  body: { kind: 'json', value: value as never },
})

const version = {
  FunctionArn: 'arn:f:1',
  Version: '1',
  State: 'Active',
  LastUpdateStatus: 'Successful',
}
const latest = { ...version, FunctionArn: 'arn:f', Version: '$LATEST' }

/** A hop to a service that answers so, and what came there. */
const hopTo = async (answer: Outcome): Promise<{ hop: Hop; asked: WireRequest[] }> => {
  const asked: WireRequest[] = []
  const hop = await openHop({
    edition: '2024-08',
    pass: async (request) => {
      asked.push(request)
      return answer
    },
    target: { region, credentials },
    now: () => performance.now(),
  })
  onTestFinished(hop.close)
  return { hop, asked }
}

const signed = {
  authorization: `AWS4-HMAC-SHA256 Credential=ID/20260101/${region}/lambda/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
}

const post = (hop: Hop, headers: Record<string, string> = signed, at = path): Promise<Response> =>
  fetch(`${hop.url}${at}`, { method: 'POST', headers, body: '{"Description":"d"}' })

test('a request goes on as it came, without what belongs to the connection or to the client', async () => {
  const { hop, asked } = await hopTo(replyOf(201, version))
  hop.begin(publish)
  const response = await post(hop, { ...signed, 'x-amz-security-token': 'token', 'x-own': 'kept' })
  expect([response.status, await response.json()]).toEqual([201, version])
  expect(asked).toMatchObject([{ method: 'POST', path, body: '{"Description":"d"}' }])
  expect(asked[0]?.headers).toMatchObject({ 'x-own': 'kept' })
  expect(Object.keys(asked[0]?.headers ?? {})).not.toContain('authorization')
  const { wire } = await hop.end()
  expect(wire).toMatchObject([
    { call: { operation: 'PublishVersion', input: { Description: 'd' } }, signature: 'right' },
  ])
  expect(JSON.stringify(wire)).not.toMatch(/Signature=|"token"/)
})

test.each([
  ['missing', {}],
  ['wrong', { authorization: signed.authorization.replace(region, 'us-east-1') }],
  ['wrong', { authorization: signed.authorization.replace('ID', 'OTHER') }],
  ['wrong', { authorization: signed.authorization.replace('lambda', 's3') }],
  ['wrong', { authorization: 'Basic abc' }],
] as const)('a signature that is %s is called so', async (signature, headers) => {
  const { hop } = await hopTo(replyOf(201, version))
  hop.begin(publish)
  await post(hop, headers)
  expect((await hop.end()).wire).toMatchObject([{ signature }])
})

test('a request between two calls is a stray of the next', async () => {
  const { hop } = await hopTo(replyOf(201, version))
  await read(hop)
  hop.begin(publish)
  await post(hop)
  const { wire, strays } = await hop.end()
  expect([wire.length, strays.length]).toEqual([1, 1])
})

test.each([
  ['throttled-once', [429, 201], 1],
  ['throttled-once-retry-after', [429, 201], 1],
  ['throttled-always', [429, 429], 0],
  ['failed-once', [500, 201], 1],
  ['failed-always', [500, 500], 0],
  ['unavailable-once', [503, 201], 1],
  ['busy-once', [409, 201], 1],
  ['busy-always', [409, 409], 0],
] as const)('%s answers %j, and %i request gets through', async (fault, statuses, through) => {
  const { hop, asked } = await hopTo(replyOf(201, version))
  hop.begin({ ...publish, fault })
  const responses = [await post(hop), await post(hop)]
  expect(responses.map(({ status }) => status)).toEqual(statuses)
  expect(responses[0]?.headers.get('retry-after')).toBe(fault.endsWith('after') ? '1' : null)
  expect(asked.length).toBe(through)
  const { wire } = await hop.end()
  expect(wire.map(({ answered }) => answered !== undefined)).toEqual(
    statuses.map((status) => status === 201),
  )
})

test.each([
  ['reset-before-once', 0],
  ['reply-lost-once', 1],
  ['reply-cut-once', 1],
] as const)('%s ends the connection once, when %i request got through', async (fault, through) => {
  const { hop, asked } = await hopTo(replyOf(201, version))
  hop.begin({ ...publish, fault })
  await expect(post(hop).then((response) => response.text())).rejects.toThrow()
  expect(asked.length).toBe(through)
  expect((await post(hop)).status).toBe(201)
  const { wire } = await hop.end()
  expect(wire.map(({ given, fault: struck }) => [given.kind, struck])).toEqual([
    ['lost', fault],
    ['reply', undefined],
  ])
})

test('a fault strikes no request for another operation', async () => {
  const { hop } = await hopTo(replyOf(200, latest))
  hop.begin({ ...update, fault: 'throttled-always' })
  expect((await fetch(`${hop.url}/2015-03-31/functions/f/configuration`)).status).toBe(200)
})

const put = (hop: Hop): Promise<Response> =>
  fetch(`${hop.url}/2015-03-31/functions/f/code`, { method: 'PUT', body: '{}' })
const read = (hop: Hop): Promise<Response> =>
  fetch(`${hop.url}/2015-03-31/functions/f/configuration`)
const statusIn = async (response: Response): Promise<unknown> =>
  JSON.parse(await response.text()).LastUpdateStatus

test('a function that settles late is in progress in the update and in two reads', async () => {
  const { hop } = await hopTo(replyOf(200, latest))
  hop.begin({ ...update, fault: 'settles-late' })
  const seen = [await put(hop), await read(hop), await read(hop), await read(hop)]
  expect(await Promise.all(seen.map(statusIn))).toEqual([
    'InProgress',
    'InProgress',
    'InProgress',
    'Successful',
  ])
})

test('reads before the update show the function as it is', async () => {
  const { hop } = await hopTo(replyOf(200, latest))
  hop.begin({ ...update, fault: 'settles-late' })
  const seen = [await read(hop), await read(hop), await put(hop), await read(hop)]
  expect(await Promise.all(seen.map(statusIn))).toEqual([
    'Successful',
    'Successful',
    'InProgress',
    'InProgress',
  ])
})

test('an update that fails is in progress first and failed in every read', async () => {
  const { hop } = await hopTo(replyOf(200, latest))
  hop.begin({ ...update, fault: 'fails-to-settle' })
  const seen = [await put(hop), await read(hop), await read(hop)]
  expect(await Promise.all(seen.map(statusIn))).toEqual(['InProgress', 'Failed', 'Failed'])
})

test('where the service does not answer the client is not answered either', async () => {
  const { hop } = await hopTo(lost('timeout', 'no reply'))
  hop.begin(publish)
  await expect(post(hop)).rejects.toThrow()
  expect((await hop.end()).wire).toMatchObject([{ given: { kind: 'lost', reason: 'timeout' } }])
})

test.each([
  ['another function', 'POST', path.replace('/f/', '/g/'), 403],
  ['something that the service does not have', 'POST', '/2017-03-31/tags/f', 403],
  [
    'the function by its ARN',
    'POST',
    path.replace('/f/', '/arn%3Aaws%3Alambda%3Ar%3A1%3Afunction%3Af/'),
    201,
  ],
  ['another function, to read it', 'GET', '/2015-03-31/functions/g', 201],
])('a request for %s (%s %s) is answered %i', async (_, method, at, status) => {
  const { hop, asked } = await hopTo(replyOf(201, version))
  hop.begin(publish)
  expect((await fetch(`${hop.url}${at}`, { method })).status).toBe(status)
  expect(asked.length).toBe(status === 403 ? 0 : 1)
})

test('a request without a call changes nothing', async () => {
  const { hop, asked } = await hopTo(replyOf(201, version))
  expect((await post(hop)).status).toBe(403)
  expect(asked).toEqual([])
})

test('a storm of requests is noted up to a thousand', async () => {
  const { hop } = await hopTo(replyOf(201, {}))
  hop.begin(publish)
  for (let sent = 0; sent < 1_010; sent += 1) await (await post(hop)).arrayBuffer()
  expect((await hop.end()).wire.length).toBe(1_000)
})

test('a client gets a link that the service signed, and nobody else does', async () => {
  const body = { Code: { Location: 'https://b/p?versionId=1&X-Amz-Signature=planted' } }
  const { hop } = await hopTo(replyOf(200, body))
  hop.begin(publish)
  expect(await (await post(hop)).json()).toEqual(body)
  const { wire } = await hop.end()
  expect(wire).toHaveLength(1)
  expect(JSON.stringify(wire)).toContain('versionId=1&X-Amz-Signature=REDACTED')
  expect(JSON.stringify(wire)).not.toContain('planted')
})
