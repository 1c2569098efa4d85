import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { oneLine } from '../drivers/one-line.ts'
import type { Entry, Heading } from './entry.ts'
import { inWords, type Resource } from './resource.ts'

/** What a run has asked for and not yet seen gone, on disk before each call that may create something. */
export type Ledger = {
  /** Throws where it cannot be written: nothing may then be asked for. */
  readonly ask: (resource: Resource) => void
  readonly lists: (resource: Resource) => boolean
  /** Nothing of it is left. */
  readonly settle: (resource: Resource) => void
  /** Takes the file away if nothing that it lists is left. */
  readonly close: () => void
}

/** For a subject that is gone with its process. */
export const noLedger: Ledger = {
  ask: () => {},
  lists: () => false,
  settle: () => {},
  close: () => {},
}

/**
 * The first directory that had to be made. Not `mkdir` with `recursive`: below a file system that answers ENOENT to every new
 * name, as /proc does, Node.js 20 goes round for ever there.
 */
const makeDirectory = (path: string): string | undefined => {
  if (existsSync(path)) return undefined
  const parent = dirname(path)
  const above = parent === path ? undefined : makeDirectory(parent)
  mkdirSync(path)
  return above ?? path
}

/** `made`: the first directory that had to be made for it. Another run may take it away between the two calls. */
const create = (directory: string, file: string) => {
  let made: string | undefined
  for (let tries = 1; ; tries += 1) {
    try {
      made = makeDirectory(directory) ?? made
      return { descriptor: openSync(file, 'ax', 0o600), made }
    } catch (error) {
      if (tries >= 3) throw error
    }
  }
}

const failure = (error: unknown, directory: string): Error => {
  const because = error instanceof Error ? oneLine(error.message) : String(error)
  return new Error(
    `Failed to write the ledger in ${directory}, because ${because}; nothing was asked for that it does not list, give another directory with --ledger`,
  )
}

/**
 * The ledger of one run, as `DIRECTORY/RUN.ndjson`: made with the first thing that is asked for. Written without a buffer
 * between: what was handed to the system outlives the process.
 */
export const openLedger = (
  directory: string,
  about: Pick<Heading, 'run' | 'endpoint' | 'region' | 'startedAt' | 'account'>,
): Ledger => {
  const file = join(directory, `${about.run}.ndjson`)
  const left = new Set<string>()
  let open: ReturnType<typeof create> | undefined

  const write = (lines: readonly (Heading | Entry)[]): void => {
    if (open === undefined) return
    // Somebody has swept it: what it would list from now on nobody could find.
    if (fstatSync(open.descriptor).nlink === 0) throw new Error('it was taken away meanwhile')
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    for (let from = 0; from < bytes.length;) from += writeSync(open.descriptor, bytes, from)
  }

  return {
    ask: (resource) => {
      const entry: Entry = { is: 'asked', ...resource, at: Date.now() }
      try {
        if (open === undefined) {
          open = create(directory, file)
          // In one piece with the heading: no sweep finds it empty.
          write([{ schemaVersion: 1, ...about, pid: process.pid, host: hostname() }, entry])
        } else write([entry])
      } catch (error) {
        throw failure(error, directory)
      }
      left.add(inWords(resource))
    },
    lists: (resource) => left.has(inWords(resource)),
    settle: (resource) => {
      if (!left.delete(inWords(resource))) return
      try {
        write([{ is: 'gone', ...resource }])
      } catch {
        // A full disk: what is listed and gone is found to be gone.
      }
    },
    close: () => {
      if (open === undefined) return
      const { descriptor, made } = open
      closeSync(descriptor)
      open = undefined
      if (left.size > 0) return
      rmSync(file, { force: true })
      if (made === undefined) return
      try {
        rmdirSync(directory)
      } catch {
        // Not empty: there are other ledgers.
      }
    },
  }
}
