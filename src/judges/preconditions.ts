import { situationOf } from '../model/situation.ts'
import {
  breaks,
  holds,
  onCallsOf,
  shows,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import {
  preconditionsOf,
  type HashKind,
  type Preconditions,
  type RevisionKind,
} from './preconditions-of.ts'
import { described, isAccepted, isNoAnswer, numberIn } from './replies.ts'
import { onRefusals } from './refusals.ts'
import { listUnchangedBy } from './update-function-code.ts'

type Fit = 'right' | 'wrong'

const fit = (kind: RevisionKind | HashKind): Fit => (kind === 'current' ? 'right' : 'wrong')

const bothGiven = ({ revision, hash }: Preconditions): boolean =>
  revision !== 'absent' && revision !== 'empty' && hash !== 'absent' && hash !== 'empty'

/** A publish with both preconditions given, the one and the other as wanted. */
const withBoth =
  (
    revision: Fit,
    hash: Fit,
    isCase: (answered: Answered) => boolean,
    opine: (answered: Answered) => Opinion,
  ) =>
  (answered: Answered): Opinion => {
    const given = preconditionsOf(answered)
    if (given === undefined || !bothGiven(given) || isNoAnswer(answered.reply)) return silent
    const isWanted = fit(given.revision) === revision && fit(given.hash) === hash
    return isWanted && isCase(answered) ? opine(answered) : silent
  }

const onBoth = (...of: Parameters<typeof withBoth>): Judge =>
  onCallsOf('PublishVersion', withBoth(...of))

const somethingToPublish = ({ fn }: Answered): boolean =>
  ['first', 'changed'].includes(situationOf(fn).kind)
const nothingChanged = ({ fn }: Answered): boolean => situationOf(fn).kind === 'unchanged'

/** A 400 or 412 is wrong here; another refusal has other reasons, which other rules look at. */
const accepts =
  (opine: (answered: Answered) => Opinion) =>
  (answered: Answered): Opinion => {
    if (isAccepted(answered)) return opine(answered)
    return [400, 412].includes(answered.reply.status)
      ? breaks('status 201', described(answered))
      : silent
  }

const expectStatus =
  (...statuses: readonly number[]) =>
  (answered: Answered): Opinion =>
    statuses.includes(answered.reply.status)
      ? holds
      : breaks(`status ${statuses.join(' or ')}`, described(answered))

const refuses = (
  revision: Fit,
  hash: Fit,
  members: readonly string[],
  ...statuses: readonly number[]
): Judge =>
  onRefusals({
    operations: 'PublishVersion',
    members,
    opine: withBoth(revision, hash, somethingToPublish, expectStatus(...statuses)),
  })

export const preconditionsJudges = {
  'preconditions/both-right-is-accepted': onBoth(
    'right',
    'right',
    somethingToPublish,
    accepts(() => holds),
  ),
  'preconditions/wrong-hash-beside-current-revision-is-400': refuses(
    'right',
    'wrong',
    ['CodeSha256'],
    400,
  ),
  'preconditions/wrong-revision-beside-right-hash-is-412': refuses(
    'wrong',
    'right',
    ['RevisionId'],
    412,
  ),
  'preconditions/both-wrong-is-refused': refuses(
    'wrong',
    'wrong',
    ['RevisionId', 'CodeSha256'],
    400,
    412,
  ),
  'preconditions/which-error-comes-first': onBoth(
    'wrong',
    'wrong',
    somethingToPublish,
    ({ reply }) =>
      reply.status === 412
        ? shows('RevisionId, 412')
        : reply.status === 400
          ? shows('CodeSha256, 400')
          : silent,
  ),
  'preconditions/refused-publish-makes-no-version': listUnchangedBy(
    ({ call, fate }) =>
      call.operation === 'PublishVersion' &&
      fate === 'refused' &&
      call.input['RevisionId'] !== undefined &&
      call.input['CodeSha256'] !== undefined,
    'a publish refused for its preconditions',
  ),
  'preconditions/both-right-when-nothing-changed': onBoth(
    'right',
    'right',
    nothingChanged,
    accepts((answered) => {
      const existing = answered.fn?.last
      const number = numberIn(answered)
      return number === existing
        ? holds
        : breaks(
            `Version "${existing}", already made from this code and configuration`,
            described(answered),
          )
    }),
  ),
  'preconditions/wrong-revision-when-nothing-changed': onCallsOf('PublishVersion', (answered) => {
    const given = preconditionsOf(answered)
    if (given === undefined || isNoAnswer(answered.reply) || !nothingChanged(answered))
      return silent
    if (['absent', 'current', 'empty'].includes(given.revision)) return silent
    if (given.hash !== 'absent' && given.hash !== 'current') return silent
    return shows(
      isAccepted(answered)
        ? 'the existing version comes back'
        : `refused with ${answered.reply.status}`,
    )
  }),
} as const satisfies Readonly<Record<string, Judge>>
