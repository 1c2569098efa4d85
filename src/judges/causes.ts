import { versionNumber } from '../model/reply.ts'
import { isUpdate } from '../model/situation.ts'
import type { FunctionState, Note, Version } from '../model/state.ts'
import type { Step } from '../model/trace.ts'
import { qualifierOf } from '../model/step.ts'
import { changesElsewhere, stepOf } from './elsewhere.ts'

/** An accepted deletion of a version. */
export const isVersionDeletion = ({ call, fate }: Note): boolean =>
  call.operation === 'DeleteFunction' && fate === 'accepted' && qualifierOf(call) !== undefined

const isChange = (note: Note): boolean =>
  note.fate !== 'refused' &&
  (isUpdate(note) || ['PublishVersion', 'DeleteFunction'].includes(note.call.operation))

/** Whether the deletion of another version is what was done last since this one was made: a breach is laid to that. */
export const isLaidToDeletion = (fn: FunctionState, { madeAt }: Version): boolean => {
  const last = fn.notes.slice(madeAt).findLast(isChange)
  return last !== undefined && isVersionDeletion(last)
}

/** Whether the version with the same number of another function was deleted since this one was made. */
export const isDeletedElsewhere = (step: Step, fn: FunctionState, version: Version): boolean =>
  changesElsewhere(step, fn, stepOf(fn, version)).some(
    (note) => isVersionDeletion(note) && versionNumber(qualifierOf(note.call)) === version.number,
  )

/** The numbers of versions whose deletion was refused, as far as they are there still. */
export const refusedDeletions = (fn: FunctionState): readonly number[] =>
  fn.notes.flatMap(({ call, fate, status }) => {
    const number = versionNumber(qualifierOf(call))
    const isRefused = call.operation === 'DeleteFunction' && fate === 'refused' && status === 409
    return isRefused && number !== undefined && fn.versions.has(number) ? [number] : []
  })
