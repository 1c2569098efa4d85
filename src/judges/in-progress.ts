import { text } from '../model/json.ts'
import { errorName } from '../model/reply.ts'
import { breaks, holds, onEach, silent, type Answered, type Judge, type Opinion } from './judge.ts'
import { described, isNoAnswer, isRefused, latestRead } from './replies.ts'
import { isWellFormed } from './well-formed.ts'

const isInProgress = ({ fn }: Answered): boolean =>
  fn !== undefined &&
  !fn.unclear &&
  text(fn.latest.configuration, 'LastUpdateStatus') === 'InProgress'

/** Nothing in the call that could be refused. */
const isPlain = ({ call, context }: Answered): boolean =>
  isWellFormed({ call, context }) &&
  call.input['RevisionId'] === undefined &&
  call.input['CodeSha256'] === undefined &&
  (call.operation !== 'UpdateFunctionCode' || call.input['ZipFile'] !== undefined)

const ofTheCall = (answered: Answered): Opinion => {
  if (!isInProgress(answered)) return silent
  if (answered.reply.status === 409) {
    return errorName(answered.reply) === 'ResourceConflictException'
      ? holds
      : breaks('ResourceConflictException with 409', described(answered))
  }
  // Had the update ended in the meantime, there would be nothing against the call.
  return isRefused(answered) && isPlain(answered) && !isNoAnswer(answered.reply)
    ? breaks('409 ResourceConflictException or success', described(answered))
    : silent
}

/**
 * That a publish was accepted proves nothing by itself, for the update may have ended in the meantime: only a read that
 * still shows InProgress afterwards does.
 */
const ofTheReadAfterPublish = (answered: Answered): Opinion => {
  const { fn } = answered
  const note = fn?.notes.at(-1)
  if (note?.call.operation !== 'PublishVersion' || note.fate !== 'accepted') return silent
  if (!isInProgress(answered) || fn?.notesAt.read === fn?.notes.length) return silent
  return text(latestRead(answered), 'LastUpdateStatus') === 'InProgress'
    ? breaks('409 ResourceConflictException, the update being in progress', 'a version')
    : silent
}

/** A call while an update is in progress. */
export const refusedInProgress = (operation: 'PublishVersion' | 'UpdateFunctionCode'): Judge =>
  onEach((answered) => {
    if (answered.call.operation === operation) return ofTheCall(answered)
    return operation === 'PublishVersion' ? ofTheReadAfterPublish(answered) : silent
  })
