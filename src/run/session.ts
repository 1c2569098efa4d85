import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OperationName } from '../../spec/operations.ts'
import type { Call } from '../call.ts'
import type { Driver, Exchange } from '../drivers/driver.ts'
import { lost } from '../drivers/lost.ts'
import { noLedger, type Ledger } from '../ledger/ledger.ts'
import { isChange, isOwn, resourceOf, type Resource } from '../ledger/resource.ts'
import { authorizationRegister, type Authorization } from './authorization.ts'
import type { Settings } from './settings.ts'
import { takenIn } from './keep.ts'
import { operationRegister, type OperationRegister } from './unsupported.ts'

/** Why no further call of a program may be made. */
export type Stop =
  | 'cancelled'
  | 'without a ledger'
  | 'no longer authorized'
  | 'out of time'
  | 'out of requests'
  | 'out of patience'
  | 'flooded with large replies'

/** One run's means: the driver behind a budget, what is known of the operations, and names that nobody else uses. */
export type Session = {
  readonly settings: Settings
  /** The client between the run and the service, where there is one. */
  readonly client: Driver['client']
  readonly runId: string
  readonly operations: OperationRegister
  readonly authorization: Authorization
  readonly nextAttempt: () => number
  /** Undefined while the run may go on. */
  readonly stop: () => Stop | undefined
  /** Sends a call; again when the subject was too busy to look at it. All sendings are in `all`, the last one is the answer. */
  readonly send: (call: Call, all: Exchange[]) => Promise<Exchange>
  /** Gets ready for so many calls at the same moment. */
  readonly gather: (count: number) => Promise<void>
  readonly spent: () => Spent
  readonly elapsedMs: () => number
  /** Time spent on what came to nothing: the run ends when there has been too much of it. */
  readonly waste: (ms: number) => void
  readonly serverHeader: () => string | undefined
  readonly count: { created: number; deleted: number }
  readonly ledger: Ledger
  /** What the subject has said that it deleted. */
  readonly gone: Resource[]
  /** What could not be deleted, or was to be kept. */
  readonly left: Left[]
  /** A fault of ours, after which nothing is asked for any more. */
  readonly failure: () => Error | undefined
  /** How many functions in a row were waited for in vain, and how many deletions were refused to the last. */
  readonly inVain: { settling: number; deleting: number }
}

/**
 * A function, or so many versions of a layer, which was asked for so often. `until`: it may come into being until then, in
 * milliseconds of the run.
 */
export type Left = Resource & {
  readonly count: number
  readonly asked: number
  readonly until: number
  /** Whether the subject has said that it made it. */
  readonly certain: boolean
}

/** A creation that was given up may be carried out for so long afterwards. */
export const lateMs = 5_000

type Spent = {
  readonly requests: number
  readonly byOperation: Readonly<Partial<Record<OperationName, number>>>
}

/** What came to nothing as often in a row is not waited for again. */
export const maxInVain = 2

const maxTries = 5

/** Milliseconds to wait after a 429: what the subject asks for, at most five seconds, else doubling. */
const pause = (exchange: Exchange, tries: number): number => {
  const asked =
    exchange.outcome.kind === 'reply'
      ? Number(exchange.outcome.headers['retry-after'] ?? Number.NaN)
      : Number.NaN
  return Math.min(5_000, Number.isFinite(asked) && asked >= 0 ? asked * 1_000 : 100 * 2 ** tries)
}

/** What one call came to: a client may send more than one request for it, or none. */
const operationsSent = ({ call, client }: Exchange): readonly OperationName[] =>
  client === undefined
    ? [call.operation]
    : client.wire.map((wire) => wire.call?.operation ?? call.operation)

/** Whether the service was asked for this operation: the hop in front of it refuses what is about another resource. */
const isOfService = ({ call, client }: Exchange): boolean =>
  client === undefined ||
  client.wire.some(
    ({ call: sent, answered }) => answered !== undefined && sent?.operation === call.operation,
  )

/** A client that never ends costs its time, whatever was done to it. */
const isWaste = ({ client }: Exchange): boolean =>
  client?.answer.kind === 'none' && client.answer.reason === 'timed-out'

const isThrottled = ({ outcome }: Exchange): boolean =>
  outcome.kind === 'reply' && outcome.status === 429

/** Whose name begins with it is of that run. */
export const newRunId = (): string => randomBytes(4).toString('hex')

/** A call that was kept back: it did nothing. */
const keptBack = (call: Call, atMs: number, why: string): Exchange => ({
  call,
  request: { method: '', path: '', headers: {} },
  outcome: lost('not-sent', `not sent: ${why}`),
  startedAtMs: atMs,
  endedAtMs: atMs,
})

export const openSession = (
  driver: Driver,
  settings: Settings,
  runId = newRunId(),
  ledger = noLedger,
): Session => {
  const startedAt = performance.now()
  const elapsedMs = () => performance.now() - startedAt
  const operations = operationRegister(settings.without)
  const authorization = authorizationRegister()
  const byOperation: Partial<Record<OperationName, number>> = {}
  let requests = 0
  let attempts = 0
  let wastedMs = 0
  let server: string | undefined
  let failure: Error | undefined

  const stop = (): Stop | undefined => {
    if (settings.signal?.aborted) return 'cancelled'
    if (failure !== undefined) return 'without a ledger'
    if (authorization.isGone()) return 'no longer authorized'
    if (elapsedMs() > settings.deadlineMs) return 'out of time'
    if (requests >= settings.maxRequests) return 'out of requests'
    return wastedMs > settings.patienceMs ? 'out of patience' : undefined
  }

  /** Why a call must not go out, or undefined where it may, and then the ledger lists what it may create. */
  const objection = (call: Call): string | undefined => {
    // An identifier that the subject gave may be that of anything.
    if (!isChange(call)) return undefined
    if (!isOwn(call, runId)) return 'it names something that the run did not create'
    // Whatever changes a function may make it: a deployer does on purpose, and an emulator by mistake.
    const resource = resourceOf(call)
    if (call.operation !== 'PublishLayerVersion' && ledger.lists(resource)) return undefined
    if (call.operation.startsWith('Delete')) return undefined
    try {
      ledger.ask(resource)
      return undefined
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error(String(error))
      return failure.message
    }
  }

  const send = async (call: Call, all: Exchange[]): Promise<Exchange> => {
    const why = objection(call)
    if (why !== undefined) {
      const exchange = keptBack(call, elapsedMs(), why)
      all.push(exchange)
      return exchange
    }
    for (let tries = 0; ; tries += 1) {
      // Counted before it is sent, so that calls made at the same time stay within the limit.
      requests += 1
      const exchange = takenIn(await driver.send(call), settings.maxReplyBytes)
      const sent = operationsSent(exchange)
      requests += sent.length - 1
      for (const operation of sent) byOperation[operation] = (byOperation[operation] ?? 0) + 1
      all.push(exchange)
      operations.see(call.operation, exchange.outcome, isOfService(exchange))
      authorization.see(exchange)
      if (exchange.outcome.kind === 'reply') server ??= exchange.outcome.headers['server']
      else if (call.fault === undefined || isWaste(exchange)) {
        wastedMs += exchange.endedAtMs - exchange.startedAtMs
      }
      // A 429 says that nothing was done, so the call may be repeated without a doubt left in the trace. One that was put
      // in its way on purpose is what was wanted.
      if (
        !isThrottled(exchange) ||
        call.fault !== undefined ||
        tries + 1 >= maxTries ||
        stop() !== undefined
      )
        return exchange
      const ms = pause(exchange, tries)
      wastedMs += ms
      await sleep(ms, undefined, { signal: settings.signal }).catch(() => undefined)
      // Others have called meanwhile.
      if (stop() !== undefined) return exchange
    }
  }

  return {
    settings,
    client: driver.client,
    runId,
    operations,
    authorization,
    nextAttempt: () => (attempts += 1),
    stop,
    send,
    gather: async (count) => driver.gather?.(count),
    spent: () => ({ requests, byOperation }),
    elapsedMs,
    waste: (ms) => {
      wastedMs += ms
    },
    serverHeader: () => server,
    count: { created: 0, deleted: 0 },
    ledger,
    gone: [],
    left: [],
    failure: () => failure,
    inVain: { settling: 0, deleting: 0 },
  }
}
