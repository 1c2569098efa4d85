import type { Call } from '../call.ts'
import { text } from '../model/json.ts'
import { policyKey } from '../model/policy-steps.ts'
import type { FunctionState, Note, Policy } from '../model/state.ts'
import { qualifierOf } from '../model/step.ts'
import { certain, isImplemented } from './aliases-of.ts'
import type { Answered } from './judge.ts'
import { isNoAnswer } from './replies.ts'
import { isWellFormed } from './well-formed.ts'

const onPolicies: readonly string[] = ['AddPermission', 'RemovePermission', 'GetPolicy']

export const isOnPolicy = ({ operation }: Call): boolean => onPolicies.includes(operation)

/** Under which key the policy that a call is about is known. */
export const policyKeyOf = (call: Call): string => policyKey(qualifierOf(call))

export const sameIds = (a: ReadonlySet<string>, b: readonly string[]): boolean =>
  a.size === new Set(b).size && b.every((id) => a.has(id))

/** A call on a policy of a function about which everything is known, in which nothing but the policy can be found wanting. */
export const isPlainPolicyCall = (answered: Answered): boolean =>
  isOnPolicy(answered.call) &&
  certain(answered) !== undefined &&
  isWellFormed(answered) &&
  !isNoAnswer(answered.reply) &&
  isImplemented(answered) &&
  ownerIsThere(answered)

const ownerIsThere = (answered: Answered): boolean => {
  const key = policyKeyOf(answered.call)
  const fn = certain(answered)
  return (
    text(answered.call.input, 'Qualifier') !== '$LATEST' &&
    (key === '' || fn?.versions.has(Number(key)) === true || fn?.aliases.has(key) === true)
  )
}

/** The policy that a call is about, as it was known before. */
export const policyOf = (answered: Answered): Policy | undefined =>
  certain(answered)?.policies.get(policyKeyOf(answered.call))

export const statementIdOf = ({ call }: { readonly call: Call }): string | undefined =>
  text(call.input, 'StatementId')

/** What was done to the policy since it was last read. */
export const notesOnPolicy = (fn: FunctionState, policy: Policy, key: string): readonly Note[] =>
  fn.notes.slice(policy.readAt).filter(({ call }) => isOnPolicy(call) && policyKeyOf(call) === key)

/** Whether there is no policy: none was ever made. Of one whose last statement was removed nothing is written. */
export const hasNone = (answered: Answered): boolean => {
  const fn = certain(answered)
  const key = policyKeyOf(answered.call)
  return (
    fn !== undefined &&
    !fn.notes.some(
      ({ call, fate }) => isOnPolicy(call) && policyKeyOf(call) === key && fate !== 'refused',
    )
  )
}

export type PolicyRevision = 'absent' | 'unknown' | 'current' | 'stale' | 'others' | 'made-up'

/** How the RevisionId that a call gives stands to that of the policy. That of an owner may be the policy's (facts F017). */
export const policyRevisionOf = (answered: Answered): PolicyRevision => {
  const fn = certain(answered)
  const policy = policyOf(answered)
  const given = text(answered.call.input, 'RevisionId')
  if (given === undefined) return 'absent'
  if (fn === undefined || policy?.revisionId === undefined || !fn.latest.settled) return 'unknown'
  if (given === policy.revisionId) return 'current'
  if (policy.revisions.includes(given)) return 'stale'
  const seen = [
    ...fn.revisions,
    ...[...fn.versions.values()].map(({ revisionId }) => revisionId),
    ...[...fn.aliases.values()].flatMap(({ revisions }) => revisions),
    ...[...fn.policies.values()].flatMap(({ revisions }) => revisions),
  ]
  return seen.includes(given) ? 'others' : 'made-up'
}
