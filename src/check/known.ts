import type { Exchange } from '../drivers/driver.ts'
import { lost } from '../drivers/lost.ts'
import { isCut } from '../run/keep.ts'

/** What was not kept whole is as good as lost: nothing can be said of it, and nothing is held against it. */
export const asKnown = (exchange: Exchange): Exchange => {
  if (!isCut(exchange)) return exchange
  const { client: _, ...rest } = exchange
  return { ...rest, outcome: lost('too-large', 'the reply was not kept whole') }
}

/** Calls made at the same moment stand together; a run judges them in the order of their replies. */
const inOrder = (exchanges: readonly Exchange[]): readonly Exchange[] => {
  const ordered: Exchange[] = []
  let race: Exchange[] = []
  const endRace = (): void => {
    ordered.push(...race.toSorted((a, b) => a.endedAtMs - b.endedAtMs))
    race = []
  }
  for (const exchange of exchanges) {
    if (exchange.lane !== undefined) {
      race.push(exchange)
      continue
    }
    endRace()
    ordered.push(exchange)
  }
  endRace()
  return ordered
}

const isThrottled = ({ outcome, call }: Exchange): boolean =>
  outcome.kind === 'reply' && outcome.status === 429 && call.fault === undefined

const isSameCall = (one: Exchange, other: Exchange): boolean =>
  JSON.stringify(one.call) === JSON.stringify(other.call)

/** Of one call that is told to come again: a run sends it five times, and the last one stands. */
const mostRepeated = 4

/** The next call of the same client, within a race, or the next one of a program that has no other. */
const nextOf = (exchanges: readonly Exchange[], index: number): Exchange | undefined => {
  const lane = exchanges[index]?.lane
  if (lane === undefined) return exchanges[index + 1]
  const later = exchanges.slice(index + 1)
  const end = later.findIndex((each) => each.lane === undefined)
  return later.slice(0, end < 0 ? undefined : end).find((each) => each.lane === lane)
}

/** Without the sendings that a 429 made the run repeat: they did nothing. */
const withoutRepeated = (exchanges: readonly Exchange[]): readonly Exchange[] => {
  const repeated = new Map<number, number>()
  return exchanges.filter((exchange, index) => {
    const lane = exchange.lane ?? 0
    const times = repeated.get(lane) ?? 0
    const next = isThrottled(exchange) ? nextOf(exchanges, index) : undefined
    const isRepeated =
      next !== undefined &&
      next.lane === exchange.lane &&
      times < mostRepeated &&
      isSameCall(exchange, next)
    repeated.set(lane, isRepeated ? times + 1 : 0)
    return !isRepeated
  })
}

/** Of everything sent for a program what the run judged, in its order. */
export const asJudged = (exchanges: readonly Exchange[]): readonly Exchange[] =>
  withoutRepeated(inOrder(exchanges))
