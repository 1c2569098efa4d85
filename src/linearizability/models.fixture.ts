import type { Operation } from './history.ts'
import type { SequentialModel } from './model.ts'

export type RegisterEvent =
  | { readonly kind: 'write'; readonly value: number }
  | { readonly kind: 'read'; readonly value: number }
  | {
      readonly kind: 'swap'
      readonly from: number
      readonly to: number
      /** Undefined where nobody heard the answer. */
      readonly done: boolean | undefined
    }

const registerStep = (state: number, event: RegisterEvent): readonly number[] => {
  switch (event.kind) {
    case 'write':
      return [event.value]
    case 'read':
      return event.value === state ? [state] : []
    case 'swap': {
      const matches = event.from === state
      if (event.done === undefined) return [matches ? event.to : state]
      return event.done === matches ? [matches ? event.to : state] : []
    }
    default:
      return event satisfies never
  }
}

/** A number that can be written, read, and swapped for another where it is the one expected. */
export const register: SequentialModel<number, RegisterEvent> = {
  initial: [0],
  step: registerStep,
  keyOf: String,
}

export type QueueEvent =
  | { readonly kind: 'put'; readonly item: string }
  | { readonly kind: 'take'; readonly item: string | undefined }

export const queue: SequentialModel<readonly string[], QueueEvent> = {
  initial: [[]],
  step: (items, event) =>
    event.kind === 'put'
      ? [[...items, event.item]]
      : items[0] === event.item
        ? [items.slice(1)]
        : [],
  keyOf: (items) => items.join(),
}

/** A counter that counts each call once or twice and does not say which. */
export const uncertainCounter: SequentialModel<
  number,
  { readonly kind: 'count' } | { readonly kind: 'read'; readonly value: number }
> = {
  initial: [0, 10],
  step: (state, event) =>
    event.kind === 'count' ? [state + 1, state + 2] : event.value === state ? [state] : [],
  keyOf: String,
}

/** A call as tables have it: client, from, to, event. */
export type Row<Event> = readonly [
  client: number,
  invokedAt: number,
  returnedAt: number,
  event: Event,
]

export const historyFrom = <Event>(rows: readonly Row<Event>[]): readonly Operation<Event>[] =>
  rows.map(([client, invokedAt, returnedAt, event]) => ({ client, event, invokedAt, returnedAt }))
