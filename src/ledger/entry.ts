import type { Resource } from './resource.ts'

/** The first line of a ledger: whose it is, and where to go to delete what it lists. */
export type Heading = {
  readonly schemaVersion: 1
  readonly run: string
  readonly endpoint: string
  readonly region: string
  /** Twelve digits, where it is known: with the credentials of another account nothing would be found. */
  readonly account?: string
  /** The process that writes it, and the machine that runs on. */
  readonly pid: number
  readonly host: string
  /** RFC 3339, UTC. */
  readonly startedAt: string
}

/**
 * Every further line. `asked`: a call that may create it goes out next, at this time in milliseconds since 1970. `gone`:
 * nothing of it is there.
 */
export type Entry = Resource &
  ({ readonly is: 'asked'; readonly at: number } | { readonly is: 'gone' })
