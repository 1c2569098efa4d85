/** What the user typed cannot be done. The message is one line and says what to do instead. */
export class UsageError extends Error {
  override name = 'UsageError'
}
