import type { Json } from '../call.ts'

/** What is wrong with a value of a file, and where: `exchanges[3].outcome.status is no whole number`. */
export class Misfit extends Error {
  override readonly name = 'Misfit'
}

/** A value as it should be. `at` is where it stands. Throws `Misfit`. */
export type Reader<Value> = (value: unknown, at: string) => Value

export type Members = Readonly<Record<string, unknown>>

const misfit = (at: string, what: string): Misfit => new Misfit(`${at === '' ? 'it' : at} ${what}`)

export const objectAt: Reader<Members> = (value, at) => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members
  throw misfit(at, 'is no object')
}

export const textAt: Reader<string> = (value, at) => {
  if (typeof value === 'string') return value
  throw misfit(at, 'is no text')
}

export const matchingAt =
  (pattern: RegExp, what: string): Reader<string> =>
  (value, at) => {
    if (pattern.test(textAt(value, at))) return textAt(value, at)
    throw misfit(at, `is no ${what}`)
  }

export const yesAt: Reader<true> = (value, at) => {
  if (value === true) return value
  throw misfit(at, 'is not true')
}

/** JSON has no NaN, but `1e999` is read as Infinity. */
export const timeAt: Reader<number> = (value, at) => {
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value
  throw misfit(at, 'is no time in milliseconds')
}

export const wholeAt =
  (least: number, most: number): Reader<number> =>
  (value, at) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
      return value
    }
    throw misfit(at, `is no whole number from ${least} to ${most}`)
  }

export const oneOfAt =
  <const Name extends string>(names: readonly Name[], what: string): Reader<Name> =>
  (value, at) => {
    const found = names.find((name) => name === value)
    if (found !== undefined) return found
    throw misfit(at, `is no ${what} that this release knows`)
  }

export const listAt =
  <Value>(read: Reader<Value>): Reader<readonly Value[]> =>
  (value, at) => {
    if (Array.isArray(value)) return value.map((each, index) => read(each, `${at}[${index}]`))
    throw misfit(at, 'is no list')
  }

/** Whatever came out of `JSON.parse`. */
export const jsonAt: Reader<Json> = (value) => value as Json

export const textsAt: Reader<Readonly<Record<string, string>>> = (value, at) => {
  const entries = Object.entries(objectAt(value, at))
  return Object.fromEntries(
    entries.map(([name, each]) => [name, textAt(each, `a value in ${at}`)] as const),
  )
}

const pathOf = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`)

export const memberOf = <Value>(
  object: Members,
  name: string,
  at: string,
  read: Reader<Value>,
): Value => {
  if (!Object.hasOwn(object, name)) throw misfit(pathOf(at, name), 'is missing')
  return read(object[name], pathOf(at, name))
}

/** The member, to be spread; nothing where it is absent. */
export const optional = <const Name extends string, Value>(
  object: Members,
  name: Name,
  at: string,
  read: Reader<Value>,
): { readonly [Key in Name]?: Value } =>
  Object.hasOwn(object, name)
    ? // The one key is the name.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      ({ [name]: memberOf(object, name, at, read) } as { readonly [Key in Name]?: Value })
    : {}
