import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import type { Driver, LostReply, Outcome } from './driver.ts'
import { httpDriver } from './http.ts'
import type { HttpDriverOptions } from './http.ts'

export type Options = Partial<HttpDriverOptions>

/** Opens a server on a free port; its origin. */
export const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

/** A server by the bytes it sends: it is given each connection, at accept or once a request is there. */
export const serve = async (
  onConnection: (socket: Socket) => void,
  after: 'accept' | 'request' = 'request',
): Promise<string> => {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    if (after === 'accept') onConnection(socket)
    else socket.once('data', () => onConnection(socket))
  })
  const origin = await listen(server)
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return origin
}

export const call = { operation: 'GetFunction', input: { FunctionName: 'f' } } as const

export const drive = (endpoint: string, options: Options = {}): Driver => {
  const driver = httpDriver({
    endpoint,
    region: 'eu-west-1',
    edition: '2024-08',
    credentials: { accessKeyId: 'AKIDPLANTED', secretAccessKey: 'SECRETPLANTED' },
    ...options,
  })
  onTestFinished(driver.close)
  return driver
}

export const sendTo = async (endpoint: string, options: Options = {}): Promise<Outcome> =>
  (await drive(endpoint, options).send(call)).outcome

/** What becomes of a call to a server that answers with these bytes, and then hangs up or not. */
export const answered = async (
  bytes: string | Buffer,
  options: Options = {},
  then: 'stay' | 'hang-up' = 'stay',
): Promise<Outcome> =>
  sendTo(
    await serve((socket) => {
      socket.write(bytes)
      if (then === 'hang-up') socket.end()
    }),
    options,
  )

/** Matches a lost reply whose message is one short printable line without a secret in it. */
export const lostFor = (reason: LostReply['reason']) => ({
  kind: 'lost',
  reason,
  message: expect.stringMatching(/^(?!.*PLANTED)[^\p{Cc}]{1,300}$/u),
})

export const ok = (body: string | Buffer, headers = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n`),
    Buffer.from(body),
  ])

export const soon: Options = { timeoutMs: 250 }

/** Writes over and over, as fast as the other side reads. */
export const forEver = (socket: Socket, chunk: string): void => {
  const more = (): void => {
    while (!socket.destroyed && socket.write(chunk)) continue
  }
  socket.on('drain', more)
  more()
}
