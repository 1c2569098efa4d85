import { createHash, createHmac } from 'node:crypto'
import type { Hash, Hmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import type { CredentialProvider, Credentials, WireRequest } from './driver.ts'

export type Signer = (request: WireRequest, at?: Date) => Promise<Readonly<Record<string, string>>>

type SignerOptions = {
  readonly service?: string
  /** Whether the hash of the body goes along as a header, and is signed with the others. */
  readonly signsBodyHash?: boolean
}

/** Headers of the request with the signature added. The request needs its `host` header. */
export const createSigner = (
  region: string,
  credentials: Credentials | CredentialProvider,
  { service = 'lambda', signsBodyHash = true }: SignerOptions = {},
): Signer => {
  const signature = new SignatureV4({
    service,
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: true,
    applyChecksum: signsBodyHash,
  })
  return async (request, at = new Date()) => {
    const [path, query] = halves(request.path, '?')
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

/** At the first mark, and there alone: the value of `Marker=a==` is `a==`, and a query may hold a question mark. */
const halves = (text: string, mark: string): readonly [string, string] => {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

const queryBag = (query: string): Record<string, string[]> => {
  const bag = new Map<string, string[]>()
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const [name, value] = halves(pair, '=')
    const known = bag.get(decodeURIComponent(name)) ?? []
    bag.set(decodeURIComponent(name), [...known, decodeURIComponent(value)])
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
