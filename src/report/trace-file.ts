import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { ProgramTrace } from '../drivers/driver.ts'
import { jsonText } from './json-text.ts'

/** trace.ndjson while it grows: a line for each program, on the disk before the next one comes. */
export type TraceFile = {
  /** Waits until the line has left the process. After a failed line nothing more is written. */
  readonly write: (trace: ProgramTrace) => Promise<void>
  /** Throws what kept the trace from being written. */
  readonly close: () => Promise<void>
}

/** Characters written at a time: one text of all that a subject answered would take many times its room. */
const pieceSize = 256 * 1024

/** One line, in pieces. */
function* piecesOf({ exchanges, ...rest }: ProgramTrace): Generator<string> {
  const end = ']}\n'
  let piece = jsonText({ ...rest, exchanges: [] }).slice(0, -end.length)
  for (const [index, exchange] of exchanges.entries()) {
    piece += `${index === 0 ? '' : ','}${jsonText(exchange).slice(0, -1)}`
    if (piece.length < pieceSize) continue
    yield piece
    piece = ''
  }
  yield `${piece}${end}`
}

export const openTraceFile = (
  directory: string,
  path = join(directory, 'trace.ndjson'),
): TraceFile => {
  const stream = createWriteStream(path)
  let failure: Error | undefined
  stream.on('error', (error) => {
    failure ??= error
  })
  const written = (line: string): Promise<void> =>
    new Promise((resolve) => {
      // An error is kept for the end: a full disk takes the trace, not the run.
      stream.write(line, (error) => {
        failure ??= error ?? undefined
        resolve()
      })
    })
  return {
    write: async (trace) => {
      for (const piece of piecesOf(trace)) if (failure === undefined) await written(piece)
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        if (stream.destroyed) resolve()
        else stream.on('close', resolve).end()
      })
      if (failure !== undefined) throw failure
    },
  }
}
