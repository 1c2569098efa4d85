import { orderOf } from '../../linearizability/order-of.ts'
import type { Linearization } from '../../linearizability/search.ts'
import type { Step } from '../../model/trace.ts'
import type { Judge } from '../judge.ts'
import {
  answered,
  breaksBy,
  called,
  deletesFunction,
  enumerated,
  functionOf,
  is,
  isRefused,
  isUnclear,
  latestReadBy,
  onFunctions,
  onRaces,
  overlaps,
  type Race,
  type RaceOpinion,
} from './race.ts'

/** Ten times what the races of a run need: whoever answers so that it takes more has to be content with no verdict. */
const budget = { states: 20_000 }

type Reads = 'all' | 'quiet'

const orders = new WeakMap<Step, Map<Reads, Linearization>>()

/** The whole history, from the first call on: what the function was before is part of it. Two rules ask for the same. */
const orderIn = ({ before, calls, after }: Race, reads: Reads): Linearization => {
  const steps = [...before, ...calls, ...after]
  const last = steps.at(-1)
  const known = last === undefined ? undefined : orders.get(last)
  const found =
    known?.get(reads) ??
    orderOf(
      steps.map(({ exchange }) => exchange),
      { reads, budget },
    )
  if (last !== undefined) orders.set(last, new Map(known).set(reads, found))
  return found
}

/** Reads beside writes count as none here: nobody promises that they are current. */
const hasOrder = (race: Race): RaceOpinion => {
  if (race.calls.length < 2) return { kind: 'silent' }
  const steps = [...race.before, ...race.calls, ...race.after]
  const found = orderIn(race, 'quiet')
  switch (found.kind) {
    case 'linearizable':
      return { kind: 'holds' }
    case 'undecided':
      return { kind: 'unproven', because: found.because }
    case 'not linearizable': {
      const unplaced = found.unplaced.flatMap((index) => steps[index] ?? [])
      return breaksBy(
        unplaced,
        'an order of the calls, one after another, that explains every reply',
        `none: in the longest one, of ${Math.max(0, ...found.longest.map((order) => order.length))} calls, there is no place for ${enumerated(unplaced.map((step) => `${called(step)} (${answered(step)})`))}`,
      )
    }
    default:
      return found satisfies never
  }
}

const isWrite = is('UpdateFunctionCode', 'UpdateFunctionConfiguration', 'PublishVersion')

const readsBeside = (race: Race, name: string): RaceOpinion => {
  const calls = race.calls.filter((step) => functionOf(step) === name)
  const isBeside = calls.some(
    (read) =>
      latestReadBy(read) !== undefined &&
      calls.some((write) => isWrite(write) && overlaps(read, write)),
  )
  if (!isBeside || orderIn(race, 'quiet').kind !== 'linearizable') {
    return { kind: 'silent' }
  }
  const withReads = orderIn(race, 'all')
  if (withReads.kind === 'undecided') return { kind: 'unproven', because: withReads.because }
  return {
    kind: 'shows',
    behaviour:
      withReads.kind === 'linearizable'
        ? 'they show what is current'
        : 'they show what was a moment ago',
  }
}

/** Only what was looked at afterwards: a deletion may be refused beside others, too. */
const staysDeleted = (race: Race, name: string): RaceOpinion => {
  const deletion = race.calls.find(
    (step) => deletesFunction(step) && functionOf(step) === name && !isRefused(step),
  )
  // A creation that was never answered may take place after the deletion.
  const isMadeAgain =
    race.before.some((step) => is('CreateFunction')(step) && isUnclear(step)) ||
    race.calls.some((step) => is('CreateFunction')(step) && !isRefused(step))
  const look = race.after.find(
    (step) => functionOf(step) === name && is('GetFunctionConfiguration', 'GetFunction')(step),
  )
  if (deletion === undefined || isMadeAgain || look === undefined) return { kind: 'silent' }
  const { outcome } = deletion.exchange
  // 202 says that it will be deleted, not that it is.
  if (outcome.kind === 'lost' || outcome.status >= 300 || outcome.status === 202) {
    return { kind: 'silent' }
  }
  if (latestReadBy(look) !== undefined) {
    return breaksBy(
      [deletion, look],
      `no function, after ${called(deletion)} was answered ${outcome.status}`,
      `the function, in the reply to ${called(look)}`,
    )
  }
  return { kind: isRefused(look) ? 'holds' : 'silent' }
}

export const raceOrderJudges = {
  'concurrency/calls-have-an-order': onRaces(hasOrder),
  'concurrency/reads-beside-writes': onFunctions(readsBeside),
  'concurrency/deleted-function-stays-deleted': onFunctions(staysDeleted),
} as const satisfies Readonly<Record<string, Judge>>
