import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../call.ts'
import { contentOf, contradictions } from '../model/content.ts'
import { text } from '../model/json.ts'
import { isUpdate, notesSince, situationOf } from '../model/situation.ts'
import type { FunctionState } from '../model/state.ts'
import { versionNumber } from '../model/reply.ts'
import { refusedInProgress, refusedWhilePending } from './in-progress.ts'
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
import { lastNote, onlySince } from './notes.ts'
import { onRefusals } from './refusals.ts'
import { preconditionsOf } from './preconditions-of.ts'
import { madeHere, unknownFunction } from './publish-version.ts'
import {
  acceptedBody,
  described,
  isNoAnswer,
  isDryRun,
  isPublish,
  latestRead,
  listedNumbers,
  numberIn,
} from './replies.ts'
import { documentedErrors, successBody, successContentType, successStatus } from './shapes.ts'
import { isWellFormed } from './well-formed.ts'

const operation = 'UpdateFunctionCode'

export type Package = { readonly base64: string; readonly hex: string; readonly size: number }

/** Hash and size of the package a request carries, or undefined where it carries none. */
export const packageIn = (input: JsonObject): Package | undefined => {
  const zip = text(input, 'ZipFile')
  if (zip === undefined) return undefined
  const bytes = Buffer.from(zip, 'base64')
  const digest = createHash('sha256').update(bytes).digest()
  return { base64: digest.toString('base64'), hex: digest.toString('hex'), size: bytes.length }
}

/** The hash as base64 or as hexadecimal: the documents name the hash, not its notation. */
export const expectHash = (sent: Package, hash: string | undefined): Opinion =>
  hash === sent.base64 || hash?.toLowerCase() === sent.hex
    ? holds
    : breaks(`CodeSha256 ${say(sent.base64)}, of the bytes sent`, `CodeSha256 ${say(hash)}`)

export const expectBase64 = (sent: Package, hash: string | undefined): Opinion =>
  hash === sent.base64
    ? holds
    : hash?.toLowerCase() === sent.hex
      ? breaks(`CodeSha256 ${say(sent.base64)}`, `CodeSha256 ${say(hash)}, in hexadecimal`)
      : silent

export const expectSize = (sent: Package, size: unknown): Opinion =>
  size === sent.size
    ? holds
    : breaks(`CodeSize ${sent.size}, the number of bytes sent`, `CodeSize ${String(size)}`)

const onUpdates = (opine: (answered: Answered, body: JsonObject) => Opinion): Judge =>
  onCallsOf(operation, (answered) => {
    const body = acceptedBody(answered)
    return body === undefined || isDryRun(answered) ? silent : opine(answered, body)
  })

const onPackages = (opine: (sent: Package, body: JsonObject) => Opinion): Judge =>
  onUpdates(({ call }, body) => {
    const sent = packageIn(call.input)
    return sent === undefined ? silent : opine(sent, body)
  })

/** Whether $LATEST's Description may be what a publish gave, which is what another rule looks at. */
const isDescriptionInDoubt = (fn: FunctionState): boolean =>
  notesSince(fn, 'read')
    .slice(notesSince(fn, 'read').findLastIndex((note) => isUpdate(note)) + 1)
    .some(
      ({ call }) =>
        call.operation === 'PublishVersion' && text(call.input, 'Description') !== undefined,
    )

/** A reply that shows a member without a value says that it has none; one that leaves it out says nothing. */
const isEmptied = (shown: Json | undefined): boolean =>
  shown === '' || (Array.isArray(shown) && shown.length === 0)

/** A read of $LATEST that follows one accepted update of the code, and nothing else. */
const onReadAfterUpdate = (withPublish: boolean): Judge =>
  onCallsOf(['GetFunctionConfiguration', 'GetFunction'], (answered) => {
    const note = lastNote(answered.fn, 'read')
    const shown = latestRead(answered)
    if (note?.call.operation !== operation || note.fate !== 'accepted' || shown === undefined)
      return silent
    if (answered.fn?.unclear) return silent
    const sent = packageIn(note.call.input)
    const isWanted = (note.call.input['Publish'] === true) === withPublish
    if (sent === undefined || note.call.input['DryRun'] === true || !isWanted) return silent
    return expectHash(sent, text(shown, 'CodeSha256'))
  })

/** Numbers in a list of versions that no call was answered with. */
export const unaccounted = (answered: Answered): readonly number[] =>
  (listedNumbers(answered) ?? []).filter((number) => !answered.fn?.versions.has(number))

/** A list of versions after calls of one kind only, none of which may have made a version. */
export const listUnchangedBy = (isKind: Parameters<typeof onlySince>[2], what: string): Judge =>
  onCallsOf('ListVersionsByFunction', (answered) => {
    const calls = onlySince(answered.fn, 'listed', isKind)
    if (listedNumbers(answered) === undefined || calls.length === 0 || answered.fn?.unclear)
      return silent
    const [extra] = unaccounted(answered)
    return extra === undefined
      ? holds
      : breaks(`no version from ${what}`, `version ${extra} in the list`)
  })

export const updateFunctionCodeJudges = {
  'update-function-code/success-is-200': successStatus(operation),
  'update-function-code/success-body': successBody(operation),
  'update-function-code/content-type': successContentType(operation),
  'update-function-code/errors-are-documented': documentedErrors(operation),
  'update-function-code/unknown-function-is-404': unknownFunction(operation),
  'update-function-code/missing-code-is-refused': onRefusals({
    operations: operation,
    members: ['ZipFile'],
    opine: (answered) => {
      const { ZipFile, S3Bucket, ImageUri } = answered.call.input
      const hasCode = ZipFile !== undefined || S3Bucket !== undefined || ImageUri !== undefined
      if (hasCode || isNoAnswer(answered.reply) || preconditionsOf(answered)?.revision !== 'absent')
        return silent
      return answered.reply.status === 400 ? holds : breaks('status 400', described(answered))
    },
  }),
  'update-function-code/update-in-progress-is-409': refusedInProgress(operation),
  'update-function-code/pending-function-is-409': refusedWhilePending(operation),
  'update-function-code/arn-is-unqualified': onUpdates((answered, body) => {
    const arn = text(body, 'FunctionArn')
    if (arn === undefined || isPublish(answered) || !isWellFormed(answered)) return silent
    if (answered.call.partial) return silent
    return arn.endsWith(`:${answered.fnName}`)
      ? holds
      : breaks(`FunctionArn ending with ":${answered.fnName}"`, say(arn))
  }),
  // With Publish it is the version's hash, which has a rule of its own.
  'update-function-code/hash-is-of-the-package': onUpdates((answered, body) => {
    const sent = packageIn(answered.call.input)
    return sent === undefined || isPublish(answered)
      ? silent
      : expectHash(sent, text(body, 'CodeSha256'))
  }),
  'update-function-code/hash-is-base64': onPackages((sent, body) =>
    expectBase64(sent, text(body, 'CodeSha256')),
  ),
  'update-function-code/size-is-of-the-package': onPackages((sent, body) =>
    expectSize(sent, body['CodeSize']),
  ),
  'update-function-code/takes-effect': onReadAfterUpdate(false),
  'update-function-code/keeps-configuration': onUpdates((answered, body) => {
    const { fn, call } = answered
    const before = fn?.latest.content
    if (fn === undefined || before === undefined || fn.unclear) return silent
    if (call.input['Architectures'] !== undefined) return silent
    const now = contentOf(body)
    // With Publish a version comes back, and its Description has rules of its own.
    const isOthers = isPublish(answered) || isDescriptionInDoubt(fn)
    const changed = contradictions(before, now)
      .filter((name) => now[name] !== undefined || isEmptied(body[name]))
      .find((name) => name !== 'CodeSha256' && !(isOthers && name === 'Description'))
    return changed === undefined
      ? holds
      : breaks(
          `${changed} ${say(before[changed])}, as before the update`,
          `${changed} ${say(now[changed])}`,
        )
  }),
  'update-function-code/without-publish-makes-no-version': listUnchangedBy(
    ({ call, fate }) =>
      call.operation === operation &&
      fate === 'accepted' &&
      call.input['Publish'] !== true &&
      call.input['DryRun'] !== true,
    'an update without Publish',
  ),
  'update-function-code/publish-returns-a-version': onUpdates((answered, body) => {
    if (!isPublish(answered) || answered.fn?.unclear || answered.fn === undefined) return silent
    if (numberIn(answered) === undefined) {
      return breaks('Version with the number of a new version', `Version ${say(body['Version'])}`)
    }
    if (madeHere(answered) !== undefined) return holds
    const sent = packageIn(answered.call.input)?.base64
    const last = answered.fn.versions.get(answered.fn.last ?? 0)
    // The last version has these bytes, or $LATEST has: whether that is a change is not settled (facts F021, F025).
    const changed = [answered.fn.latest.configuration, last?.configuration].every(
      (configuration) => text(configuration, 'CodeSha256') !== sent,
    )
    return changed
      ? breaks('a version that was not there before', `Version ${say(body['Version'])}`)
      : silent
  }),
  'update-function-code/publish-arn-is-qualified': onUpdates((answered, body) => {
    const number = versionNumber(text(body, 'Version'))
    const arn = text(body, 'FunctionArn')
    if (!isPublish(answered) || number === undefined || arn === undefined) return silent
    return arn.endsWith(`:${number}`)
      ? holds
      : breaks(`FunctionArn ending with ":${number}"`, say(arn))
  }),
  'update-function-code/publish-snapshots-the-new-code': onUpdates((answered, body) => {
    const sent = packageIn(answered.call.input)
    if (!isPublish(answered) || sent === undefined || numberIn(answered) === undefined)
      return silent
    return expectHash(sent, text(body, 'CodeSha256'))
  }),
  'update-function-code/publish-updates-latest': onReadAfterUpdate(true),
  'update-function-code/publish-same-bytes': onUpdates((answered) => {
    const situation = situationOf(answered.fn)
    const sent = packageIn(answered.call.input)
    const isSame = sent?.base64 === text(answered.fn?.latest.configuration, 'CodeSha256')
    if (!isPublish(answered) || !isSame || situation.kind !== 'unchanged') return silent
    return shows(madeHere(answered) === undefined ? 'returns the last version' : 'makes a version')
  }),
} as const satisfies Readonly<Record<string, Judge>>
