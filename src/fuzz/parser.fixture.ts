import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { decompress } from '../drivers/decompress.ts'
import { httpDriver } from '../drivers/http.ts'
import { lost } from '../drivers/lost.ts'
import { readBody } from '../drivers/read-reply.ts'
import { redact, redactHeaders } from '../drivers/redact.ts'
import { learnSecrets } from '../drivers/secrets.ts'
import { bodyOf, errorMessage, errorName, headerErrorName, shownIn } from '../model/reply.ts'
import { target, type Target } from './target.fixture.ts'
import { anyCall, anyJson, anyReply, hostileText } from './values.fixture.ts'

const maxBytes = 4_096

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  hostileText.map((text) => Buffer.from(text)),
  anyJson.map((value) => Buffer.from(JSON.stringify(value))),
  fc
    .tuple(fc.constantFrom('[', '{"a":', '{"a":[', '"\\', ','), fc.nat(600))
    .map(([text, n]) => Buffer.from(text.repeat(n))),
)

const packed = fc.tuple(
  bytes,
  fc.constantFrom<(bytes: Uint8Array) => Uint8Array>(
    gzipSync,
    deflateSync,
    brotliCompressSync,
    (each) => each,
    (each) => gzipSync(each).subarray(0, 12),
  ),
)

const encoding = fc.oneof(
  fc.constantFrom('gzip', 'x-gzip', 'deflate', 'br', 'identity', '', ' GZIP ', 'gzip, br'),
  hostileText,
)

const secret = 'pl4nted/wJalr+XUtn=FEMI'

/** What raw bytes a subject may send, from nearly right to anything. */
const wire: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  fc
    .record({
      line: fc.oneof(
        {
          weight: 5,
          arbitrary: fc.constantFrom('HTTP/1.1 200 OK', 'HTTP/1.1 404 x', 'HTTP/1.0 201'),
        },
        fc.constantFrom(
          'HTTP/1.1 204 x',
          'HTTP/1.1 100 x',
          'HTTP/1.1 999 x',
          'HTTP/2 200',
          'HTTP/1.1 20',
        ),
        hostileText,
      ),
      headers: fc.array(
        fc.oneof(
          fc.constantFrom(
            'content-length: 2',
            'content-length: 0',
            'content-length: -1',
            'content-length: 99',
            'transfer-encoding: chunked',
            'content-encoding: gzip',
            'connection: close',
            'connection: upgrade',
            'retry-after: 1e9',
            'x-amzn-errortype: __proto__',
            ': x',
            'x',
          ),
          fc.tuple(hostileText, hostileText).map(([name, value]) => `${name}: ${value}`),
        ),
        { maxLength: 4 },
      ),
      end: fc.constantFrom('\r\n\r\n', '\n\n', '\r\n', ''),
      body: fc.oneof(
        bytes,
        fc.constantFrom(Buffer.from('{}'), Buffer.from('2\r\n{}\r\n0\r\n\r\n')),
      ),
    })
    .map(({ line, headers, end, body }) =>
      Buffer.concat([Buffer.from([line, ...headers].join('\r\n') + end, 'latin1'), body]),
    ),
)

type Speaker = {
  readonly port: number
  say: (bytes: Uint8Array) => void
  close: () => Promise<void>
}

/** Says the same to whoever asks, and hangs up. */
const speaker = async (): Promise<Speaker> => {
  let said: Uint8Array = Buffer.alloc(0)
  const sockets = new Set<Socket>()
  const server: Server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.once('data', () => socket.end(said))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    say: (next) => {
      said = next
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const overASocket: Target = {
  name: 'whatever comes over a socket is a reply or a lost one, in its time',
  cost: 'dear',
  run: async (cases, seed) => {
    const subject = await speaker()
    const driver = httpDriver({
      endpoint: `http://127.0.0.1:${subject.port}`,
      region: 'eu-west-1',
      edition: '2024-08',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      timeoutMs: 2_000,
      maxReplyBytes: maxBytes,
      connections: 1,
    })
    try {
      const property = fc.asyncProperty(anyCall, wire, async (call, bytesSaid) => {
        subject.say(bytesSaid)
        const { outcome } = await driver.send(call)
        if (outcome.kind !== 'lost') return
        if (outcome.reason === 'unreachable') throw new Error(outcome.message)
        if (/\p{Cc}/u.test(outcome.message)) throw new Error('a message of more than one line')
      })
      await fc.assert(property, { numRuns: cases, seed })
    } finally {
      await driver.close()
      await subject.close()
    }
  },
}

export const parserTargets: readonly Target[] = [
  target(
    'any bytes are a text with a body, and what is JSON comes out as it went in',
    'cheap',
    fc.property(bytes, anyJson, (raw, value) => {
      const { body } = readBody(raw)
      if (body.kind === 'not-json' && /\p{Cc}/u.test(body.why)) throw new Error(body.why)
      const text = JSON.stringify(value)
      const read = readBody(Buffer.from(text)).body
      if (read.kind !== 'json' || JSON.stringify(read.value) !== text) throw new Error('changed')
    }),
  ),
  target(
    'a reply has a name of its error and a message, or none',
    'cheap',
    fc.property(anyReply, (reply) => {
      if (reply.kind !== 'reply') return
      bodyOf(reply)
      errorName(reply)
      headerErrorName(reply)
      errorMessage(reply)
      shownIn(reply)
    }),
  ),
  target('a lost reply says why in one line', 'cheap', () =>
    fc.property(hostileText, (text) => {
      if (/[\p{Cc}\p{Zl}]/u.test(lost('not-http', text).message)) throw new Error('two lines')
    }),
  ),
  target('what was compressed comes out, or is too large or unreadable', 'cheap', () =>
    fc.asyncProperty(packed, encoding, async ([content, pack], name) => {
      const out = await decompress(pack(content), name, maxBytes)
      if (out.kind === 'bytes' && name.trim() === 'gzip' && out.bytes.length > maxBytes) {
        throw new Error('more than the limit')
      }
    }),
  ),
  target('no secret survives between any texts, and a second time changes nothing', 'cheap', () => {
    learnSecrets([secret])
    const ways = fc.constantFrom<(text: string) => string>(
      (text) => text,
      encodeURIComponent,
      (text) => JSON.stringify(text.replaceAll('/', String.raw`\/`)).slice(1, -1),
      (text) => text.replaceAll('+', String.raw`\u002b`).replaceAll('/', '&#x2F;'),
    )
    return fc.property(hostileText, hostileText, ways, (before, after, way) => {
      const clean = redact(`${before}${way(secret)}${after}`)
      if (!clean.includes('REDACTED') || clean.includes('wJalr')) throw new Error(clean)
      if (redact(clean) !== clean) throw new Error('not the same a second time')
      redactHeaders({ [before]: after }, redact)
    })
  }),
  target('what is JSON stays JSON without its secrets', 'cheap', () => {
    learnSecrets([secret])
    return fc.property(anyJson, hostileText, fc.nat(3), (value, text, levels) => {
      let json = JSON.stringify({ value, [secret + text]: text + secret, [text]: secret })
      for (let level = 0; level < levels; level += 1) json = JSON.stringify({ json })
      const clean = redact(json)
      JSON.parse(clean)
      if (clean.includes('wJalr')) throw new Error(clean)
    })
  }),
  overASocket,
]
