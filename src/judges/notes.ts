import { notesSince } from '../model/situation.ts'
import type { FunctionState, Note } from '../model/state.ts'

type Since = keyof FunctionState['notesAt']

/** The one call since then, where there was exactly one. */
export const lastNote = (fn: FunctionState | undefined, since: Since): Note | undefined => {
  const notes = fn === undefined ? [] : notesSince(fn, since)
  return notes.length === 1 ? notes[0] : undefined
}

/**
 * The calls since then, where all of them are of one kind. A breach seen after calls of several kinds cannot be laid to
 * one of them: the next program that makes the calls apart will show whose it is.
 */
export const onlySince = (
  fn: FunctionState | undefined,
  since: Since,
  isKind: (note: Note) => boolean,
): readonly Note[] => {
  const notes = fn === undefined ? [] : notesSince(fn, since)
  return notes.every(isKind) ? notes : []
}

export const refusedWith =
  (operation: string, status: number) =>
  (note: Note): boolean =>
    note.call.operation === operation && note.fate === 'refused' && note.status === status
