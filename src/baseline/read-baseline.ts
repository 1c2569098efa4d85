import { open } from 'node:fs/promises'
import { errorCode } from '../run/error-code.ts'
import { UsageError } from '../run/errors.ts'
import { sanitize } from '../report/sanitize.ts'
import type { Baseline } from './baseline.ts'
import { parseBaseline, type BaselineDocument } from './parse-baseline.ts'
import { unusable } from './place.ts'

/** A thousand entries take half of it. */
const mostBytes = 500_000

/** No more than the limit is read, whatever the name stands for: a device has no end. */
const readAtMost = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r')
  try {
    if ((await file.stat()).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    const buffer = Buffer.alloc(mostBytes + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length)
      length += bytesRead
      if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length)
    }
  } finally {
    await file.close()
  }
}

const textOf = (bytes: Buffer, path: string): string => {
  if (bytes.length > mostBytes) {
    throw unusable(path, undefined, `it has more than ${mostBytes} bytes; is it a baseline?`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw unusable(path, undefined, `it is not UTF-8 text`)
  }
}

/** With its document, to be edited. Throws `UsageError`. */
export const readBaselineDocument = async (path: string): Promise<BaselineDocument> => {
  const bytes = await readAtMost(path).catch((error: unknown) => {
    const code = errorCode(error) ?? String(error)
    const hint = code === 'ENOENT' ? '; lambda-conformance baseline init writes one' : ''
    throw new UsageError(`the baseline cannot be read: "${sanitize(path, 120)}" (${code})${hint}`)
  })
  return parseBaseline(textOf(bytes, path), path)
}

/** Reads a baseline file, YAML or JSON. Throws `UsageError`: one line that says what is wrong in which line. */
export const readBaseline = async (path: string): Promise<Baseline> =>
  (await readBaselineDocument(path)).baseline
