import type { Resource } from './resource.ts'

/** The first line of a ledger: whose it is, and where to go to delete what it lists. */
export type Heading = {
  readonly schemaVersion: 1
  readonly run: string
  readonly endpoint: string
  readonly region: string
  /** The process that writes it, and the machine that runs on. */
  readonly pid: number
  readonly host: string
  /** RFC 3339, UTC. */
  readonly startedAt: string
}

/** Every further line. `asked`: a call that creates it goes out next. `gone`: nothing of it is there, or ever was. */
export type Entry = Resource & { readonly is: 'asked' | 'gone' }
