import type { JsonObject } from '../call.ts'
import { text } from '../model/json.ts'
import { errorName } from '../model/reply.ts'
import {
  breaks,
  holds,
  onCallsOf,
  onEach,
  say,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { described, isNoAnswer, isRefused, latestRead } from './replies.ts'
import { isWellFormed } from './well-formed.ts'

type Busy = 'InProgress' | 'Pending'

const busy = (configuration: JsonObject | undefined): Busy | undefined => {
  if (text(configuration, 'State') === 'Pending') return 'Pending'
  return text(configuration, 'LastUpdateStatus') === 'InProgress' ? 'InProgress' : undefined
}

const isBusy = ({ fn }: Answered, how: Busy): boolean =>
  fn !== undefined && !fn.unclear && busy(fn.latest.configuration) === how

/** Nothing in the call that could be refused. */
const isPlain = ({ call, context }: Answered): boolean =>
  isWellFormed({ call, context }) &&
  call.input['RevisionId'] === undefined &&
  call.input['CodeSha256'] === undefined &&
  (call.operation !== 'UpdateFunctionCode' || call.input['ZipFile'] !== undefined)

const ofTheCall = (answered: Answered, how: Busy): Opinion => {
  if (!isBusy(answered, how)) return silent
  if (answered.reply.status === 409) {
    return errorName(answered.reply) === 'ResourceConflictException'
      ? holds
      : breaks('ResourceConflictException with 409', described(answered))
  }
  // Had it ended in the meantime, there would be nothing against the call.
  return isRefused(answered) && isPlain(answered) && !isNoAnswer(answered.reply)
    ? breaks('409 ResourceConflictException or success', described(answered))
    : silent
}

/**
 * That a publish was accepted proves nothing by itself, for the update may have ended in the meantime: only a read that
 * still shows the same afterwards does.
 */
const ofTheReadAfterPublish = (answered: Answered, how: Busy): Opinion => {
  const { fn } = answered
  const note = fn?.notes.at(-1)
  if (note?.call.operation !== 'PublishVersion' || note.fate !== 'accepted') return silent
  if (!isBusy(answered, how) || fn?.notesAt.read === fn?.notes.length) return silent
  return busy(latestRead(answered)) === how
    ? breaks(`409 ResourceConflictException, the function being ${how}`, 'a version')
    : silent
}

type Changing = 'PublishVersion' | 'UpdateFunctionCode' | 'UpdateFunctionConfiguration'

const refusedWhile = (how: Busy, operation: Changing): Judge =>
  onEach((answered) => {
    if (answered.call.operation === operation) return ofTheCall(answered, how)
    return operation === 'PublishVersion' ? ofTheReadAfterPublish(answered, how) : silent
  })

/** A call while an update is in progress. */
export const refusedInProgress = (operation: Changing): Judge =>
  refusedWhile('InProgress', operation)

/** A call while the function is being created. */
export const refusedWhilePending = (operation: Changing): Judge =>
  refusedWhile('Pending', operation)

/** A read while an update is in progress shows the RevisionId that the reply of the update gave. */
export const revisionInProgress: Judge = onCallsOf(
  ['GetFunctionConfiguration', 'GetFunction'],
  (answered) => {
    const shown = latestRead(answered)
    const before = answered.fn?.latest.revisionId
    const now = text(shown, 'RevisionId')
    if (before === undefined || now === undefined) return silent
    if (!isBusy(answered, 'InProgress') || busy(shown) !== 'InProgress') return silent
    return before === now
      ? holds
      : breaks(`RevisionId ${say(before)}, the update being in progress`, `RevisionId ${say(now)}`)
  },
)
