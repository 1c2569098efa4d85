import type { OperationName } from '../../spec/operations.ts'
import type { JsonObject } from '../call.ts'
import { revisionInProgress } from './in-progress.ts'
import { isObject, member, text } from '../model/json.ts'
import { isSettled } from '../model/reply.ts'
import { isUpdate } from '../model/situation.ts'
import type { Note } from '../model/state.ts'
import { qualifierOf } from '../model/step.ts'
import {
  breaks,
  holds,
  onCallsOf,
  onEach,
  say,
  shows,
  silent,
  type Answered,
  type Judge,
} from './judge.ts'
import { changesElsewhereSinceRead } from './elsewhere.ts'
import { lastNote } from './notes.ts'
import { madeHere } from './publish-version.ts'
import { expectRevisionKept } from './revision-kept.ts'
import { acceptedBody, isDryRun, latestRead, readBody } from './replies.ts'
import { isNamedAtLength, isSound } from './well-formed.ts'

const configurationsIn = (answered: Answered): JsonObject | undefined => {
  switch (answered.call.operation) {
    case 'CreateFunction':
    case 'PublishVersion':
    case 'UpdateFunctionConfiguration':
    case 'GetFunctionConfiguration':
      return acceptedBody(answered)
    case 'UpdateFunctionCode':
      return isDryRun(answered) ? undefined : acceptedBody(answered)
    case 'GetFunction': {
      const configuration = member(acceptedBody(answered), 'Configuration')
      return isObject(configuration) ? configuration : undefined
    }
    default:
      return undefined
  }
}

/** An accepted update without Publish, whose reply shows $LATEST. */
const changesWith = (operation: OperationName, withChange: boolean): Judge =>
  onCallsOf(operation, (answered) => {
    const { fn, fnAfter, call } = answered
    const before = fn?.latest.revisionId
    const now = text(acceptedBody(answered), 'RevisionId')
    const note = fnAfter?.notes.at(-1)
    if (call.input['Publish'] === true || isDryRun(answered) || fn?.unclear) return silent
    if (before === undefined || now === undefined || note === undefined) return silent
    if (!isSound(answered)) return silent
    if (note.changed.length > 0 !== withChange) return silent
    if (before !== now) return holds
    // The end of the update may be what changes it.
    return fnAfter?.latest.settled
      ? breaks(`a RevisionId other than ${say(before)}`, 'the same')
      : silent
  })

/** A read of $LATEST after exactly one call, of this kind, that was accepted. */
const staysAfter = (isKind: (note: Note) => boolean, since: string): Judge =>
  onCallsOf(['GetFunctionConfiguration', 'GetFunction'], (answered) => {
    const note = lastNote(answered.fn, 'read')
    return note?.fate === 'accepted' && isKind(note)
      ? expectRevisionKept(answered.fn, latestRead(answered), since)
      : silent
  })

const isOf = (operation: OperationName) => (note: Note) => note.call.operation === operation

/** When a RevisionId changes, and when it does not. */
export const revisionLifeJudges = {
  'revision-id/is-always-given': onEach((answered) => {
    const configuration = configurationsIn(answered)
    if (configuration === undefined) return silent
    return text(configuration, 'RevisionId') === undefined
      ? breaks('a RevisionId', `none in the reply of ${answered.call.operation}`)
      : holds
  }),
  'revision-id/is-a-uuid': onEach((answered) => {
    const revisionId = text(configurationsIn(answered), 'RevisionId')
    if (revisionId === undefined) return silent
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(revisionId)
      ? holds
      : breaks('a UUID in lower case', say(revisionId))
  }),
  'revision-id/changes-with-code': changesWith('UpdateFunctionCode', true),
  'revision-id/changes-with-same-code': changesWith('UpdateFunctionCode', false),
  'revision-id/changes-with-configuration': changesWith('UpdateFunctionConfiguration', true),
  'revision-id/changes-with-same-configuration': changesWith('UpdateFunctionConfiguration', false),
  'revision-id/is-not-given-twice': onEach((answered) => {
    const { fn, fnAfter } = answered
    const now = fnAfter?.revisions.at(-1)
    if (fn === undefined || now === undefined || now === fn.revisions.at(-1)) return silent
    return fn.revisions.includes(now)
      ? breaks('a RevisionId that $LATEST did not have before', `RevisionId ${say(now)} again`)
      : holds
  }),
  'revision-id/reply-is-current': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    ({ fn, ...answered }) => {
      const note = lastNote(fn, 'read')
      const shown = text(latestRead({ fn, ...answered }), 'RevisionId')
      const replied = fn?.latest.revisionId
      if (note?.fate !== 'accepted' || !isUpdate(note) || fn?.unclear || !fn?.latest.settled)
        return silent
      if (shown === undefined || replied === undefined) return silent
      return shown === replied
        ? holds
        : breaks(`RevisionId ${say(replied)}, as the update returned it`, say(shown))
    },
  ),
  'revision-id/stays-while-in-progress': revisionInProgress,
  'revision-id/stays-when-read': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) =>
      answered.fn?.notesAt.read === answered.fn?.notes.length &&
      // What another function's changes do to this one is looked at by other rules.
      changesElsewhereSinceRead(answered.step, answered.fn).length === 0
        ? expectRevisionKept(answered.fn, latestRead(answered), 'it was read')
        : silent,
  ),
  'revision-id/stays-when-an-alias-is-made': staysAfter(isOf('CreateAlias'), 'the alias was made'),
  'revision-id/stays-when-a-version-is-deleted': staysAfter(
    (note) => note.call.operation === 'DeleteFunction' && qualifierOf(note.call) !== undefined,
    'the deletion',
  ),
  'revision-id/version-has-its-own': onCallsOf('PublishVersion', (answered) => {
    const made = madeHere(answered)
    const own = text(made?.configuration, 'RevisionId')
    const latest = answered.fn?.latest.revisionId
    if (made === undefined || own === undefined || latest === undefined) return silent
    return own === latest ? breaks("a RevisionId other than $LATEST's", 'the same') : holds
  }),
  'revision-id/version-keeps-its-own': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) => {
      const number = Number(qualifierOf(answered.call))
      const known = answered.fn?.versions.get(number)?.revisionId
      const now = text(readBody(answered), 'RevisionId')
      if (known === undefined || now === undefined || answered.fn?.unclear) return silent
      if (isNamedAtLength(answered)) return silent
      return known === now ? holds : breaks(`RevisionId ${say(known)}`, `RevisionId ${say(now)}`)
    },
  ),
  'revision-id/alias-has-its-own': onCallsOf(['CreateAlias', 'GetAlias'], (answered) => {
    const own = text(acceptedBody(answered), 'RevisionId')
    const { fn } = answered
    if (own === undefined || fn === undefined) return silent
    const others = [
      ...fn.revisions,
      ...[...fn.versions.values()].map((version) => version.revisionId),
    ]
    return others.includes(own)
      ? breaks(
          "a RevisionId that is the alias's own",
          `RevisionId ${say(own)} of the function or version`,
        )
      : holds
  }),
  'revision-id/publish-changes-latest': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    ({ fn, ...answered }) => {
      const note = lastNote(fn, 'read')
      const now = text(latestRead({ fn, ...answered }), 'RevisionId')
      const before = fn?.revisions.at(-1)
      if (note?.call.operation !== 'PublishVersion' || note.fate !== 'accepted') return silent
      if (now === undefined || before === undefined || fn?.notesAt.made !== fn?.notes.length)
        return silent
      return shows(now === before ? 'leaves it' : 'changes it')
    },
  ),
  'revision-id/settling-changes-latest': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    ({ fn, ...answered }) => {
      const shown = latestRead({ fn, ...answered })
      const before = fn?.latest.revisionId
      const now = text(shown, 'RevisionId')
      const ended = shown !== undefined && isSettled(shown) && fn?.latest.settled === false
      if (!ended || before === undefined || now === undefined || fn?.unclear) return silent
      return shows(now === before ? 'leaves it' : 'changes it')
    },
  ),
} as const satisfies Readonly<Record<string, Judge>>
