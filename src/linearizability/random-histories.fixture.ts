import * as fc from 'fast-check'
import type { Operation } from './history.ts'
import type { RegisterEvent } from './models.fixture.ts'

/** When a call was made, took effect, and was answered; whether the answer was heard. */
type Span = {
  readonly client: number
  readonly invokedAt: number
  readonly effectAt: number
  readonly returnedAt: number
  readonly fate: 'answered' | 'lost' | 'lost before it took effect'
}

const span: fc.Arbitrary<Span> = fc
  .record({
    client: fc.integer({ min: 1, max: 3 }),
    invokedAt: fc.nat(12),
    before: fc.nat(4),
    after: fc.nat(4),
    fate: fc.oneof(
      { weight: 6, arbitrary: fc.constant('answered' as const) },
      { weight: 1, arbitrary: fc.constant('lost' as const) },
      { weight: 1, arbitrary: fc.constant('lost before it took effect' as const) },
    ),
  })
  .map(({ client, invokedAt, before, after, fate }) => ({
    client,
    invokedAt,
    effectAt: invokedAt + before,
    returnedAt: invokedAt + before + after,
    fate,
  }))

type Wish = { readonly kind: RegisterEvent['kind']; readonly a: number; readonly b: number }

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('write', 'read', 'swap', 'swap'),
  a: fc.nat(2),
  b: fc.nat(2),
})

/** Which call is answered as it was not, if any. */
const liar = (calls: number) => fc.option(fc.nat(calls - 1), { freq: 2 })

const answered = ({ kind, a, b }: Wish, state: number): RegisterEvent => {
  switch (kind) {
    case 'write':
      return { kind, value: a }
    case 'read':
      return { kind, value: state }
    case 'swap':
      return { kind, from: a, to: b, done: a === state }
    default:
      return kind satisfies never
  }
}

const lied = (event: RegisterEvent): RegisterEvent => {
  switch (event.kind) {
    case 'write':
    case 'read':
      return { ...event, value: (event.value + 1) % 3 }
    case 'swap':
      return { ...event, done: !event.done }
    default:
      return event satisfies never
  }
}

const unheard = (event: RegisterEvent): RegisterEvent =>
  event.kind === 'swap' ? { ...event, done: undefined } : event

const after = (event: RegisterEvent, state: number): number => {
  switch (event.kind) {
    case 'write':
      return event.value
    case 'read':
      return state
    case 'swap':
      return event.from === state ? event.to : state
    default:
      return event satisfies never
  }
}

/** Histories of a register that is right, but for one answer in every other one. Short, with many calls at the same moment. */
export const registerHistories: fc.Arbitrary<readonly Operation<RegisterEvent>[]> = fc
  .array(fc.tuple(span, wish), { minLength: 1, maxLength: 6 })
  .chain((calls) => fc.tuple(fc.constant(calls), liar(calls.length)))
  .map(([calls, wrong]) => {
    const order = calls
      .map((_, call) => call)
      .toSorted((a, b) => calls[a]![0].effectAt - calls[b]![0].effectAt)
    const events: RegisterEvent[] = []
    let state = 0
    for (const call of order) {
      const [{ fate }, wanted] = calls[call]!
      const event = answered(wanted, state)
      if (fate !== 'lost before it took effect') state = after(event, state)
      events[call] = call === wrong ? lied(event) : event
    }
    return calls.map(([{ client, invokedAt, returnedAt, fate }], call) => ({
      client,
      event: fate === 'answered' ? events[call]! : unheard(events[call]!),
      invokedAt,
      returnedAt: fate === 'answered' ? returnedAt : Infinity,
    }))
  })

type CounterEvent = { readonly kind: 'count' } | { readonly kind: 'read'; readonly value: number }

/** Calls on a counter that nobody can foresee; reads show any number that it can have come to, and some that it cannot. */
export const counterHistories: fc.Arbitrary<readonly Operation<CounterEvent>[]> = fc.array(
  fc
    .tuple(span, fc.boolean(), fc.constantFrom(0, 1, 2, 3, 4, 10, 11, 12))
    .map(([{ client, invokedAt, returnedAt, fate }, counts, value]) => ({
      client,
      event: counts ? { kind: 'count' as const } : { kind: 'read' as const, value },
      invokedAt,
      returnedAt: fate === 'answered' ? returnedAt : Infinity,
    })),
  { minLength: 1, maxLength: 5 },
)
