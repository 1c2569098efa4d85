/** A RevisionId as one bit of a set. */
export type Id = bigint

/** What is known of the RevisionId of `$LATEST` or of an alias. */
export type Revision = {
  /** The last one known to have been current. */
  readonly current: Id | undefined
  /** It may have moved to one never seen since: an update may have settled, or something done that may move it or not. */
  readonly loose: boolean
  /** All that it was ever seen to be, the current one included. Where that is unknown it is none of these. */
  readonly seen: Id
}

export const noRevision: Revision = { current: undefined, loose: true, seen: 0n }

export const loosened = (revision: Revision): Revision =>
  revision.loose ? revision : { ...revision, loose: true }

/** Something has moved it, nobody knows whereto. */
export const moved = ({ seen }: Revision): Revision => ({ current: undefined, loose: true, seen })

/** A reply has shown `id` as the current one, or a precondition with it was met; undefined where it cannot be. */
export const observed = (revision: Revision, id: Id): Revision | undefined => {
  const { current, loose, seen } = revision
  if (id === current) return revision
  const mayBeAnother = current === undefined || loose
  return mayBeAnother && (seen & id) === 0n ? { current: id, loose, seen: seen | id } : undefined
}

/** `id` was refused as not the current one; undefined where it is. */
export const refusedAs = (revision: Revision, id: Id): Revision | undefined => {
  if (id !== revision.current) return revision
  return revision.loose ? moved(revision) : undefined
}

/**
 * An update has given it a new one: `id`, or one that nobody was told. `mayStay`: what the update asked for may have been
 * there already, and then not every service changes it.
 */
export const renewed = (
  revision: Revision,
  id: Id | undefined,
  { loose, mayStay }: { readonly loose: boolean; readonly mayStay: boolean },
): Revision | undefined => {
  if (id === undefined) return mayStay ? loosened(revision) : moved(revision)
  if (id === revision.current) return mayStay ? { ...revision, loose } : undefined
  return (revision.seen & id) === 0n ? { current: id, loose, seen: revision.seen | id } : undefined
}

export const revisionText = ({ current, loose, seen }: Revision): string =>
  `${current?.toString(36) ?? ''}${loose ? '~' : ''}${seen.toString(36)}`
