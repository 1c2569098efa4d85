import type { Json, JsonObject } from '../call.ts'

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of a body, or undefined where it is absent, null, or the body is no object. */
export const member = (value: Json | undefined, name: string): Json | undefined => {
  if (!isObject(value) || !Object.hasOwn(value, name)) return undefined
  return value[name] ?? undefined
}

export const text = (value: Json | undefined, name: string): string | undefined => {
  const found = member(value, name)
  return typeof found === 'string' ? found : undefined
}

/** Absent and null are the same to the service, at every depth; empty objects and lists are not. */
export const withoutNulls = (value: Json, depth = 0): Json => {
  if (depth > 32 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: Json) => withoutNulls(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([name, item]) => [name, withoutNulls(item, depth + 1)]),
  )
}

/** Equality of JSON values, members in any order. */
export const sameJson = (a: Json | undefined, b: Json | undefined, depth = 0): boolean => {
  if (a === b) return true
  if (depth > 32 || typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item: Json, index) => sameJson(item, b[index] as Json, depth + 1))
    )
  }
  const left = a as JsonObject
  const right = b as JsonObject
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every(
      (name) => Object.hasOwn(right, name) && sameJson(left[name], right[name], depth + 1),
    )
  )
}
