import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readDocument } from '../check/document.ts'
import { readLine } from '../check/line.ts'
import type { Circumstances, StoredProgram } from '../check/stored.ts'
import { readText } from '../report/read-text.ts'
import { sanitize } from '../report/sanitize.ts'
import { errorCode } from '../run/error-code.ts'
import { UsageError } from '../run/errors.ts'
import { linesOf, mostLineBytes } from './check-lines.ts'

/** A file of stored calls, looked into as far as it takes to know what it is. */
export type Source = {
  /** As it was named. */
  readonly file: string
  readonly circumstances: Circumstances
  /** Program by program, in the order in which they were carried out. Throws `UsageError` for what is none of ours. */
  readonly programs: AsyncIterable<StoredProgram>
  /** What has to be said of the file, one line each. */
  readonly notes: string[]
  /** Lines of which nothing can be judged; known when all programs were read. */
  readonly leftOut: () => number
}

const advice =
  'give a trace.ndjson, a report.json or a file of failures/, as run --out DIR writes them'

const shown = (path: string): string => `"${sanitize(path, 200)}"`

const unreadable = (path: string, error: unknown): UsageError =>
  new UsageError(
    `check cannot read ${shown(path)} (${errorCode(error) ?? String(error)}); ${advice}`,
  )

/** Our own words for what a stream of the file system throws. */
const readable = async function* <Item>(path: string, items: AsyncIterable<Item>) {
  try {
    yield* items
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(path, error)
  }
}

const mostNotes = 5

const traceSource = (file: string, path: string, circumstances: Circumstances): Source => {
  const notes: string[] = []
  let leftOut = 0
  const leave = (line: number, why: string): void => {
    leftOut += 1
    if (leftOut <= mostNotes) notes.push(`line ${line} of ${shown(path)} is left out: ${why}`)
    if (leftOut === mostNotes + 1) notes.push(`more lines of ${shown(path)} are left out`)
  }
  const programs = async function* (): AsyncGenerator<StoredProgram> {
    for await (const { number, text } of linesOf(path)) {
      if (text === undefined) {
        throw new UsageError(
          `line ${number} of ${shown(path)} is longer than ${mostLineBytes} bytes, which no line of ours is; ${advice}`,
        )
      }
      const line = readLine(text)
      switch (line.kind) {
        case 'program':
          yield line.program
          break
        case 'broken':
          leave(number, 'it is no whole JSON, as where a run was killed')
          break
        case 'too-long':
          leave(number, `it has more than can be judged (${line.why})`)
          break
        case 'misfit':
          throw new UsageError(
            `line ${number} of ${shown(path)} is no program of ours (${sanitize(line.why, 200)}); ${advice}`,
          )
        default:
          line satisfies never
      }
    }
  }
  return {
    file,
    circumstances,
    notes,
    leftOut: () => leftOut,
    programs: readable(path, programs()),
  }
}

const documentSource = async (file: string, path: string): Promise<Source> => {
  const text = await readText(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  const document = readDocument(text)
  if (document.kind === 'misfit') {
    throw new UsageError(
      `check finds no calls of ours in ${shown(path)} (${sanitize(document.why, 200)}); ${advice}`,
    )
  }
  const { circumstances, programs, ofClients } = document
  const notes = [
    ...(programs.length + ofClients === 0
      ? [`${shown(path)} holds no failure; the calls of a run are in its trace.ndjson`]
      : []),
    ...(ofClients === 0
      ? []
      : [
          `${ofClients === 1 ? 'a failure' : `${ofClients} failures`} of a wrapper in ${shown(path)} cannot be judged by what is stored of it; the trace.ndjson of the run can`,
        ]),
  ]
  return {
    file,
    circumstances,
    notes,
    leftOut: () => 0,
    programs: (async function* () {
      yield* programs
    })(),
  }
}

/** Ours begin with the name of the program; a failure and a report are written over many lines. Also where it was cut off. */
const isTraceLine = (text: string): boolean =>
  /^\s*\{\s*"program"\s*:/.test(text) || readLine(text).kind === 'program'

const firstLine = async (path: string): Promise<string> => {
  for await (const { number, text } of readable(path, linesOf(path))) {
    if (text !== undefined) return text
    throw new UsageError(
      `line ${number} of ${shown(path)} is longer than ${mostLineBytes} bytes, which no line of ours is; ${advice}`,
    )
  }
  throw new UsageError(`check finds nothing in ${shown(path)}: it is empty; ${advice}`)
}

const fileSource = async (file: string, path = file): Promise<Source> =>
  isTraceLine(await firstLine(path)) ? traceSource(file, path, {}) : documentSource(file, path)

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() === true

/** What `run --out` was given: its trace, and what its report tells of the run. */
const directorySource = async (directory: string): Promise<Source> => {
  const [trace, report] = [join(directory, 'trace.ndjson'), join(directory, 'report.json')]
  const hasReport = await isFile(report)
  if (!(await isFile(trace))) {
    if (hasReport) return documentSource(directory, report)
    throw new UsageError(
      `check finds neither trace.ndjson nor report.json in ${shown(directory)}; ${advice}`,
    )
  }
  if (!hasReport) return fileSource(directory, trace)
  const { circumstances } = await documentSource(directory, report)
  const { unsupported: _, ...told } = circumstances
  return { ...(await fileSource(directory, trace)), circumstances: told }
}

/** Throws `UsageError` for what cannot be read, or is none of ours. */
export const openSource = async (path: string): Promise<Source> => {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  if (found.isDirectory()) return directorySource(path)
  if (!found.isFile()) throw unreadable(path, 'not a file')
  return fileSource(path)
}

/** The files that are read where this one was named: they must not be written over. */
export const filesReadFor = async (path: string): Promise<readonly string[]> => {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() === true
    ? [join(path, 'trace.ndjson'), join(path, 'report.json')]
    : [path]
}
