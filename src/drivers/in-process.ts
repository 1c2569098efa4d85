import { operations } from '../../generated/operations.ts'
import { defaultEdition, type Edition } from '../../spec/editions.ts'
import type { Driver, Outcome, WireRequest } from './driver.ts'
import { encodeCall } from './encode.ts'
import { readBody } from './read-reply.ts'

/** An endpoint in this process, by its one function. */
export type Respond = (request: {
  readonly method: string
  readonly url: URL
  readonly authorization: string | null
  readonly readBody: () => Promise<string>
}) => Promise<
  | {
      readonly kind: 'reply'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string | null
    }
  | { readonly kind: 'lost' }
>

const lowerCased = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** An endpoint without a socket between: thousands of runs would spend most of their time on HTTP. */
export const inProcessDriver = (
  respond: Respond,
  basePath = '',
  edition: Edition = defaultEdition,
): Driver => ({
  endpoint: `http://lambda.invalid${basePath}`,
  send: async (call) => {
    const encoded = encodeCall(call, operations[edition][call.operation])
    const request: WireRequest = { ...encoded, path: `${basePath}${encoded.path}` }
    const startedAtMs = performance.now()
    const reply = await respond({
      method: request.method,
      url: new URL(request.path, 'http://lambda.invalid'),
      authorization: 'none',
      readBody: async () => request.body ?? '',
    })
    const outcome: Outcome =
      reply.kind === 'lost'
        ? { kind: 'lost', reason: 'connection-lost', message: 'no reply' }
        : {
            kind: 'reply',
            status: reply.status,
            headers: lowerCased(reply.headers),
            ...readBody(Buffer.from(reply.body ?? '')),
          }
    return { call, request, outcome, startedAtMs, endedAtMs: performance.now() }
  },
  close: async () => undefined,
})
