import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Driver } from './driver.ts'
import { httpDriver } from './http.ts'
import type { HttpDriverOptions } from './http.ts'
import { listen } from './raw-server.test-kit.ts'

type Seen = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { readonly body: string }

const credentials = {
  accessKeyId: 'AKIDPLANTED',
  secretAccessKey: 'SECRETPLANTED',
  sessionToken: 'TOKENPLANTED',
}

const serve = async (
  listener: RequestListener,
): Promise<{ origin: string; seen: Seen[]; sockets: () => number }> => {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      listener(request, response)
    })
  })
  let open = 0
  server.on('connection', (socket) => {
    open += 1
    socket.on('close', () => {
      open -= 1
    })
  })
  const origin = await listen(server)
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { origin, seen, sockets: () => open }
}

const drive = (endpoint: string, options: Partial<HttpDriverOptions> = {}): Driver => {
  const driver = httpDriver({
    endpoint,
    region: 'eu-west-1',
    edition: '2024-08',
    credentials,
    ...options,
  })
  onTestFinished(driver.close)
  return driver
}

const publish = {
  operation: 'PublishVersion',
  input: { FunctionName: 'f:1/$', Description: 'é' },
} as const

test('a call goes out with its exact path, signed, and comes back as a reply', async () => {
  const { origin, seen } = await serve((_, response) => {
    response.writeHead(201, { 'Content-Type': 'application/json', 'X-Twice': ['a', 'b'] })
    response.end('{"Version":"1"}')
  })
  const exchange = await drive(`${origin}/base/path/`).send(publish)
  expect(seen).toMatchObject([
    {
      method: 'POST',
      url: '/base/path/2015-03-31/functions/f%3A1%2F%24/versions',
      body: '{"Description":"é"}',
      headers: {
        host: origin.slice('http://'.length),
        'content-type': 'application/json',
        'accept-encoding': 'identity',
        'x-amz-security-token': 'TOKENPLANTED',
        authorization: expect.stringContaining('/eu-west-1/lambda/aws4_request'),
      },
    },
  ])
  expect(exchange.outcome).toMatchObject({
    kind: 'reply',
    status: 201,
    headers: { 'content-type': 'application/json', 'x-twice': 'a, b' },
    text: '{"Version":"1"}',
    body: { kind: 'json', value: { Version: '1' } },
  })
  expect(exchange.endedAtMs).toBeGreaterThanOrEqual(exchange.startedAtMs)
})

test('the request on record is what went out, without credentials', async () => {
  const { origin, seen } = await serve((_, response) => response.end())
  const { request } = await drive(`${origin}/base`).send(publish)
  expect(request.path).toBe(seen[0]?.url)
  expect(request.body).toBe(seen[0]?.body)
  for (const [name, value] of Object.entries(request.headers))
    expect(seen[0]?.headers[name]).toBe(value)
  expect(JSON.stringify(request)).not.toMatch(/PLANTED|authorization|x-amz/i)
})

test('user name, password, query and fragment of the endpoint are not used', async () => {
  const { origin, seen } = await serve((_, response) => response.end())
  const driver = drive(`${origin.replace('//', '//user:pass@')}/b/?q=1#f`)
  await driver.send(publish)
  expect(driver.endpoint).toBe(`${origin}/b`)
  expect(seen[0]?.url).toMatch(/^\/b\/2015-03-31\/[^?]*$/)
})

test('a reply without a body is empty, with 200 as with 204', async () => {
  for (const status of [200, 204]) {
    const { origin } = await serve((_, response) => response.writeHead(status).end())
    const { outcome } = await drive(origin).send({
      operation: 'DeleteFunction',
      input: { FunctionName: 'f' },
    })
    expect(outcome).toMatchObject({ kind: 'reply', status, text: '', body: { kind: 'empty' } })
  }
})

test('an HTML page is a reply that is not JSON', async () => {
  const { origin } = await serve((_, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
  })
  const { outcome } = await drive(origin).send(publish)
  expect(outcome).toMatchObject({ kind: 'reply', status: 502, body: { kind: 'not-json' } })
})

test('a redirect is a reply; nothing is sent to where it points', async () => {
  const elsewhere = await serve((_, response) => response.end())
  for (const status of [301, 302, 303, 307, 308]) {
    const { origin } = await serve((_, response) => {
      response.writeHead(status, { location: `${elsewhere.origin}/stolen` }).end()
    })
    const { outcome } = await drive(origin).send(publish)
    expect(outcome).toMatchObject({ kind: 'reply', status })
  }
  expect(elsewhere.seen).toEqual([])
})

test('many calls at once share a few connections', async () => {
  let most = 0
  const { origin, seen, sockets } = await serve((_, response) => {
    most = Math.max(most, sockets())
    setImmediate(() => response.end('{}'))
  })
  const driver = drive(origin, { connections: 3 })
  const exchanges = await Promise.all(Array.from({ length: 50 }, () => driver.send(publish)))
  expect(exchanges.every(({ outcome }) => outcome.kind === 'reply')).toBe(true)
  expect(seen).toHaveLength(50)
  expect(most).toBeLessThanOrEqual(3)
})

test('calls that wait for a connection do not run out of time while waiting', async () => {
  const { origin } = await serve(() => {})
  const driver = drive(origin, { connections: 2, timeoutMs: 200 })
  const exchanges = await Promise.all(Array.from({ length: 6 }, () => driver.send(publish)))
  const reasons = exchanges.map(({ outcome }) => (outcome.kind === 'lost' ? outcome.reason : ''))
  expect(reasons).toEqual(Array.from({ length: 6 }, () => 'timeout'))
})

test('a call that cannot be signed or sent is lost before it did anything, without a word of the secret', async () => {
  const { origin, seen } = await serve((_, response) => response.end())
  const broken = { ...credentials, sessionToken: 'TOKEN\r\nPLANTED' }
  const { outcome } = await drive(origin, { credentials: broken }).send(publish)
  expect(outcome).toMatchObject({ kind: 'lost', reason: 'unreachable' })
  expect(JSON.stringify(outcome)).not.toContain('PLANTED')
  expect(seen).toEqual([])
})

test('closing ends the calls under way and leaves no connection', async () => {
  let arrived: (() => void) | undefined
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const { origin, sockets } = await serve(() => arrived?.())
  const driver = drive(origin, { connections: 1 })
  const sending = [driver.send(publish), driver.send(publish)]
  await arrival
  await driver.close()
  const [underWay, waiting] = await Promise.all(sending)
  expect(underWay?.outcome).toMatchObject({ kind: 'lost', reason: 'connection-lost' })
  expect(waiting?.outcome).toMatchObject({ kind: 'lost', reason: 'unreachable' })
  await expect.poll(sockets).toBe(0)
})

test('a closed driver refuses calls, and closes again without harm', async () => {
  const { origin, seen } = await serve((_, response) => response.end())
  const driver = drive(origin)
  await driver.close()
  await driver.close()
  expect((await driver.send(publish)).outcome).toMatchObject({
    kind: 'lost',
    reason: 'unreachable',
  })
  expect(seen).toEqual([])
})

test('an idle connection is closed with the driver', async () => {
  const { origin, sockets } = await serve((_, response) => response.end())
  const driver = drive(origin)
  await driver.send(publish)
  expect(sockets()).toBe(1)
  await driver.close()
  await expect.poll(sockets).toBe(0)
})

test('the signal ends calls under way, and those to come', async () => {
  const abort = new AbortController()
  const { origin } = await serve(() => abort.abort())
  const driver = drive(origin, { signal: abort.signal })
  expect((await driver.send(publish)).outcome).toMatchObject({
    kind: 'lost',
    reason: 'connection-lost',
  })
  expect((await driver.send(publish)).outcome).toMatchObject({
    kind: 'lost',
    reason: 'unreachable',
  })
})

test('an interruption leaves a request that is under way two seconds, and those to come no more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const arrivals = new EventEmitter()
  const { origin } = await serve(() => void arrivals.emit('request'))
  const hurry = new AbortController()
  const driver = drive(origin, { timeoutMs: 60_000, hurry: hurry.signal })
  const [first] = [driver.send(publish), await once(arrivals, 'request')]
  hurry.abort()
  await vi.advanceTimersByTimeAsync(1_900)
  const [second] = [driver.send(publish), await once(arrivals, 'request')]
  await vi.advanceTimersByTimeAsync(100)
  expect((await first).outcome).toMatchObject({
    reason: 'connection-lost',
    message: 'given up after 2000 ms: the run was interrupted',
  })
  await vi.advanceTimersByTimeAsync(1_900)
  expect((await second).outcome).toMatchObject({
    reason: 'timeout',
    message: 'no complete reply within 2000 ms',
  })
})
