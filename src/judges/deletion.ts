import { conflicts, contentOf, contradictions } from '../model/content.ts'
import { errorName, versionNumber } from '../model/reply.ts'
import { text } from '../model/json.ts'
import { isUpdate, notesSince } from '../model/situation.ts'
import type { FunctionState, Note } from '../model/state.ts'
import { qualifierOf } from '../model/step.ts'
import { isLaidToDeletion, isVersionDeletion, refusedDeletions } from './causes.ts'
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
import { layerDeletionJudges } from './layer-deletion.ts'
import { onRefusals } from './refusals.ts'
import { recreationJudges } from './recreation.ts'
import {
  described,
  isAccepted,
  isNoAnswer,
  latestRead,
  listedNumbers,
  numberIn,
  readBody,
} from './replies.ts'
import { isWellFormed } from './well-formed.ts'

const operation = 'DeleteFunction'
const reads = ['GetFunctionConfiguration', 'GetFunction'] as const

/** What is known of a function all of whose life was seen. */
const known = ({ fn }: Answered): FunctionState | undefined =>
  fn === undefined || fn.unclear || fn.existence !== 'exists' ? undefined : fn

const pointsAt = (fn: FunctionState, number: number): boolean =>
  [...fn.aliases.values()].some(({ version }) => version === String(number))

/** A deletion of what a Qualifier names, that has to be refused. */
const refuses = (
  status: number,
  isCase: (fn: FunctionState, qualifier: string) => boolean,
): Judge =>
  onRefusals({
    operations: operation,
    // The deletion of a version behind an alias has no defect: the same call is right once the alias is gone.
    members: status === 409 ? [] : ['Qualifier'],
    opine: (answered) => {
      const fn = known(answered)
      const qualifier = text(answered.call.input, 'Qualifier')
      if (fn === undefined || qualifier === undefined || isNoAnswer(answered.reply)) return silent
      if (!fn.latest.settled || !isWellFormed(answered) || !isCase(fn, qualifier)) return silent
      return answered.reply.status === status
        ? holds
        : breaks(`status ${status}`, described(answered))
    },
  })

const isAliasCall = ({ call }: Note): boolean => call.operation.endsWith('Alias')

const onWhole = (opine: (answered: Answered) => Opinion): Judge =>
  onRefusals({ operations: operation, members: ['FunctionName'], opine })

export const deletionJudges = {
  'deletion/absent-version-succeeds': onCallsOf(operation, (answered) => {
    const fn = known(answered)
    const number = versionNumber(text(answered.call.input, 'Qualifier'))
    if (fn === undefined || number === undefined || fn.versions.has(number)) return silent
    if (isNoAnswer(answered.reply) || !fn.latest.settled || !isWellFormed(answered)) return silent
    return isAccepted(answered) ? holds : breaks('success', described(answered))
  }),
  'deletion/latest-is-refused': refuses(400, (_fn, qualifier) => qualifier === '$LATEST'),
  'deletion/alias-qualifier-is-refused': refuses(400, (fn, qualifier) => fn.aliases.has(qualifier)),
  'deletion/version-behind-an-alias-is-refused': refuses(409, (fn, qualifier) => {
    const number = versionNumber(qualifier)
    return number !== undefined && fn.versions.has(number) && pointsAt(fn, number)
  }),
  'deletion/version-behind-an-alias-stays': onCallsOf('ListVersionsByFunction', (answered) => {
    const fn = known(answered)
    const numbers = listedNumbers(answered)
    const refused = fn === undefined ? [] : refusedDeletions(fn)
    if (numbers === undefined || refused.length === 0) return silent
    const missing = refused.find((number) => !numbers.includes(number))
    return missing === undefined
      ? holds
      : breaks(`version ${missing}, whose deletion was refused`, `the list ${say([...numbers])}`)
  }),
  'deletion/leaves-latest': onCallsOf(reads, (answered) => {
    const fn = known(answered)
    const shown = latestRead(answered)
    const before = fn?.latest.content
    const notes = fn === undefined ? [] : notesSince(fn, 'read')
    const isOfDeletions =
      notes.some(isVersionDeletion) &&
      notes.every((note) => isVersionDeletion(note) || isAliasCall(note))
    if (shown === undefined || before === undefined || !isOfDeletions) return silent
    const now = contentOf(shown)
    const changed = contradictions(before, now)[0]
    return changed === undefined
      ? holds
      : breaks(
          `${changed} ${say(before[changed])} of $LATEST, as before the deletion`,
          `${changed} ${say(now[changed])}`,
        )
  }),
  'deletion/leaves-other-versions': onCallsOf(reads, (answered) => {
    const fn = known(answered)
    const version = fn?.versions.get(versionNumber(qualifierOf(answered.call)) ?? 0)
    if (fn === undefined || version === undefined || version.madeBy === 'unseen') return silent
    if (isNoAnswer(answered.reply) || !isLaidToDeletion(fn, version)) return silent
    const shown = readBody(answered)
    const expected = `version ${version.number} as it was before the deletion of another`
    if (shown === undefined) return breaks(expected, described(answered))
    const changed = conflicts(contentOf(version.configuration), contentOf(shown))[0]
    return changed === undefined
      ? holds
      : breaks(expected, `${changed} ${say(contentOf(shown)[changed])}`)
  }),
  'deletion/publish-after-the-newest-is-deleted': onCallsOf('PublishVersion', (answered) => {
    const fn = known(answered)
    const { input } = answered.call
    if (fn?.last === undefined || !fn.deleted.has(fn.last) || !fn.latest.settled) return silent
    if (isNoAnswer(answered.reply) || !isWellFormed(answered)) return silent
    if (input['RevisionId'] !== undefined || input['CodeSha256'] !== undefined) return silent
    if (notesSince(fn, 'made').some((note) => isUpdate(note))) return silent
    const number = numberIn(answered)
    if (number === undefined) return shows(`answers ${described(answered)}`)
    return shows(
      fn.versions.has(number)
        ? 'returns an earlier version'
        : fn.deleted.has(number)
          ? 'gives the deleted number again'
          : 'makes a version',
    )
  }),
  'deletion/unknown-function-is-404': onWhole((answered) => {
    const { fn, reply, step, call } = answered
    const isUnknown = fn === undefined || (fn.existence === 'absent' && !fn.unclear)
    if (!isUnknown || !step.before.alone || isNoAnswer(reply) || !isWellFormed(answered))
      return silent
    // A deletion that takes its time may be asked for again.
    if (fn?.notes.at(-1)?.status === 202 || call.input['Qualifier'] !== undefined) return silent
    const name = errorName(reply)
    return reply.status === 404 && (name === undefined || name === 'ResourceNotFoundException')
      ? holds
      : breaks('404 ResourceNotFoundException', described(answered))
  }),
  ...recreationJudges,
  ...layerDeletionJudges,
} as const satisfies Readonly<Record<string, Judge>>
