/** What a service may do, one call at a time. Pure: states are never edited. */
export type SequentialModel<State, Event> = {
  readonly initial: readonly State[]
  /** Every state the service may be in after the call was carried out in `state` and answered as it was; none where it cannot have been answered so. */
  readonly step: (state: State, event: Event) => readonly State[]
  /** Two states with one key behave alike. */
  readonly keyOf: (state: State) => string
}
