import { oneLine } from '../drivers/one-line.ts'

/** What was given as a wrapper is none. Its message is one line that says what is missing and what to write. */
export class UnusableWrapper extends Error {
  override readonly name = 'UnusableWrapper'
}

const maxLength = 300

/** `what` is cut where it is long, so that the remedy is always there to be read. */
export const unusable = (what: string, remedy: string): UnusableWrapper => {
  const room = maxLength - remedy.length - 2
  const line = Array.from(oneLine(what))
  const shortened = line.length > room ? `${line.slice(0, room - 1).join('')}…` : line.join('')
  return new UnusableWrapper(`${shortened}; ${remedy}`)
}
