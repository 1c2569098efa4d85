/**
 * One call of a history, times in milliseconds of one clock. `returnedAt` is Infinity where nobody knows what became of
 * it: it may have taken effect at any moment after `invokedAt`, or never.
 */
export type Operation<Event> = {
  readonly client: number
  readonly event: Event
  readonly invokedAt: number
  readonly returnedAt: number
}
