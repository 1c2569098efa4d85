import type { FunctionState, KnownVersion } from './function-state.ts'
import { agree, without, type KnownContent } from './known-content.ts'

/** `$LATEST` as it is has become a version of this number. */
export const withVersion = (
  state: FunctionState,
  number: number,
  content: KnownContent,
): FunctionState => ({
  ...state,
  versions: new Map(state.versions).set(number, { content, basis: state.content }),
  last: number,
  touched: false,
})

/** The same where nobody was told the number; or nothing was made: hidden versions need not be there. */
export const withHiddenVersion = (state: FunctionState): FunctionState => ({
  ...state,
  hidden: state.hidden + 1,
  last: 'hidden',
  touched: false,
})

/** A version as a reply shows it that did not make it: known and no other, or one of the hidden ones; undefined where it cannot be. */
export const showVersion = (
  state: FunctionState,
  number: number,
  shown: KnownContent,
): FunctionState | undefined => {
  const known = state.versions.get(number)
  if (known === undefined) {
    if (state.hidden === 0) return undefined
    const version = { content: shown, basis: without(shown, ['Description']) }
    const versions = new Map(state.versions).set(number, version)
    return { ...state, versions, hidden: state.hidden - 1 }
  }
  if (!agree(known.content, shown)) return undefined
  const isNews = Object.keys(shown).some((name) => known.content[name] === undefined)
  if (!isNews) return state
  const content = { ...known.content, ...shown }
  return { ...state, versions: new Map(state.versions).set(number, { ...known, content }) }
}

/** Whether the version made last was deleted since: what a publish does then is not settled (facts Q5). */
const isLastGone = ({ last, versions }: FunctionState): boolean =>
  typeof last === 'number' && !versions.has(last)

/** Whether a publish may make a version. Where nothing at all has happened since the last one was made it must not. */
export const mayMakeVersion = (state: FunctionState): boolean =>
  state.touched || state.last === undefined

/**
 * The existing version that a publish answers with in place of a new one. It is the last one, and `content` is no other
 * than that was made of: on a service that compares contents an update need not count (spec/decisions/no-change-rule.md).
 */
export const existingVersion = (
  state: FunctionState,
  number: number,
  shown: KnownContent,
  content: KnownContent,
): { readonly state: FunctionState; readonly version: KnownVersion } | undefined => {
  const { last } = state
  if (last !== number && last !== 'hidden' && !isLastGone(state)) return undefined
  const next = showVersion(state, number, shown)
  const version = next?.versions.get(number)
  if (next === undefined || version === undefined) return undefined
  if (!agree(content, version.basis)) return undefined
  return { state: { ...next, last: number }, version }
}
