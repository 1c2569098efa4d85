import { text } from '../model/json.ts'
import { errorName } from '../model/reply.ts'
import type { FunctionState } from '../model/state.ts'
import {
  breaks,
  holds,
  onCallsOf,
  say,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { madeHere } from './publish-version.ts'
import { onRefusals } from './refusals.ts'
import {
  acceptedBody,
  described,
  isAccepted,
  isNoAnswer,
  isPublish,
  latestRead,
  listedNumbers,
} from './replies.ts'
import { isWellFormed } from './well-formed.ts'

const reads = ['GetFunctionConfiguration', 'GetFunction'] as const

/** A function whose deletion was seen and is over: with 202 it has only begun. */
const isDeleted = ({ fn, step }: Answered): boolean => {
  const deletion = fn?.notes.findLast(
    ({ call, fate }) => call.operation === 'DeleteFunction' && fate === 'accepted',
  )
  return fn?.existence === 'absent' && !fn.unclear && step.before.alone && deletion?.status !== 202
}

const expectNotFound = (answered: Answered): Opinion => {
  const name = errorName(answered.reply)
  const isRight = name === undefined || name === 'ResourceNotFoundException'
  return answered.reply.status === 404 && isRight
    ? holds
    : breaks('404 ResourceNotFoundException', described(answered))
}

const onDeleted = (opine: (answered: Answered) => Opinion) => (answered: Answered) =>
  isDeleted(answered) && !isNoAnswer(answered.reply) && isWellFormed(answered)
    ? opine(answered)
    : silent

/** A call on a function that was made again, with the one of that name before. */
const onMadeAgain = (
  operations: Parameters<typeof onCallsOf>[0],
  opine: (answered: Answered, earlier: FunctionState) => Opinion,
): Judge =>
  onCallsOf(operations, (answered) => {
    const { fnAfter } = answered
    return fnAfter?.earlier === undefined || fnAfter.unclear
      ? silent
      : opine(answered, fnAfter.earlier)
  })

const revisionsOf = (fn: FunctionState): readonly (string | undefined)[] => [
  ...fn.revisions,
  ...[...fn.versions.values()].map(({ revisionId }) => revisionId),
]

export const recreationJudges = {
  'deletion/deleted-function-is-not-readable': onCallsOf(reads, onDeleted(expectNotFound)),
  'deletion/deleted-function-cannot-be-published': onRefusals({
    operations: 'PublishVersion',
    members: ['FunctionName'],
    opine: onDeleted(expectNotFound),
  }),
  'deletion/deleted-function-cannot-be-updated': onRefusals({
    operations: 'UpdateFunctionCode',
    members: ['FunctionName'],
    opine: onDeleted((answered) =>
      answered.call.input['ZipFile'] === undefined ? silent : expectNotFound(answered),
    ),
  }),
  'deletion/deleted-name-can-be-used-again': onCallsOf(
    'CreateFunction',
    onDeleted((answered) =>
      isAccepted(answered) ? holds : breaks('a function made', described(answered)),
    ),
  ),
  'deletion/numbers-go-on-under-the-same-name': onMadeAgain(
    ['PublishVersion', 'UpdateFunctionCode', 'CreateFunction'],
    (answered, { highest }) => {
      const made = madeHere(answered)
      const isFirst = answered.fnAfter?.versions.size === 1
      if (made === undefined || !isFirst || highest === 0) return silent
      return made.number > highest
        ? holds
        : breaks(`a number after ${highest}, as the name had it before`, `Version "${made.number}"`)
    },
  ),
  'deletion/old-versions-do-not-come-back': onMadeAgain(
    'ListVersionsByFunction',
    ({ fn, ...answered }, earlier) => {
      const listed = listedNumbers({ fn, ...answered })
      if (listed === undefined || earlier.highest === 0) return silent
      const old = listed.find(
        (number) =>
          !fn?.versions.has(number) &&
          (earlier.versions.has(number) || earlier.deleted.has(number)),
      )
      return old === undefined
        ? holds
        : breaks('no version of the function that was deleted', `version ${old} in the list`)
    },
  ),
  'deletion/old-aliases-do-not-come-back': onMadeAgain('GetAlias', (answered, earlier) => {
    const name = text(answered.call.input, 'Name') ?? ''
    const isOld = earlier.aliases.has(name) && !answered.fn?.aliases.has(name)
    if (!isOld || isNoAnswer(answered.reply) || !isWellFormed(answered)) return silent
    return answered.reply.status === 404 ? holds : breaks('status 404', described(answered))
  }),
  'deletion/old-revisions-do-not-come-back': onMadeAgain(
    ['CreateFunction', ...reads],
    (answered, earlier) => {
      if (answered.call.operation === 'CreateFunction' && isPublish(answered)) return silent
      const shown =
        answered.call.operation === 'CreateFunction' ? acceptedBody(answered) : latestRead(answered)
      const revisionId = text(shown, 'RevisionId')
      if (revisionId === undefined || revisionsOf(earlier).every((id) => id === undefined))
        return silent
      return revisionsOf(earlier).includes(revisionId)
        ? breaks('a RevisionId that the deleted function did not have', say(revisionId))
        : holds
    },
  ),
} as const satisfies Readonly<Record<string, Judge>>
