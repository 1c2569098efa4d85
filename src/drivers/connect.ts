import type { Socket } from 'node:net'
import { connect as connectTcp, isIP } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { buildConnector } from 'undici'

export type Connector = {
  readonly connect: buildConnector.connector
  /** Ends every connection, also those still being made: the client's own pool forgets about these. */
  readonly destroyAll: () => void
}

export const trackedConnector = (timeoutMs: number): Connector => {
  const sockets = new Set<Socket>()

  const connect: buildConnector.connector = (
    { protocol, hostname, port, servername },
    callback,
  ) => {
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
        answer(new Error('closed'))
      })
  }

  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }

  return { connect, destroyAll }
}
