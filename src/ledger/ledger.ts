import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { oneLine } from '../drivers/one-line.ts'
import type { Entry, Heading } from './entry.ts'
import type { Resource } from './resource.ts'

/** What a run has asked for and not yet seen gone, on disk before each call that creates something. */
export type Ledger = {
  /** Throws where it cannot be written: nothing may then be asked for. */
  readonly ask: (resource: Resource) => void
  /** Nothing of it is left. */
  readonly settle: (resource: Resource) => void
  /** Takes the file away if nothing that it lists is left. */
  readonly close: () => void
}

/** For a subject that is gone with its process. */
export const noLedger: Ledger = { ask: () => {}, settle: () => {}, close: () => {} }

const keyOf = ({ kind, name }: Resource): string => `${kind} ${name}`

/** Another run may take the directory away between the two calls, with the last ledger in it. */
const create = (directory: string, file: string): number => {
  for (let tries = 1; ; tries += 1) {
    try {
      mkdirSync(directory, { recursive: true })
      return openSync(file, 'ax', 0o600)
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
  about: Pick<Heading, 'run' | 'endpoint' | 'region' | 'startedAt'>,
): Ledger => {
  const file = join(directory, `${about.run}.ndjson`)
  const left = new Set<string>()
  let descriptor: number | undefined

  const write = (line: Heading | Entry): void => {
    if (descriptor === undefined) return
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    for (let from = 0; from < bytes.length;) from += writeSync(descriptor, bytes, from)
  }
  const begin = (): void => {
    descriptor = create(directory, file)
    write({ schemaVersion: 1, ...about, pid: process.pid, host: hostname() })
  }

  return {
    ask: (resource) => {
      try {
        if (descriptor === undefined) begin()
        write({ is: 'asked', ...resource })
      } catch (error) {
        throw failure(error, directory)
      }
      left.add(keyOf(resource))
    },
    settle: (resource) => {
      if (!left.delete(keyOf(resource))) return
      try {
        write({ is: 'gone', ...resource })
      } catch {
        // A full disk: what is listed and gone is found to be gone.
      }
    },
    close: () => {
      if (descriptor === undefined) return
      closeSync(descriptor)
      descriptor = undefined
      if (left.size === 0) removeLedger(directory, file)
    },
  }
}

/** Takes a ledger away, and its directory if it was the last. */
export const removeLedger = (directory: string, file: string): void => {
  rmSync(file, { force: true })
  try {
    rmdirSync(directory)
  } catch {
    // Not empty: there are other ledgers.
  }
}
