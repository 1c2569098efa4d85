import { operations } from '../../generated/operations.ts'
import type { Edition } from '../../spec/editions.ts'
import { operationNames, type OperationName } from '../../spec/operations.ts'
import type { Call, Json } from '../call.ts'
import type { WireRequest } from '../drivers/driver.ts'
import { isObject, withoutNulls } from '../model/json.ts'

const placeholder = /\{([^{}]+)\}/

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** The members that a path gives, or undefined where it is not of this form. */
const membersOfPath = (
  form: string,
  path: string,
): readonly (readonly [string, string])[] | undefined => {
  const wanted = form.replace(/\/$/, '').split('/')
  const given = path.replace(/\/$/, '').split('/')
  if (wanted.length !== given.length) return undefined
  const members: (readonly [string, string])[] = []
  for (const [index, segment] of wanted.entries()) {
    const text = given[index] ?? ''
    const [, name] = placeholder.exec(segment) ?? []
    if (name === undefined) {
      if (segment !== text) return undefined
    } else {
      const value = decoded(text)
      if (value === undefined || value === '') return undefined
      members.push([name, value])
    }
  }
  return members
}

const bodyOf = (body: string | undefined): Json => {
  if (body === undefined || body === '') return {}
  try {
    return JSON.parse(body) as Json
  } catch {
    return null
  }
}

const operationAt = (
  { method, path }: Pick<WireRequest, 'method' | 'path'>,
  edition: Edition,
): readonly [OperationName, readonly (readonly [string, string])[]] | undefined => {
  for (const operation of operationNames) {
    const facts = operations[edition][operation]
    if (facts.method !== method) continue
    const members = membersOfPath(facts.path, path)
    if (members !== undefined) return [operation, members]
  }
  return undefined
}

/**
 * What a request asks for, as a service reads it: nulls in the body count as absent. Undefined where no operation of the
 * edition has this method and path. A body that is no JSON object gives no members.
 */
export const decodeRequest = (request: WireRequest, edition: Edition): Call | undefined => {
  const [path = '', query = ''] = request.path.split('?', 2)
  const found = operationAt({ method: request.method, path }, edition)
  if (found === undefined) return undefined
  const [operation, members] = found
  const body = withoutNulls(bodyOf(request.body))
  return {
    operation,
    input: {
      ...(isObject(body) ? body : {}),
      ...Object.fromEntries(new URLSearchParams(query)),
      ...Object.fromEntries(members),
    },
  }
}
