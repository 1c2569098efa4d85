import type { Call } from '../call.ts'
import { differences } from './content.ts'
import type { FunctionState, Note, Version } from './state.ts'
import { flag } from './reply.ts'

/** What a PublishVersion finds: what has happened since the last version was made. */
export type Situation =
  | { readonly kind: 'unknown' }
  /** Nothing published yet. */
  | { readonly kind: 'first' }
  /** No update was accepted since: the existing version has to come back. */
  | { readonly kind: 'unchanged'; readonly version: Version }
  /** Updates were accepted, the content is as published: sources disagree, either is legal. */
  | { readonly kind: 'touched'; readonly version: Version; readonly updates: readonly Note[] }
  /** The content differs from what was published. */
  | { readonly kind: 'changed'; readonly version: Version; readonly members: readonly string[] }

export const notesSince = (
  fn: FunctionState,
  since: keyof FunctionState['notesAt'],
): readonly Note[] => fn.notes.slice(fn.notesAt[since])

export const isUpdate = ({ call }: Note): boolean =>
  (call.operation === 'UpdateFunctionCode' && !flag(call, 'DryRun')) ||
  call.operation === 'UpdateFunctionConfiguration'

/** Whether an update asks for this member of the content. A change that nothing asked for may be one reply showing more than another. */
export const asksFor = ({ operation, input }: Call, member: string): boolean =>
  operation === 'UpdateFunctionCode'
    ? member === 'CodeSha256' || Object.hasOwn(input, member)
    : operation === 'UpdateFunctionConfiguration' && Object.hasOwn(input, member)

const wasGiven = (fn: FunctionState, { madeAt }: Version, member: string): boolean =>
  fn.notes
    .slice(0, madeAt)
    .some(({ call, fate }) => fate === 'accepted' && Object.hasOwn(call.input, member))

export const situationOf = (fn: FunctionState | undefined): Situation => {
  if (fn === undefined || fn.unclear || fn.existence !== 'exists') return { kind: 'unknown' }
  if (!fn.latest.settled) return { kind: 'unknown' }
  if (fn.last === undefined) return fn.deleted.size > 0 ? { kind: 'unknown' } : { kind: 'first' }
  const version = fn.versions.get(fn.last)
  // What a publish does after the newest version was deleted is not settled (facts Q5).
  if (version === undefined || version.madeBy === 'unseen') return { kind: 'unknown' }
  const updates = notesSince(fn, 'made').filter(
    (note) => note.fate === 'accepted' && isUpdate(note),
  )
  if (updates.length === 0) return { kind: 'unchanged', version }
  if (version.from === undefined || fn.latest.content === undefined) return { kind: 'unknown' }
  const { from } = version
  const members = differences(from, fn.latest.content).filter(
    (member) =>
      updates.some(({ call }) => asksFor(call, member)) &&
      // What was given before the publish and not shown by it may be the same still.
      (from[member] !== undefined || !wasGiven(fn, version, member)),
  )
  return members.length === 0
    ? { kind: 'touched', version, updates }
    : { kind: 'changed', version, members }
}
