import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  answered,
  call,
  drive,
  forEver,
  lostFor,
  ok,
  sendTo,
  serve,
} from './raw-server.test-kit.ts'

test('a body without end is too large', async () => {
  for (const [head, chunk] of [
    ['transfer-encoding: chunked', '1000\r\n' + 'a'.repeat(4096) + '\r\n'],
    ['transfer-encoding: chunked', '1\r\na\r\n'.repeat(1000)],
    ['content-length: 99999999999', 'a'.repeat(4096)],
    ['connection: close', 'a'.repeat(4096)],
  ]) {
    const endpoint = await serve((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`)
      forEver(socket, chunk ?? '')
    })
    expect(await sendTo(endpoint, { maxReplyBytes: 100_000 })).toEqual(lostFor('too-large'))
  }
})

test('a body of the very limit is read', async () => {
  expect(await answered(ok('1'.repeat(1000)), { maxReplyBytes: 1000 })).toMatchObject({
    kind: 'reply',
  })
  expect(await answered(ok('1'.repeat(1001)), { maxReplyBytes: 1000 })).toEqual(
    lostFor('too-large'),
  )
})

test('a body shorter than its content-length is a lost connection', async () => {
  expect(await answered('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{}', {}, 'hang-up')).toEqual(
    lostFor('connection-lost'),
  )
  expect(
    await answered(
      'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 100\r\n\r\n{}',
      {},
      'hang-up',
    ),
  ).toEqual(lostFor('connection-lost'))
})

test('a chunked body that breaks off is a lost connection', async () => {
  for (const connection of ['close', 'keep-alive']) {
    const head = `HTTP/1.1 200 OK\r\nconnection: ${connection}\r\ntransfer-encoding: chunked\r\n\r\n`
    expect(await answered(`${head}5\r\n{"a"`, {}, 'hang-up')).toEqual(lostFor('connection-lost'))
  }
})

test('a body that ends with the connection is read to its end', async () => {
  expect(await answered('HTTP/1.0 200 OK\r\n\r\n{"a":1}', {}, 'hang-up')).toMatchObject({
    body: { kind: 'json', value: { a: 1 } },
  })
})

test('a body longer than its content-length is cut there, and its rest is no reply to the next call', async () => {
  const endpoint = await serve((socket) =>
    socket.write(Buffer.concat([ok('{"a":1}'), ok('{"a":2}')])),
  )
  const driver = drive(endpoint)
  for (let n = 0; n < 3; n += 1) {
    expect((await driver.send(call)).outcome).toMatchObject({
      body: { kind: 'json', value: { a: 1 } },
    })
  }
})

test('interim replies without end are too large', async () => {
  const endpoint = await serve((socket) => forEver(socket, 'HTTP/1.1 102 Processing\r\n\r\n'))
  expect(await sendTo(endpoint)).toEqual(lostFor('too-large'))
})

test('headers that are too many or too long are too large', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `x${n}: ${n}\r\n`).join('')
  expect(await answered(ok('{}', many))).toEqual(lostFor('too-large'))
  expect(await answered(ok('{}', 'a: b\r\n'.repeat(1000)))).toEqual(lostFor('too-large'))
  expect(await answered(ok('{}', `x: ${'a'.repeat(100_000)}\r\n`))).toEqual(lostFor('too-large'))
  const endless = await serve((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    forEver(socket, 'x: y\r\n'.repeat(100))
  })
  expect(await sendTo(endless)).toEqual(lostFor('too-large'))
})

test('trailers without end are too large', async () => {
  const endpoint = await serve((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n')
    forEver(socket, 'x: y\r\n'.repeat(100))
  })
  expect(await sendTo(endpoint)).toEqual(lostFor('too-large'))
})

test('headers named like the members of every object are plain members', async () => {
  const outcome = await answered(ok('{}', '__proto__: a\r\n__proto__: b\r\nconstructor: c\r\n'))
  if (outcome.kind === 'lost') throw new Error(outcome.message)
  expect(Object.entries(outcome.headers)).toEqual([
    ['content-length', '2'],
    ['__proto__', 'a, b'],
    ['constructor', 'c'],
  ])
})

test('a compressed reply is read, up to the limit of what comes out', async () => {
  const small = '{"a":1}'
  expect(await answered(ok(gzipSync(small), 'content-encoding: gzip\r\n'))).toMatchObject({
    text: small,
    body: { kind: 'json', value: { a: 1 } },
  })
  const limit = { maxReplyBytes: 1_000_000 }
  const zeros = Buffer.alloc(100_000_000)
  expect(await answered(ok(gzipSync(zeros), 'content-encoding: gzip\r\n'), limit)).toEqual(
    lostFor('too-large'),
  )
  expect(
    await answered(
      ok(brotliCompressSync(zeros.subarray(0, 10_000_000)), 'content-encoding: br\r\n'),
      limit,
    ),
  ).toEqual(lostFor('too-large'))
})

test('a compressed reply that cannot be read is not JSON', async () => {
  for (const encoding of ['gzip', 'zstd', 'gzip, br']) {
    expect(await answered(ok('{}', `content-encoding: ${encoding}\r\n`))).toMatchObject({
      kind: 'reply',
      body: { kind: 'not-json' },
    })
  }
})

test('bodies of every kind come back as what they are', async () => {
  const kinds = [
    ['\uFEFF{}', 'json'],
    [Buffer.from([0x22, 0xff, 0x22]), 'json'],
    ['{"__proto__":{"a":1}}', 'json'],
    ['"\\ud800"', 'json'],
    ['['.repeat(100_000), 'not-json'],
    ['['.repeat(100_000) + ']'.repeat(100_000), 'not-json'],
    [Buffer.from('{"a":1}', 'utf16le'), 'not-json'],
    ['<?xml version="1.0"?><a/>', 'not-json'],
    ['{}{}', 'not-json'],
    ['', 'empty'],
  ] as const
  for (const [body, kind] of kinds) {
    expect(await answered(ok(body))).toMatchObject({ kind: 'reply', status: 200, body: { kind } })
  }
})
