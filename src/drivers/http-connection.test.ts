import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import {
  answered,
  call,
  drive,
  listen,
  lostFor,
  ok,
  sendTo,
  serve,
  soon,
} from './raw-server.test-kit.ts'

test('where nothing listens, the endpoint is unreachable', async () => {
  const server = createServer()
  const endpoint = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  expect(await sendTo(endpoint)).toEqual(lostFor('unreachable'))
})

test('a name that does not resolve is unreachable', async () => {
  expect(await sendTo('http://nowhere.invalid:9')).toEqual(lostFor('unreachable'))
})

test('a server that does not speak TLS is unreachable over https', async () => {
  const endpoint = await serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  expect(await sendTo(endpoint.replace('http:', 'https:'))).toEqual(lostFor('unreachable'))
})

test('a handshake that never ends is unreachable', async () => {
  const endpoint = (await serve(() => {})).replace('http:', 'https:')
  expect(await sendTo(endpoint, soon)).toEqual(lostFor('unreachable'))
})

test('a connection still being made is ended with the driver', async () => {
  let isClosed = false
  let arrived: (() => void) | undefined
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const endpoint = await serve((socket) => {
    socket.on('close', () => (isClosed = true))
    arrived?.()
  })
  const driver = drive(endpoint.replace('http:', 'https:'))
  const sending = driver.send(call)
  await arrival
  await driver.close()
  expect((await sending).outcome).toEqual(lostFor('unreachable'))
  await expect.poll(() => isClosed).toBe(true)
})

test('silence runs out of time', async () => {
  expect(await answered('', soon)).toEqual(lostFor('timeout'))
})

test('silence in the middle of a reply runs out of time', async () => {
  expect(await answered('HTTP/1.1 200 OK\r\ncontent-le', soon)).toEqual(lostFor('timeout'))
  expect(await answered('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{', soon)).toEqual(
    lostFor('timeout'),
  )
})

test('one byte at a time, for ever, runs out of time', async () => {
  for (const start of [
    'HTTP/1.1 200 OK\r\nx: ',
    'HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n',
  ]) {
    const endpoint = await serve((socket) => {
      socket.write(start)
      const drip = setInterval(() => socket.write('a'), 5)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await sendTo(endpoint, soon)).toEqual(lostFor('timeout'))
  }
})

test('a connection closed or reset at accept is lost', async () => {
  // A reset may overtake the handshake, in the client's eyes: then nothing was sent.
  const either = /^(unreachable|connection-lost)$/
  for (const end of [
    (socket: Socket) => socket.end(),
    (socket: Socket) => socket.resetAndDestroy(),
  ]) {
    expect(await sendTo(await serve(end, 'accept'))).toMatchObject({
      reason: expect.stringMatching(either),
    })
  }
})

test('a connection closed or reset after the request is lost', async () => {
  expect(await sendTo(await serve((socket) => socket.end()))).toEqual(lostFor('connection-lost'))
  expect(await sendTo(await serve((socket) => socket.resetAndDestroy()))).toEqual(
    lostFor('connection-lost'),
  )
})

test('a connection reset in the middle of the reply is lost', async () => {
  for (const head of [
    'content-length: 100',
    'transfer-encoding: chunked',
    'content-length: 100\r\nconnection: close',
    // Without a length the end of the connection is the end of the body: a reset must not pass for it.
    'connection: close',
  ]) {
    const endpoint = await serve((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n2\r\n{}`, () =>
        setTimeout(() => socket.resetAndDestroy(), 20),
      )
    })
    expect(await sendTo(endpoint)).toEqual(lostFor('connection-lost'))
  }
})

test('a kept connection that the server has closed meanwhile costs no more than that call', async () => {
  const endpoint = await serve((socket) => socket.end(ok('{}')))
  const driver = drive(endpoint)
  const got: string[] = []
  for (let n = 0; n < 5; n += 1) {
    const { outcome } = await driver.send(call)
    got.push(outcome.kind === 'lost' ? outcome.reason : outcome.text)
  }
  expect(got.filter((one) => one !== '{}' && one !== 'connection-lost')).toEqual([])
  expect(got[0]).toBe('{}')
})

test('what is not HTTP is said to be so', async () => {
  for (const garbage of [
    'SSH-2.0-OpenSSH_9.2\r\n',
    '\u0000\u0001\u0002\u0003',
    '{"Version":"1"}',
    'HTTP/9.9 200 OK\r\n\r\n',
    'HTTP/1.1 99999 OK\r\n\r\n',
    'HTTP/1.1 200 OK\r\nno colon\r\n\r\n',
    'HTTP/1.1 200 OK\r\nbad\u0000name: x\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: abc\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n-1\r\n{}\r\n',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}too long\r\n',
  ]) {
    expect({ garbage, outcome: await answered(garbage, { timeoutMs: 2000 }) }).toEqual({
      garbage,
      outcome: lostFor('not-http'),
    })
  }
})

test('garbage that comes before any request does no harm', async () => {
  const endpoint = await serve((socket) => socket.write('220 mail ready\r\n'), 'accept')
  expect(await sendTo(endpoint, { timeoutMs: 500 })).toMatchObject({ kind: 'lost' })
})

test('an interim reply is passed over', async () => {
  const hints = 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'
  expect(await answered(Buffer.concat([Buffer.from(hints.repeat(3)), ok('{}')]))).toMatchObject({
    kind: 'reply',
    status: 200,
  })
})

test('a 100 Continue or a change of protocol that nobody asked for is not HTTP', async () => {
  expect(
    await answered(Buffer.concat([Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'), ok('{}')])),
  ).toEqual(lostFor('not-http'))
  expect(
    await answered(
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    ),
  ).toEqual(lostFor('not-http'))
})

test('after every kind of failure the driver goes on with the next call', async () => {
  const answers = [
    (socket: Socket) => socket.resetAndDestroy(),
    (socket: Socket) => socket.write('garbage'),
    (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'),
    (socket: Socket) => socket.write(ok('1'.repeat(2000))),
    (socket: Socket) => socket.write(ok('{"a":1}')),
  ]
  const endpoint = await serve((socket) => answers.shift()?.(socket))
  const driver = drive(endpoint, { ...soon, maxReplyBytes: 1000 })
  const got: string[] = []
  for (let n = 0; n < 5; n += 1) {
    const { outcome } = await driver.send(call)
    got.push(outcome.kind === 'lost' ? outcome.reason : outcome.text)
  }
  expect(got).toEqual(['connection-lost', 'not-http', 'timeout', 'too-large', '{"a":1}'])
})
