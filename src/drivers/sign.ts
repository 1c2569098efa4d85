import { createHash, createHmac } from 'node:crypto'
import type { Hash, Hmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Credentials } from './driver.ts'
import type { WireRequest } from './driver.ts'

export type Signer = (request: WireRequest, at?: Date) => Promise<Readonly<Record<string, string>>>

/** Headers of the request with the signature added. The request needs its `host` header. */
export const createSigner = (region: string, credentials: Credentials): Signer => {
  const signature = new SignatureV4({
    service: 'lambda',
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: true,
  })
  return async (request, at = new Date()) => {
    const [path = '', query = ''] = request.path.split('?', 2)
    const signed = await signature.sign(
      {
        method: request.method,
        protocol: 'http:',
        hostname: request.headers['host'] ?? '',
        path,
        query: queryBag(query),
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
      },
      { signingDate: at, unsignableHeaders },
    )
    return signed.headers
  }
}

// A proxy on the way may change it.
const unsignableHeaders = new Set(['accept-encoding'])

const queryBag = (query: string): Record<string, string[]> => {
  const bag = new Map<string, string[]>()
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const [name = '', value = ''] = pair.split('=', 2).map(decodeURIComponent)
    bag.set(name, [...(bag.get(name) ?? []), value])
  }
  return Object.fromEntries(bag)
}

// The signer wants a constructor.
class Sha256 {
  readonly #hash: Hash | Hmac

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', asKey(secret))
  }

  update(data: Uint8Array): void {
    this.#hash.update(data)
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }

  reset(): void {}
}

const asKey = (secret: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof secret === 'string') return secret
  return ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret)
}
