import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { Package } from './action.ts'

/** A deployment package: the same bytes on every machine and on every day. */
export type CodePackage = {
  readonly bytes: Uint8Array
  readonly base64: string
  readonly sha256: { readonly base64: string; readonly hex: string }
}

// A handler for every runtime the suite may be pointed at; nothing is ever invoked.
const filesOf = (word: string) => ({
  'index.js': strToU8(`exports.handler = async () => '${word}'\n`),
  'index.py': strToU8(`def handler(event, context):\n    return '${word}'\n`),
})

const packageOf = (word: string): CodePackage => {
  const bytes = zipSync(filesOf(word), { level: 0, mtime: new Date(1980, 0, 1) })
  const digest = createHash('sha256').update(bytes).digest()
  return {
    bytes,
    base64: Buffer.from(bytes).toString('base64'),
    sha256: { base64: digest.toString('base64'), hex: digest.toString('hex') },
  }
}

export const packages: Readonly<Record<Package, CodePackage>> = {
  a: packageOf('a'),
  b: packageOf('b'),
  c: packageOf('c'),
}

const made = new Map<number, CodePackage>()

/** The package of one call alone. No two have the same size either: the hash of one beside the size of another can be told. */
export const ownPackage = (ordinal: number): CodePackage => {
  const known = made.get(ordinal) ?? packageOf('own'.padEnd(3 + ordinal, '.'))
  made.set(ordinal, known)
  return known
}
