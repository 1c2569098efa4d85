import { sanitize } from '../report/sanitize.ts'
import { didYouMean } from '../run/nearest.ts'
import { UsageError } from '../run/errors.ts'

/** Reads what was typed. `from` is where it stood: an option or an environment variable. Throws `UsageError`. */
export type Read<Value> = (typed: string, from: string) => Value

const shown = (typed: string): string => `"${sanitize(typed, 80)}"`

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)$/

const inRange = (
  value: number,
  [least, most]: readonly [number, number],
  typed: string,
  from: string,
): number => {
  if (value < least || value > most) {
    throw new UsageError(
      `${from} is out of range: ${shown(typed)}; give a number from ${least} to ${most}`,
    )
  }
  return value
}

export const integer =
  (least: number, most: number): Read<number> =>
  (typed, from) => {
    if (!/^[+-]?\d+$/.test(typed))
      throw new UsageError(`${from} is not a whole number: ${shown(typed)}`)
    return inRange(Number(typed), [least, most], typed, from)
  }

export const number =
  (least: number, most: number): Read<number> =>
  (typed, from) => {
    if (!decimal.test(typed)) throw new UsageError(`${from} is not a number: ${shown(typed)}`)
    return inRange(Number(typed), [least, most], typed, from)
  }

export const oneOf =
  <const Value extends string>(what: string, values: readonly Value[]): Read<Value> =>
  (typed, from) => {
    const found = values.find((value) => value === typed)
    if (found !== undefined) return found
    throw new UsageError(
      `${from} names no ${what}: ${shown(typed)}.${didYouMean(typed, values)} There are: ${values.join(', ')}`,
    )
  }

export const matching =
  (pattern: RegExp, what: string, example: string): Read<string> =>
  (typed, from) => {
    if (!pattern.test(typed))
      throw new UsageError(`${from} is not ${what}: ${shown(typed)}; an example: ${example}`)
    return typed
  }

const parseUrl = (typed: string): URL | undefined =>
  URL.canParse(typed) ? new URL(typed) : undefined

/** An address of an endpoint, without a slash at its end; it may have a base path, and nothing else. */
export const endpoint: Read<string> = (typed, from) => {
  const url = parseUrl(typed)
  // Before anything is shown: a message must not repeat a password.
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    throw new UsageError(
      `${from} holds a user name or a password; take them out, credentials come from the AWS provider chain (AWS_ACCESS_KEY_ID, AWS_PROFILE, …)`,
    )
  }
  if (!/^https?:\/\//i.test(typed)) {
    const meant = /^[\w.-]+(:\d+)?(\/[\w./-]*)?$/.test(typed)
      ? `http://${typed}`
      : 'http://127.0.0.1:4566'
    const problem =
      url === undefined || !typed.includes('://') ? 'is not a URL' : 'is not an http or https URL'
    throw new UsageError(
      `${from} ${problem}: ${typed.includes('@') ? 'it has no scheme' : shown(typed)}; write it like ${meant}`,
    )
  }
  if (url === undefined) {
    throw new UsageError(
      `${from} is not a URL${typed.includes('@') ? '' : `: ${shown(typed)}`}; write it like http://127.0.0.1:4566`,
    )
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(
      `${from} has a query or a fragment: ${shown(typed)}; leave out what follows the path`,
    )
  }
  return url.href.replace(/\/+$/, '')
}

const unitMs: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** `90m` in milliseconds. */
export const duration: Read<number> = (typed, from) => {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(typed) ?? []
  const ms = unitMs[unit]
  if (ms !== undefined) return Number(count) * ms
  throw new UsageError(`${from} is no time: ${shown(typed)}; write it like 90m, 24h or 7d`)
}

const mostShards = 100

/** `2/4`: the second of four. */
export const shard: Read<{ readonly index: number; readonly of: number }> = (typed, from) => {
  const [, index = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(typed) ?? []).map(Number)
  if (index >= 1 && index <= of && of <= mostShards) return { index, of }
  throw new UsageError(
    `${from} is no part of a run: ${shown(typed)}; write it like 2/4, for the second of four (${mostShards} at most)`,
  )
}

const yes = new Set(['1', 'true', 'yes', 'on'])
const no = new Set(['', '0', 'false', 'no', 'off'])

/** A switch in the environment; on the command line its presence is enough. */
export const flag: Read<boolean> = (typed, from) => {
  if (yes.has(typed.toLowerCase())) return true
  if (no.has(typed.toLowerCase())) return false
  throw new UsageError(`${from} is neither on nor off: ${shown(typed)}; give 1 or 0`)
}

/** Text that has something in it and nothing invisible. */
export const text: Read<string> = (typed, from) => {
  if (typed.trim() === '') throw new UsageError(`${from} is empty; give a value or leave it out`)
  if (/\p{Cc}/u.test(typed))
    throw new UsageError(`${from} holds control characters: ${shown(typed)}`)
  return typed
}
