import type { WireExchange } from '../drivers/client-record.ts'
import { errorName } from '../model/reply.ts'
import { onClientCalls, statusOf, succeeded, type ClientCall } from './client-calls.ts'
import { breaks, holds, shows, silent, type Judge } from './judge.ts'

const isNotRepeated: Judge = onClientCalls(({ own }) => {
  // Who gave up a slow reply has another rule.
  const first = own.find(({ given, fault }) => succeeded(given) && fault !== 'reply-slow')
  if (first === undefined) return silent
  // One that did not wait for the reply does not know of the success.
  const later = own.filter(({ startedAtMs }) => startedAtMs >= first.endedAtMs)
  return later.length === 0
    ? holds
    : breaks('one request that succeeds', `${later.length} more after one that succeeded`)
})

/** Some services say with 400 that they are busy. */
const isThrottling = ({ given }: WireExchange): boolean =>
  given.kind === 'reply' && /throttl|toomany/i.test(errorName(given) ?? '')

const isNotRetried = (status: number): Judge =>
  onClientCalls(({ own }) => {
    const refused = own.findIndex((wire) => statusOf(wire.given) === status && !isThrottling(wire))
    if (refused < 0) return silent
    const again = own.length - refused - 1
    return again === 0
      ? holds
      : breaks(`no further request after ${status}`, `${again} more after ${status}`)
  })

const looksBetween = (
  { call, record }: ClientCall,
  refused: WireExchange,
  next: WireExchange,
): boolean =>
  record.wire
    .slice(record.wire.indexOf(refused) + 1, record.wire.indexOf(next))
    .some((wire) => wire.call !== undefined && wire.call.operation !== call.operation)

const conflictIsLookedInto: Judge = onClientCalls((asked) => {
  const { own } = asked
  const conflicts = own.filter(({ given }) => statusOf(given) === 409)
  if (conflicts.length === 0) return silent
  const blind = conflicts.find((refused) => {
    const next = own[own.indexOf(refused) + 1]
    return next !== undefined && !looksBetween(asked, refused, next)
  })
  return blind === undefined
    ? holds
    : breaks('a read of the function between a 409 and the next request', 'none')
})

const mostRequests = 20

const areBounded: Judge = onClientCalls(({ own, call }) => {
  if (own.length > mostRequests) {
    return breaks(`${mostRequests} requests at most`, `${own.length} requests`)
  }
  return call.fault?.endsWith('-always') === true && own.length > 0 ? holds : silent
})

const mostInASecond = 15

/** GetFunction has a quota of its own, which is higher (facts F107): who waits may ask often. */
const isCounted = ({ call }: WireExchange): boolean => call?.operation !== 'GetFunction'

const stormsNothing: Judge = onClientCalls(({ record: { wire }, call }) => {
  const starts = wire
    .filter(isCounted)
    .map(({ startedAtMs }) => startedAtMs)
    .toSorted((a, b) => a - b)
  const most = starts.reduce(
    (found, start, index) =>
      Math.max(found, starts.slice(index).filter((other) => other < start + 1_000).length),
    0,
  )
  if (most > mostInASecond) {
    return breaks(`${mostInASecond} requests within a second at most`, `${most} requests`)
  }
  return call.fault === undefined || wire.length === 0 ? silent : holds
})

const hasRetryAfter = ({ given }: WireExchange): boolean =>
  given.kind === 'reply' && given.headers['retry-after'] !== undefined

/** Pauses before the retries of what was refused for the time being, in milliseconds; not those that the service asked for. */
const pausesIn = (own: readonly WireExchange[]): readonly number[] =>
  own.flatMap((refused, index) => {
    const next = own[index + 1]
    const status = statusOf(refused.given) ?? 0
    return next !== undefined && (status === 429 || status >= 500) && !hasRetryAfter(refused)
      ? [next.startedAtMs - refused.endedAtMs]
      : []
  })

const shortest = 20
const enough = 5

/**
 * A random pause may come out as nearly none, and a busy machine make one where there is none: three in four have to agree.
 * Of pauses up to 500, 100, 200, 100 and 500 ms four are under 20 ms once in 2,000 times.
 */
const backsOff: Judge = (trace, context) => {
  const pauses: number[] = []
  return onClientCalls(({ own }) => {
    const here = pausesIn(own)
    pauses.push(...here)
    if (here.length === 0) return silent
    const without = pauses.filter((ms) => ms < shortest).length
    if (pauses.length >= enough && without >= pauses.length * 0.75) {
      return breaks(
        `pauses between retries, most of them of ${shortest} ms or more`,
        `${without} of ${pauses.length} retries without`,
      )
    }
    return without < pauses.length ? holds : silent
  })(trace, context)
}

const heedsRetryAfter: Judge = onClientCalls(({ own }) => {
  const told = own.findIndex(hasRetryAfter)
  const [before, next] = [own[told], own[told + 1]]
  if (before === undefined || next === undefined || before.given.kind === 'lost') return silent
  const asked = Number(before.given.headers['retry-after']) * 1_000
  return next.startedAtMs - before.endedAtMs >= asked * 0.9
    ? shows('waits as long as it is told')
    : shows('waits as it likes')
})

const after = (isMeant: (status: number) => boolean): Judge =>
  onClientCalls(({ own }) => {
    const first = own.findIndex(({ given }) => isMeant(statusOf(given) ?? 0))
    if (first < 0) return silent
    return own.length > first + 1 ? shows('sends the call again') : shows('tells its caller')
  })

export const clientRetriesJudges = {
  'client/success-is-not-repeated': isNotRepeated,
  'client/bad-request-is-not-retried': isNotRetried(400),
  'client/missing-is-not-retried': isNotRetried(404),
  'client/precondition-is-not-retried': isNotRetried(412),
  'client/conflict-is-not-retried-blindly': conflictIsLookedInto,
  'client/retries-are-bounded': areBounded,
  'client/storms-nothing': stormsNothing,
  'client/backs-off': backsOff,
  'client/heeds-retry-after': heedsRetryAfter,
  'client/after-throttling': after((status) => status === 429),
  'client/after-a-service-fault': after((status) => status >= 500),
} as const satisfies Readonly<Record<string, Judge>>
