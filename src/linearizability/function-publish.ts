import { text } from '../model/json.ts'
import type { FunctionState } from './function-state.ts'
import {
  existingVersion,
  mayMakeVersion,
  withHiddenVersion,
  withVersion,
} from './function-versions.ts'
import { agree, sameHash, without } from './known-content.ts'
import type { Reading } from './reading.ts'
import { loosened, observed, type Revision } from './revision.ts'

const description = ['Description']

/** The RevisionId after both preconditions were met; undefined where they cannot have been. */
const metBy = (state: FunctionState, { given, hash }: Reading): Revision | undefined => {
  if (hash !== undefined && !sameHash(hash, state.content['CodeSha256'])) return undefined
  return given === undefined ? state.revision : observed(state.revision, given)
}

const made = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  const { call, version, shown } = reading
  const met = metBy(state, reading)
  if (met === undefined || !mayMakeVersion(state)) return []
  const wanted = call.partial ? null : (call.input['Description'] ?? undefined)
  // Whether a publish moves the RevisionId of `$LATEST` is not settled.
  const revision = loosened(met)
  // Nor is it whether a Description given stays with the version, nor what an empty one means (facts F030, Q12).
  const content = wanted === undefined ? state.content : without(state.content, description)
  if (version === undefined) return [withHiddenVersion({ ...state, content, revision })]
  if (state.versions.has(version)) return []
  const expected =
    typeof wanted === 'string' && wanted !== '' ? { ...content, Description: wanted } : content
  if (!agree(expected, shown)) return []
  const learnt = wanted === undefined ? shown : without(shown, description)
  const latest = { ...state, content: { ...content, ...learnt }, revision }
  return [withVersion(latest, version, { ...expected, ...shown })]
}

/** Whatever has happened counts for nothing on this service: the next publish finds the same. */
const after = (state: FunctionState): FunctionState => ({
  ...state,
  touched: false,
  revision: loosened(state.revision),
})

/**
 * Nothing to publish: the version that is there comes back. Whether the preconditions are looked at before that is not settled
 * (spec/decisions/order-of-preconditions.md, facts F036, F043).
 */
const unchanged = (
  state: FunctionState,
  { call, version, shown }: Reading,
): readonly FunctionState[] => {
  if (version === undefined) return state.last === undefined ? [] : [after(state)]
  const isGiven = call.partial === true || text(call.input, 'Description') !== undefined
  const looked = isGiven ? without(shown, description) : shown
  const found = existingVersion(state, version, looked, state.content)
  if (found === undefined) return []
  if (!isGiven) return [after(found.state)]
  // That the version keeps its own Description is recorded and not documented (facts F023).
  const versions = new Map(found.state.versions).set(version, {
    ...found.version,
    content: without(found.version.content, description),
  })
  return [after({ ...found.state, versions })]
}

export const published = (state: FunctionState, reading: Reading): readonly FunctionState[] =>
  state.exists === 'yes' ? [...made(state, reading), ...unchanged(state, reading)] : []
