import type { JsonObject } from '../call.ts'
import { contentOf, contradictions } from '../model/content.ts'
import { text } from '../model/json.ts'
import { errorName } from '../model/reply.ts'
import type { Note } from '../model/state.ts'
import {
  breaks,
  holds,
  onCallsOf,
  say,
  shows,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { isNoArchive, someArchive } from './archives.ts'
import { onlySince } from './notes.ts'
import { preconditionsOf } from './preconditions-of.ts'
import { onRefusals } from './refusals.ts'
import {
  acceptedBody,
  described,
  isAccepted,
  isDryRun,
  isNoAnswer,
  isPublish,
  latestRead,
  listedNumbers,
} from './replies.ts'
import { expectRevisionKept } from './revision-kept.ts'
import { packageIn, unaccounted } from './update-function-code.ts'
import { isWellFormed } from './well-formed.ts'

const operation = 'UpdateFunctionCode'

const isDryRunNote = ({ call, fate }: Note): boolean =>
  call.operation === operation && call.input['DryRun'] === true && fate === 'accepted'

const afterDryRuns = (opine: (answered: Answered, shown: JsonObject) => Opinion): Judge =>
  onCallsOf(['GetFunctionConfiguration', 'GetFunction'], (answered) => {
    const shown = latestRead(answered)
    const dryRuns = onlySince(answered.fn, 'read', isDryRunNote)
    if (shown === undefined || dryRuns.length === 0 || answered.fn?.unclear) return silent
    return opine(answered, shown)
  })

/** The call without the defect may have any of these, too. */
const beside = ['Publish', 'RevisionId', 'Architectures']

/** A dry run of a valid update that has this kind of RevisionId. */
const isRight = (revision: 'absent' | 'current'): Judge =>
  onCallsOf(operation, (answered) => {
    // A subject may do without one of the architectures, and say so.
    const isValid =
      answered.call.input['Architectures'] === undefined &&
      packageIn(answered.call.input) !== undefined &&
      preconditionsOf(answered)?.revision === revision
    if (!isDryRun(answered) || !isValid || isNoAnswer(answered.reply)) return silent
    if (answered.reply.status === 409) return silent
    // What comes of a dry run that is to publish as well, nobody has written down (question Q2).
    if (isPublish(answered) && answered.reply.status === 400) return silent
    return answered.reply.status === 200 ? holds : breaks('status 200', described(answered))
  })

/** A dry run says what an update would do, and does nothing. */
export const dryRunJudges = {
  'update-function-code/dry-run-is-200': isRight('absent'),
  'update-function-code/dry-run-with-current-revision-is-200': isRight('current'),
  'update-function-code/dry-run-of-no-archive-is-refused': onRefusals({
    operations: operation,
    members: ['ZipFile', ...beside],
    opine: (answered) => {
      const zip = text(answered.call.input, 'ZipFile')
      const isText = zip !== undefined && isNoArchive(zip)
      const isBase64 = zip !== undefined && Buffer.from(zip, 'base64').toString('base64') === zip
      if (!isDryRun(answered) || !isText || !isBase64 || isNoAnswer(answered.reply)) return silent
      const input = { ...answered.call.input, ZipFile: someArchive }
      if (
        preconditionsOf({ ...answered, call: { ...answered.call, input } })?.revision !== 'absent'
      )
        return silent
      return answered.reply.status === 400 ? holds : breaks('status 400', described(answered))
    },
  }),
  'update-function-code/dry-run-of-unknown-function-is-404': onRefusals({
    operations: operation,
    members: ['FunctionName', ...beside],
    opine: (answered) => {
      const { fn, reply, step } = answered
      const isUnknown = fn === undefined && step.before.alone
      if (!isDryRun(answered) || !isUnknown || isNoAnswer(reply)) return silent
      if (!isWellFormed(answered) || packageIn(answered.call.input) === undefined) return silent
      const name = errorName(reply)
      return reply.status === 404 && (name === undefined || name === 'ResourceNotFoundException')
        ? holds
        : breaks('404 ResourceNotFoundException', described(answered))
    },
  }),
  'update-function-code/dry-run-keeps-configuration': afterDryRuns(({ fn }, shown) => {
    const before = fn?.latest.content
    if (before === undefined) return silent
    const now = contentOf(shown)
    const changed = contradictions(before, now).find((name) => name !== 'CodeSha256')
    return changed === undefined
      ? holds
      : breaks(
          `${changed} ${say(before[changed])}, as before the dry run`,
          `${changed} ${say(now[changed])}`,
        )
  }),
  'update-function-code/dry-run-keeps-last-modified': afterDryRuns(({ fn }, shown) => {
    const before = text(fn?.latest.configuration, 'LastModified')
    const now = text(shown, 'LastModified')
    if (before === undefined || now === undefined) return silent
    return before === now
      ? holds
      : breaks(`LastModified ${say(before)}, as before the dry run`, `LastModified ${say(now)}`)
  }),
  'update-function-code/dry-run-keeps-code': afterDryRuns(({ fn }, shown) => {
    const before = text(fn?.latest.configuration, 'CodeSha256')
    const now = text(shown, 'CodeSha256')
    if (before === undefined) return silent
    return before === now
      ? holds
      : breaks(`CodeSha256 ${say(before)}, as before the dry run`, `CodeSha256 ${say(now)}`)
  }),
  'update-function-code/dry-run-keeps-revision': afterDryRuns(({ fn }, shown) =>
    expectRevisionKept(fn, shown, 'the dry run'),
  ),
  'update-function-code/dry-run-makes-no-version': onCallsOf(
    'ListVersionsByFunction',
    (answered) => {
      const dryRuns = onlySince(answered.fn, 'listed', isDryRunNote)
      const isAsked = dryRuns.some(({ call }) => call.input['Publish'] === true)
      if (!isAsked || listedNumbers(answered) === undefined || answered.fn?.unclear) return silent
      const [extra] = unaccounted(answered)
      return extra === undefined
        ? holds
        : breaks('no version from a dry run', `version ${extra} in the list`)
    },
  ),
  'update-function-code/dry-run-hash': onCallsOf(operation, (answered) => {
    const sent = packageIn(answered.call.input)
    const hash = text(acceptedBody(answered), 'CodeSha256')
    const present = text(answered.fn?.latest.configuration, 'CodeSha256')
    if (!isDryRun(answered) || sent === undefined || present === undefined || !isAccepted(answered))
      return silent
    if (sent.base64 === present) return silent
    if (hash === undefined) return shows('no hash')
    return shows(
      hash === sent.base64
        ? 'of the code given'
        : hash === present
          ? 'of the present code'
          : 'neither',
    )
  }),
  'update-function-code/dry-run-with-stale-revision': onCallsOf(operation, (answered) => {
    const preconditions = preconditionsOf(answered)
    const isWrong =
      preconditions !== undefined && !['absent', 'current'].includes(preconditions.revision)
    if (!isDryRun(answered) || !isWrong || isNoAnswer(answered.reply)) return silent
    return shows(isAccepted(answered) ? 'accepted' : `refused with ${answered.reply.status}`)
  }),
} as const satisfies Readonly<Record<string, Judge>>
