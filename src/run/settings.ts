import { randomInt } from 'node:crypto'
import { defaultEdition, type Edition } from '../../spec/editions.ts'
import { subjectOperations, type OperationName } from '../../spec/operations.ts'
import type { Profile } from '../report/report.ts'
import { isLoopback } from '../drivers/credentials.ts'
import { maxReplyCharacters } from './keep.ts'
import type { RunOptions, Subject } from './options.ts'
import type { Shard } from './program-list.ts'

/** What a profile spends. */
type Effort = {
  /** How many clients call at once at most, where nobody says so. */
  readonly clients: number
  /** Requests for calls made at the same moment. */
  readonly raceRequests: number
  /** Requests that the directed programs leave to random ones up to here; the directed ones are not limited by it. */
  readonly explore: number
  /** Attempts at a shorter sequence, per failing rule. */
  readonly shrinkAttempts: number
  /** Milliseconds for shrinking all of them; what is not shrunk by then is reported as it was found. */
  readonly shrinkMs: number
  /** How often a counterexample is tried again. */
  readonly confirmations: number
  readonly maxRequests: number
  /** Seconds for the run; a hundred times what it takes where nothing has to be waited for, or more. */
  readonly deadlineS: number
}

const efforts: Readonly<Record<Profile, Effort>> = {
  quick: {
    clients: 0,
    raceRequests: 150,
    explore: 0,
    shrinkAttempts: 100,
    shrinkMs: 60_000,
    confirmations: 1,
    maxRequests: 10_000,
    deadlineS: 1_800,
  },
  standard: {
    clients: 4,
    raceRequests: 600,
    explore: 900,
    shrinkAttempts: 250,
    shrinkMs: 240_000,
    confirmations: 2,
    maxRequests: 20_000,
    deadlineS: 3_600,
  },
  deep: {
    clients: 8,
    raceRequests: 5_000,
    explore: 10_000,
    shrinkAttempts: 1000,
    shrinkMs: 1_200_000,
    confirmations: 4,
    maxRequests: 60_000,
    deadlineS: 14_400,
  },
}

/** Clients that call at once, or why there are none. */
type Clients = { readonly atOnce: number } | { readonly atOnce: 0; readonly leftOutBecause: string }

export type Settings = Omit<Effort, 'deadlineS' | 'clients'> & {
  readonly clients: Clients
  /** Only the programs that matter most, because every call of the client is dear. */
  readonly few: boolean
  readonly edition: Edition
  readonly profile: Profile
  readonly seed: number
  readonly without: readonly OperationName[]
  readonly role: string
  readonly runtime: string
  readonly timeoutMs: number
  /** For one call, where a client makes it: it may wait until a function has settled. */
  readonly callTimeoutMs: number
  readonly settleTimeoutMs: number
  readonly patienceMs: number
  readonly deadlineMs: number
  readonly maxRps: number | undefined
  readonly maxReplyBytes: number
  readonly keep: boolean
  readonly shard: Shard | undefined
  readonly replay: string | undefined
  readonly signal: AbortSignal | undefined
}

const runtimes: Readonly<Record<Edition, string>> = {
  '2018-11': 'python3.7',
  '2019-06': 'python3.7',
  '2024-08': 'python3.12',
  '2026-07': 'python3.12',
}

/** Lambda quotas, API requests: the control plane takes 15 a second, for an account in a region. */
const remoteRps = 15

/** Requests per second where the user names none. */
export const rateFor = (endpoint: string, given?: number): number | undefined =>
  given ?? (isLoopback(endpoint) ? undefined : remoteRps)

export const maxSeed = 2 ** 31 - 1

const clientsFor = (profile: Profile, asked: number | undefined, maxRps = Infinity): Clients => {
  const wanted = asked ?? efforts[profile].clients
  if (wanted < 2) {
    return {
      atOnce: 0,
      leftOutBecause:
        asked === undefined
          ? `the profile ${profile} makes no calls at the same moment; standard does`
          : 'calls at the same moment were left out, as asked',
    }
  }
  // No second may see more requests than it should.
  const allowed = Math.min(wanted, Math.floor(maxRps))
  return allowed < 2
    ? {
        atOnce: 0,
        leftOutBecause: 'fewer than two requests a second are allowed, and it takes two at once',
      }
    : { atOnce: allowed }
}

/** Why no calls are made at the same moment, where none are. */
export const withoutRaces = ({
  clients,
}: Pick<Settings, 'clients'>): { readonly withoutRaces?: string } =>
  'leftOutBecause' in clients ? { withoutRaces: clients.leftOutBecause } : {}

/** For shrinking where every call is dear. */
const dearShrinkMs = 5_000

/** The options with every default filled in. `dear`: every call starts a process. */
export const settingsOf = (options: RunOptions, dear = false): Settings => {
  const profile = options.profile ?? 'standard'
  const edition = options.edition ?? defaultEdition
  const { deadlineS, clients: _, ...effort } = efforts[profile]
  const maxRps =
    options.maxRps === undefined ? undefined : options.maxRps / (options.shard?.of ?? 1)
  const timeoutMs = options.timeoutMs ?? 10_000
  const few = dear && profile === 'quick'
  return {
    ...effort,
    ...(few ? { shrinkMs: dearShrinkMs } : {}),
    // Who asks for certain rules gets what it takes to judge them.
    few: few && (options.rules ?? []).length === 0,
    maxRequests: options.maxRequests ?? effort.maxRequests,
    edition,
    profile,
    seed: options.seed ?? randomInt(maxSeed),
    without: options.without ?? [],
    role: options.role ?? 'arn:aws:iam::123456789012:role/lambda-conformance',
    runtime: options.runtime ?? runtimes[edition],
    timeoutMs,
    callTimeoutMs: options.timeoutMs ?? 30_000,
    settleTimeoutMs: options.settleTimeoutMs ?? 60_000,
    // A minute is too little where a single request may take as long.
    patienceMs: options.patienceMs ?? Math.max(60_000, 6 * timeoutMs),
    deadlineMs: (options.deadlineS ?? deadlineS) * 1_000,
    maxRps,
    clients: clientsFor(profile, options.concurrency, maxRps),
    maxReplyBytes: options.maxReplyBytes ?? maxReplyCharacters,
    keep: options.keep ?? false,
    shard: options.shard,
    replay: options.replay,
    signal: options.signal,
  }
}

/** The same for a subject. What a client of the three operations leaves out need not be asked for. */
export const settingsFor = (subject: Subject, given: RunOptions): Settings => {
  const maxRps = 'endpoint' in subject ? rateFor(subject.endpoint, given.maxRps) : given.maxRps
  const options = maxRps === undefined ? given : { ...given, maxRps }
  if (!('client' in subject)) return settingsOf(options)
  const { operations, startsAnew } = subject.client
  const settings = settingsOf(options, startsAnew)
  const missing = subjectOperations.filter((name) => !operations.includes(name))
  return { ...settings, without: [...new Set([...settings.without, ...missing])] }
}
