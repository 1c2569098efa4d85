import { afterAll, beforeAll, expect, test } from 'vitest'
import { curlLine } from './curl.ts'
import { startEcho, type Echo } from './echo-server.fixture.ts'
import { bash, isInstalled } from './shell.fixture.ts'

const hasCurl = isInstalled('curl')

let echo: Echo
beforeAll(async () => {
  echo = await startEcho()
})
afterAll(() => echo.close())

const send = async (method: string, path: string, body?: string) => {
  const request = body === undefined ? { method, path } : { method, path, body }
  const line = curlLine({ request }, { endpoint: echo.url, region: 'us-east-1' })
  await bash(line)
  return echo.last()
}

const bodies = [
  '{}',
  '{"Description":"it\'s $(touch /tmp/owned) `id` \\"quoted\\" \\\\ !!"}',
  '{"Description":"größer 日本語 🚀 \u202e\u009b"}',
  '@/etc/hostname',
  '{"a":1}\r\n\r\n',
  '',
  'not json \u0000 with NUL',
  JSON.stringify({ ZipFile: Buffer.alloc(150_000, 7).toString('base64') }),
]

test.runIf(hasCurl).each(bodies)('body %# arrives byte for byte', async (body) => {
  const got = await send('POST', '/2015-03-31/functions/f/versions', body)
  expect(got.method).toBe('POST')
  expect(got.body.equals(Buffer.from(body))).toBe(true)
  expect(got.headers['content-type']).toBe('application/json')
})

const paths = [
  '/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Af/versions?MaxItems=1&Marker=a%2Fb',
  '/base/2015-03-31/functions/../f%20%27/x/./y',
  '/2015-03-31/functions/[a-c]{1,2}/versions',
  "/2015-03-31/functions/$(id)'`id`/versions",
]

test.runIf(hasCurl).each(paths)('the path %s arrives as it is', async (path) => {
  const got = await send('GET', path)
  expect(got).toMatchObject({ method: 'GET', path })
  expect(got.body.length).toBe(0)
  expect(got.headers['content-type']).toBeUndefined()
})

test.runIf(hasCurl)(
  'the signature names the service, so that an emulator knows whom it is for',
  async () => {
    const got = await send('GET', '/2015-03-31/functions')
    expect(got.headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/us-east-1\/lambda\/aws4_request/,
    )
  },
)

test.runIf(hasCurl)('a DELETE goes out as one', async () => {
  expect(await send('DELETE', '/2015-03-31/functions/f')).toMatchObject({ method: 'DELETE' })
})

test('a remote endpoint is signed with the credentials of the reader, by name', () => {
  const request = { method: 'POST', path: '/2015-03-31/functions/f/versions', body: '{}' }
  expect(
    curlLine(
      { request },
      { endpoint: 'https://lambda.eu-west-1.amazonaws.com', region: 'eu-west-1' },
    ),
  ).toMatchInlineSnapshot(
    `"curl -sSi -X POST https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/f/versions --aws-sigv4 aws:amz:eu-west-1:lambda --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \${AWS_SESSION_TOKEN:+-Hx-amz-security-token:$AWS_SESSION_TOKEN} -H 'content-type: application/json' --data-raw '{}'"`,
  )
})
