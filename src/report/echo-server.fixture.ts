import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'

type Received = {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export type Echo = {
  readonly url: string
  readonly last: () => Received
  readonly close: () => Promise<void>
}

export const portOf = (server: Server): number => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) {
    throw new Error('Failed to find the port, because the server listens on none')
  }
  return address.port
}

/** Remembers the requests it gets and answers each with `{}`: shows what a shell line really sends. */
export const startEcho = async (): Promise<Echo> => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      received.push({ method, path: url, headers, body: Buffer.concat(chunks) })
      response.setHeader('content-type', 'application/json').end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    last: () => {
      const last = received.pop()
      if (last === undefined)
        throw new Error('Failed to show the last request, because none arrived')
      return last
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
