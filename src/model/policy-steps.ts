import type { Call, Json, JsonObject } from '../call.ts'
import { appended, doubtRevision } from './function-steps.ts'
import { isObject, member, text } from './json.ts'
import { versionNumber } from './reply.ts'
import type { Alias, FunctionState, Policy, Version } from './state.ts'

/** JSON in a text, as statements and policies travel; undefined where it is none. */
export const jsonIn = (value: string | undefined): Json | undefined => {
  if (value === undefined) return undefined
  try {
    return JSON.parse(value) as Json
  } catch {
    return undefined
  }
}

/** The statements of the policy in a reply of GetPolicy, or undefined where they cannot be read. */
export const statementsIn = (body: JsonObject | undefined): readonly JsonObject[] | undefined => {
  const statements = member(jsonIn(text(body, 'Policy')), 'Statement')
  // A policy may hold one statement without a list around it.
  const list: readonly Json[] | undefined = Array.isArray(statements)
    ? statements
    : isObject(statements)
      ? [statements]
      : undefined
  return list?.filter((item): item is JsonObject => isObject(item))
}

export const idsIn = (statements: readonly JsonObject[]): readonly string[] =>
  statements.flatMap((statement) => text(statement, 'Sid') ?? [])

/** Whose policy a qualifier means: none and $LATEST both mean the function's. */
export const policyKey = (qualifier: string | undefined): string =>
  qualifier === undefined || qualifier === '$LATEST' ? '' : qualifier

const withPolicy = (fn: FunctionState, key: string, policy: Policy): FunctionState => ({
  ...fn,
  policies: new Map(fn.policies).set(key, policy),
})

const withoutRevision = <Known extends Alias | Policy | Version>(known: Known): Known => {
  const { revisionId: _, ...rest } = known
  return rest as Known
}

const doubted = <K, V extends Alias | Policy | Version>(
  map: ReadonlyMap<K, V>,
  key: K,
): ReadonlyMap<K, V> => {
  const known = map.get(key)
  return known === undefined ? map : new Map(map).set(key, withoutRevision(known))
}

/** Until 2024 a policy shared the RevisionId of what it belongs to, and a change of it changed both (facts F017). */
const doubtOwner = (fn: FunctionState, key: string): FunctionState =>
  doubtRevision({
    ...fn,
    versions: doubted(fn.versions, versionNumber(key) ?? 0),
    aliases: doubted(fn.aliases, key),
  })

/** For the same reason any change of a function may change the RevisionId of its policies. */
export const doubtPolicies = (fn: FunctionState): FunctionState =>
  fn.policies.size === 0
    ? fn
    : {
        ...fn,
        policies: new Map(
          [...fn.policies].map(([key, policy]): [string, Policy] => [key, withoutRevision(policy)]),
        ),
      }

/** After AddPermission or RemovePermission. */
export const afterPolicyChange = (fn: FunctionState, call: Call, key: string): FunctionState => {
  const left = doubtOwner(fn, key)
  const id = text(call.input, 'StatementId')
  if (id === undefined) return left
  const known = fn.policies.get(key)
  const statements = new Set(known?.statements)
  if (call.operation === 'AddPermission') statements.add(id)
  else statements.delete(id)
  return withPolicy(left, key, {
    ...(known ?? { revisions: [], readAt: fn.notes.length }),
    statements,
  })
}

/** What a read shows counts from now on, right or wrong: a breach is laid to the calls before it, and to no later ones. */
export const afterReadPolicy = (
  fn: FunctionState,
  key: string,
  body: JsonObject,
): FunctionState => {
  const known = fn.policies.get(key)
  const shown = statementsIn(body)
  const revisionId = text(body, 'RevisionId')
  return withPolicy(fn, key, {
    statements: shown === undefined ? (known?.statements ?? new Set()) : new Set(idsIn(shown)),
    ...(revisionId === undefined ? {} : { revisionId }),
    revisions: appended(known?.revisions ?? [], revisionId),
    readAt: fn.notes.length,
  })
}
