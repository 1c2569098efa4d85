import type { Call, JsonObject } from '../call.ts'
import { contentOf, differences } from './content.ts'
import { text } from './json.ts'
import { flag, isSettled, versionNumber } from './reply.ts'
import type { FunctionState, Latest, Version } from './state.ts'

export const appended = (list: readonly string[], value: string | undefined): readonly string[] =>
  value === undefined || list.at(-1) === value ? list : [...list, value]

export const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

/** $LATEST as a reply shows it. */
export const showLatest = (fn: FunctionState, body: JsonObject): FunctionState => {
  const revisionId = text(body, 'RevisionId')
  const latest: Latest = {
    configuration: body,
    content: contentOf(body),
    settled: isSettled(body),
    ...(revisionId === undefined ? {} : { revisionId }),
  }
  return {
    ...fn,
    latest,
    revisions: appended(fn.revisions, revisionId),
    hashes: appended(fn.hashes, text(body, 'CodeSha256')),
  }
}

/**
 * From here on $LATEST's RevisionId has to be read again before it can be called current: after every accepted call that
 * may change it, whether it should or not. Otherwise one call that changes it wrongly would break every rule about it.
 */
export const doubtRevision = (fn: FunctionState): FunctionState => {
  const { revisionId: _, ...latest } = fn.latest
  return { ...fn, latest }
}

const versionStanding = (body: JsonObject): Pick<Version, 'settled' | 'revisionId'> => {
  const settled = isSettled(body)
  const revisionId = text(body, 'RevisionId')
  return { settled, ...(revisionId !== undefined && settled ? { revisionId } : {}) }
}

/** A reply with a version number: a version made, unless the number is known already. */
const showMade = (
  fn: FunctionState,
  body: JsonObject,
  madeBy: Version['madeBy'],
): FunctionState => {
  const number = versionNumber(text(body, 'Version'))
  if (number === undefined) return { ...fn, unclear: true }
  if (fn.versions.has(number)) return fn
  const from = fn.latest.content
  const version: Version = {
    number,
    madeBy,
    configuration: body,
    madeAt: fn.notes.length + (madeBy === 'unseen' ? 0 : 1),
    ...(from === undefined ? {} : { from }),
    // With which of the two RevisionIds a creation with Publish is answered is not settled (facts F009).
    ...(madeBy === 'CreateFunction' ? { settled: false } : versionStanding(body)),
  }
  return {
    ...fn,
    versions: new Map(fn.versions).set(number, version),
    highest: Math.max(fn.highest, number),
    last: number,
    notesAt: { ...fn.notesAt, made: fn.notes.length },
  }
}

export const afterCreate = (fn: FunctionState, call: Call, body: JsonObject): FunctionState => {
  const shown = showLatest(fn, body)
  if (!flag(call, 'Publish')) return shown
  // The RevisionId of the reply is the version's; $LATEST has another, not shown (facts F009).
  const hidden = doubtRevision({ ...shown, revisions: fn.revisions })
  return showMade(
    { ...hidden, latest: { ...hidden.latest, settled: false } },
    body,
    'CreateFunction',
  )
}

export const afterPublish = (fn: FunctionState, body: JsonObject): FunctionState =>
  doubtRevision(showMade(fn, body, 'PublishVersion'))

export const afterUpdateCode = (fn: FunctionState, call: Call, body: JsonObject): FunctionState => {
  if (flag(call, 'DryRun')) return doubtRevision(fn)
  if (!flag(call, 'Publish')) return showLatest(fn, body)
  // The reply shows the version; of $LATEST it tells the content only.
  const { latest, hashes } = showLatest(fn, body)
  const { revisionId: _, ...hidden } = latest
  return showMade(
    { ...fn, hashes, latest: { ...hidden, settled: false } },
    body,
    'UpdateFunctionCode',
  )
}

/** A version read by its number. Its RevisionId counts once it is Active. */
export const afterReadVersion = (fn: FunctionState, body: JsonObject): FunctionState => {
  const number = versionNumber(text(body, 'Version'))
  if (number === undefined) return fn
  const known = fn.versions.get(number)
  if (known === undefined) return showMade(fn, body, 'unseen')
  if (known.settled) return fn
  const version = { ...known, ...versionStanding(body) }
  return { ...fn, versions: new Map(fn.versions).set(number, version) }
}

export const afterList = (fn: FunctionState, items: readonly JsonObject[]): FunctionState => {
  const listed = items.reduce((state, item) => {
    const number = versionNumber(text(item, 'Version'))
    return number === undefined || state.versions.has(number)
      ? state
      : showMade(state, item, 'unseen')
  }, fn)
  return { ...listed, notesAt: { ...listed.notesAt, listed: fn.notes.length } }
}

export const afterDelete = (fn: FunctionState, qualifier: string | undefined): FunctionState => {
  const number = versionNumber(qualifier)
  if (qualifier === undefined) return { ...fn, existence: 'absent' }
  // What the deletion of $LATEST or of an alias has deleted, if it is not refused, nobody can tell (facts F093).
  if (number === undefined) return { ...fn, unclear: true }
  const left = doubtRevision(fn)
  // A version that was not there is deleted with success, too (facts F062).
  if (!fn.versions.has(number)) return left
  return {
    ...left,
    versions: without(fn.versions, number),
    policies: without(fn.policies, String(number)),
    deleted: new Set(fn.deleted).add(number),
  }
}

/** Members of $LATEST's content that differ between two states. */
export const changedBetween = (before: FunctionState, after: FunctionState): readonly string[] =>
  before.latest.content === undefined || after.latest.content === undefined
    ? []
    : differences(before.latest.content, after.latest.content)
