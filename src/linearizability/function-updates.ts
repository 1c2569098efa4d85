import { flag } from '../model/reply.ts'
import type { FunctionState } from './function-state.ts'
import { existingVersion, withHiddenVersion, withVersion } from './function-versions.ts'
import { agree, without } from './known-content.ts'
import { publishes, type Reading } from './reading.ts'
import { loosened, moved, observed, renewed } from './revision.ts'

export const created = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  if (state.exists !== 'no') return []
  const { asked, shown, id, standing, version } = reading
  const content = { ...asked.set, ...shown }
  const born: FunctionState = {
    exists: 'yes',
    content,
    revision: { current: id, loose: id === undefined || standing !== 'settled', seen: id ?? 0n },
    touched: false,
    last: undefined,
    versions: new Map(),
    hidden: 0,
    aliases: new Map(),
    openAliases: state.openAliases,
  }
  if (!publishes(reading)) return [born]
  // Whose RevisionId the reply shows, the version's or $LATEST's, is not settled (facts F009).
  const hidden = { ...born, revision: { current: undefined, loose: true, seen: 0n } }
  return version === undefined
    ? [withHiddenVersion(hidden)]
    : [withVersion(hidden, version, content)]
}

/** `$LATEST` after an update, but for what it publishes. */
const updatedLatest = (state: FunctionState, reading: Reading): FunctionState | undefined => {
  const { given, asked, shown, id, standing } = reading
  const met = given === undefined ? state.revision : observed(state.revision, given)
  const wanted = { ...without(state.content, asked.doubted), ...asked.set }
  if (met === undefined || !agree(wanted, shown)) return undefined
  const content = { ...wanted, ...shown }
  const mayStay = agree(state.content, content)
  const revision = publishes(reading)
    ? // The reply shows the version's.
      mayStay
      ? loosened(met)
      : moved(met)
    : renewed(met, id, { loose: standing !== 'settled', mayStay })
  return revision === undefined ? undefined : { ...state, content, revision, touched: true }
}

/** Code and version in one call. The bytes of the last version may give that one again (facts F021, F025). */
const deployed = (
  before: FunctionState,
  updated: FunctionState,
  { version, shown }: Reading,
): readonly FunctionState[] => {
  if (version === undefined) return [withHiddenVersion(updated)]
  const made = updated.versions.has(version) ? [] : [withVersion(updated, version, updated.content)]
  const looked = without(shown, ['Description'])
  const found = existingVersion(before, version, looked, updated.content)
  if (found === undefined) return made
  const { versions, hidden } = found.state
  return [...made, { ...updated, versions, hidden, last: version }]
}

/** A dry run changes nothing but, on some services, what is advice only: RevisionId, what counts as a change, a version. */
const tried = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  const after = { ...state, revision: loosened(state.revision), touched: true }
  return [flag(reading.call, 'Publish') ? withHiddenVersion(after) : after]
}

export const codeUpdated = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  if (state.exists !== 'yes') return []
  if (flag(reading.call, 'DryRun')) return tried(state, reading)
  const updated = updatedLatest(state, reading)
  const asAsked =
    updated === undefined ? [] : publishes(reading) ? deployed(state, updated, reading) : [updated]
  return reading.call.partial ? [...asAsked, ...tried(state, reading)] : asAsked
}

export const configurationUpdated = (
  state: FunctionState,
  reading: Reading,
): readonly FunctionState[] => {
  const updated = state.exists === 'yes' ? updatedLatest(state, reading) : undefined
  return updated === undefined ? [] : [updated]
}
