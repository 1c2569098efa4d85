/** The subject could not be tested at all: nobody answers, everything is refused, no function can be made. */
export class SubjectUnavailable extends Error {
  override readonly name = 'SubjectUnavailable'
}

/** An option that names nothing: a replay token of another release, a rule that does not exist. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
