import type { Socket } from 'node:net'
import { connect as connectTcp, isIP } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { buildConnector } from 'undici'

export type Connector = {
  readonly connect: buildConnector.connector
  /** Opens so many connections for those who will ask for one. None that fails is missed: it is tried again when it is needed. */
  readonly open: (origin: URL, count: number) => Promise<void>
  /** Ends every connection, also those still being made: the client's own pool forgets about these. */
  readonly destroyAll: () => void
}

export const trackedConnector = (timeoutMs: number): Connector => {
  const sockets = new Set<Socket>()
  const spare = new Set<Socket>()

  const dial: buildConnector.connector = ({ protocol, hostname, port, servername }, callback) => {
    const isTls = protocol === 'https:'
    const target = { host: hostname, port: Number(port || (isTls ? 443 : 80)) }
    // Without a server name, TLS would not say which of its names the server is asked for. An address is not one.
    const name = servername ?? (isIP(hostname) === 0 ? hostname : '')
    const socket = isTls
      ? connectTls({ ...target, servername: name, ALPNProtocols: ['http/1.1'] })
      : connectTcp(target)
    sockets.add(socket)
    socket.setNoDelay(true)

    let isAnswered = false
    const answer = (error: Error | null): void => {
      if (isAnswered) return
      isAnswered = true
      clearTimeout(timer)
      if (error === null) callback(null, socket)
      else callback(error, null)
    }
    const timer = setTimeout(() => {
      socket.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }))
    }, timeoutMs)
    socket
      .once(isTls ? 'secureConnect' : 'connect', () => answer(null))
      .on('error', (error) => {
        // The client takes a reset for the end of a body without a length. By any other name it is the error it is.
        if ('code' in error && error.code === 'ECONNRESET') error.code = 'ERR_CONNECTION_RESET'
        answer(error)
      })
      .once('close', () => {
        sockets.delete(socket)
        spare.delete(socket)
        answer(new Error('closed'))
      })
  }

  const connect: buildConnector.connector = (options, callback) => {
    const [socket] = spare
    if (socket === undefined) return dial(options, callback)
    spare.delete(socket)
    // Answered while it still asks, the client forgets about what waits in its queue.
    queueMicrotask(() => callback(null, socket))
  }

  const open = async ({ protocol, hostname, port }: URL, count: number): Promise<void> => {
    const target = { protocol, hostname: hostname.replace(/^\[(.*)\]$/, '$1'), port }
    const missing = Math.max(0, count - spare.size)
    await Promise.all(
      Array.from(
        { length: missing },
        () =>
          new Promise<void>((resolve) => {
            dial(target, (_error, socket) => {
              if (socket !== null) spare.add(socket)
              resolve()
            })
          }),
      ),
    )
  }

  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }

  return { connect, open, destroyAll }
}
