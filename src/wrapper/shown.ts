import { inspect } from 'node:util'
import { oneLine } from '../drivers/one-line.ts'
import { keptLength } from './kept-text.ts'

/** A value as it would stand in a log: an error with its stack, its own properties three levels deep, and its causes. */
export const logged = (value: unknown): string => {
  try {
    return inspect(value, { depth: 3, getters: true, maxStringLength: keptLength })
  } catch {
    return 'a value that cannot be shown'
  }
}

/** A value in a few words of one line. */
export const shown = (value: unknown): string => {
  try {
    return cut(typeof value === 'string' ? JSON.stringify(value.slice(0, 200)) : inLine(value))
  } catch {
    return 'a value that cannot be shown'
  }
}

/** An error by its name and message, as the first line of its stack has it. */
export const shownError = (error: unknown): string => {
  try {
    return error instanceof Error ? cut(`${error.name}: ${error.message}`) : shown(error)
  } catch {
    return 'a value that cannot be shown'
  }
}

const inLine = (value: unknown): string =>
  inspect(value, { depth: 1, breakLength: Infinity, maxStringLength: 100, maxArrayLength: 5 })

const cut = (text: string): string => {
  const line = Array.from(oneLine(text))
  return line.length > 120 ? `${line.slice(0, 119).join('')}…` : line.join('')
}
