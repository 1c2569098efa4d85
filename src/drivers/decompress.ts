import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'

export type Decompressed =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly why: string }

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
}

/** Undoes a content-encoding that nobody asked for. The limit is on what comes out, so a bomb costs no more than it. */
export const decompress = async (
  bytes: Uint8Array,
  encoding: string,
  limit: number,
): Promise<Decompressed> => {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity' || bytes.length === 0) return { kind: 'bytes', bytes }
  if (!isKnown(name)) return { kind: 'unreadable', why: `content-encoding ${name} is not known` }
  try {
    return { kind: 'bytes', bytes: await decoders[name](bytes, { maxOutputLength: limit }) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return { kind: 'too-large' }
    }
    return { kind: 'unreadable', why: `the body is not the ${name} it says it is` }
  }
}

const isKnown = (name: string): name is keyof typeof decoders => Object.hasOwn(decoders, name)
