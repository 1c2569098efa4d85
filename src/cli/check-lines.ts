import { createReadStream } from 'node:fs'

/** In bytes. A line of ours has some 14 MB at the worst: 2 MiB of replies in which every character takes six, beside the calls. */
export const mostLineBytes = 64 * 1024 * 1024

/** Counted from 1; `text` is undefined where the line is longer than any of ours, and then it is the last one. */
export type NumberedLine = { readonly number: number; readonly text: string | undefined }

const newline = 0x0a

/** The lines of a file, one at a time, however large it is. Lines with nothing in them are left out. */
export async function* linesOf(path: string, most = mostLineBytes): AsyncGenerator<NumberedLine> {
  const waiting: Buffer[] = []
  let size = 0
  let number = 0

  const taken = (): NumberedLine | undefined => {
    const text = Buffer.concat(waiting)
      .toString('utf8')
      .replace(/^\ufeff/, '')
    waiting.length = 0
    size = 0
    number += 1
    return text.trim() === '' ? undefined : { number, text }
  }

  const stream = createReadStream(path, { highWaterMark: 1024 * 1024 })
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0
    while (from < chunk.length) {
      const at = chunk.indexOf(newline, from)
      const end = at < 0 ? chunk.length : at
      waiting.push(chunk.subarray(from, end))
      size += end - from
      if (size > most) {
        yield { number: number + 1, text: undefined }
        return
      }
      from = end + 1
      if (at < 0) break
      const line = taken()
      if (line !== undefined) yield line
    }
  }
  const last = taken()
  if (last !== undefined) yield last
}
