import type { Operation } from '../linearizability/history.ts'
import type { SequentialModel } from '../linearizability/model.ts'

export type CasEvent =
  | { readonly kind: 'read'; readonly shown: number }
  | {
      readonly kind: 'swap'
      readonly expected: number
      readonly next: number
      readonly done: boolean
    }

/** A value that is replaced where it is the one expected, as a RevisionId guards an update. */
export const casModel: SequentialModel<number, CasEvent> = {
  initial: [0],
  step: (state, event) => {
    if (event.kind === 'read') return event.shown === state ? [state] : []
    if (event.done !== (event.expected === state)) return []
    return [event.done ? event.next : state]
  },
  keyOf: String,
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Client = { readonly client: number; calls: number; saw: number; freeAt: number }
type Pending = {
  readonly by: Client
  readonly swaps: boolean
  readonly invokedAt: number
  readonly effectAt: number
}

/**
 * What clients see of a service that is right, all of them busy all the time: each reads or swaps what it last saw. With
 * `lostUpdate`, one swap in the middle of it is done although the value has changed since it was looked at.
 */
export const casHistory = (
  clients: number,
  callsEach: number,
  { seed, lostUpdate }: { readonly seed: number; readonly lostUpdate: boolean },
): readonly Operation<CasEvent>[] => {
  const random = randomFrom(seed)
  const history: Operation<CasEvent>[] = []
  const all = Array.from({ length: clients }, (_, client): Client => ({
    client,
    calls: 0,
    saw: 0,
    freeAt: random(),
  }))
  const begun = (by: Client): Pending => {
    const invokedAt = by.freeAt
    by.calls += 1
    return { by, swaps: random() < 0.6, invokedAt, effectAt: invokedAt + random() * 10 }
  }
  let pending = all.map(begun)
  let value = 0
  let given = 0
  let isDue = lostUpdate
  while (pending.length > 0) {
    const next = pending.reduce((a, b) => (b.effectAt < a.effectAt ? b : a))
    const { by, swaps, invokedAt, effectAt } = next
    const isLost = isDue && swaps && by.saw !== value && history.length * 2 > clients * callsEach
    const done = by.saw === value || isLost
    if (isLost) isDue = false
    const expected = by.saw
    given += swaps ? 1 : 0
    if (swaps && done) value = given
    const event: CasEvent = swaps
      ? { kind: 'swap', expected, next: given, done }
      : { kind: 'read', shown: value }
    const returnedAt = effectAt + random() * 10
    // Who is refused looks again some day; until then it tries in vain.
    by.saw = swaps && !done && random() < 0.5 ? by.saw : value
    by.freeAt = returnedAt + random()
    history.push({ client: by.client, event, invokedAt, returnedAt })
    pending = pending.filter((call) => call !== next)
    if (by.calls < callsEach) pending.push(begun(by))
  }
  return history
}
