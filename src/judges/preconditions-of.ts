import { text } from '../model/json.ts'
import type { FunctionState, State } from '../model/state.ts'
import type { Answered } from './judge.ts'
import { isWellFormed } from './well-formed.ts'

/** How a RevisionId that a call gives stands to $LATEST's current one. All but the first two differ from it. */
export type RevisionKind =
  | 'absent'
  | 'current'
  | 'unknown'
  | 'empty'
  | 'part'
  | 'other-case'
  | 'stale'
  | 'versions'
  | 'aliases'
  | 'other-functions'
  | 'made-up'

const otherFunctionHas = (state: State, fn: FunctionState, revisionId: string): boolean =>
  [...state.functions.values()].some(
    (other) => other.name !== fn.name && other.revisions.includes(revisionId),
  )

/** The function was watched from its creation on and never showed a RevisionId: none that is given can be its own. */
const givesNone = (fn: FunctionState): boolean =>
  fn.fromBirth && fn.latest.configuration !== undefined && fn.revisions.length === 0

const revisionKind = (fn: FunctionState, state: State, given: string | undefined): RevisionKind => {
  const current = fn.latest.revisionId
  if (given === undefined) return 'absent'
  if (given === '') return 'empty'
  if (current === undefined) return givesNone(fn) ? 'made-up' : 'unknown'
  if (given === current) return 'current'
  if ([...fn.versions.values()].some(({ revisionId }) => revisionId === given)) return 'versions'
  if ([...fn.aliases.values()].some(({ revisionId }) => revisionId === given)) return 'aliases'
  if (fn.revisions.includes(given)) return 'stale'
  if (given.toLowerCase() === current.toLowerCase()) return 'other-case'
  if (current.startsWith(given)) return 'part'
  return otherFunctionHas(state, fn, given) ? 'other-functions' : 'made-up'
}

export type HashKind =
  | 'absent'
  | 'current'
  | 'unknown'
  | 'empty'
  | 'other-case'
  | 'hex'
  | 'part'
  | 'last-published'
  | 'previous'
  | 'wrong'

const hashKind = (fn: FunctionState, given: string | undefined): HashKind => {
  const current = text(fn.latest.configuration, 'CodeSha256')
  if (given === undefined) return 'absent'
  if (given === '') return 'empty'
  if (current === undefined) return 'unknown'
  if (given === current) return 'current'
  if (given.toLowerCase() === current.toLowerCase()) {
    // In hexadecimal, the same hash.
    return /^[0-9a-f]*$/i.test(current) ? 'unknown' : 'other-case'
  }
  if (given === Buffer.from(current, 'base64').toString('hex')) return 'hex'
  if (current.startsWith(given)) return 'part'
  const published = fn.last === undefined ? undefined : fn.versions.get(fn.last)
  if (given === text(published?.configuration, 'CodeSha256')) return 'last-published'
  return fn.hashes.includes(given) ? 'previous' : 'wrong'
}

export type Preconditions = { readonly revision: RevisionKind; readonly hash: HashKind }

/**
 * Both preconditions of a call on a function that is settled and known, or undefined where either cannot be told. A
 * request at or over a limit has other reasons to be refused.
 */
export const preconditionsOf = ({
  fn,
  step,
  call,
  context,
}: Answered): Preconditions | undefined => {
  if (fn === undefined || fn.unclear || fn.existence !== 'exists' || !fn.latest.settled)
    return undefined
  if (!isWellFormed({ call, context })) return undefined
  const preconditions = {
    revision: revisionKind(fn, step.before, text(call.input, 'RevisionId')),
    hash: hashKind(fn, text(call.input, 'CodeSha256')),
  }
  return preconditions.revision === 'unknown' || preconditions.hash === 'unknown'
    ? undefined
    : preconditions
}

export const revisionFits = ({ revision }: Preconditions): boolean =>
  revision === 'absent' || revision === 'current'

export const hashFits = ({ hash }: Preconditions): boolean =>
  hash === 'absent' || hash === 'current'
