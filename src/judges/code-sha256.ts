import { errorMessage, errorName } from '../model/reply.ts'
import { text } from '../model/json.ts'
import { situationOf, type Situation } from '../model/situation.ts'
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
import { onlySince, refusedWith } from './notes.ts'
import { preconditionsOf, type HashKind } from './preconditions-of.ts'
import { described, isAccepted, isNoAnswer, latestRead } from './replies.ts'
import { onRefusals } from './refusals.ts'
import { expectRevisionKept } from './revision-kept.ts'
import { refusedUsesNoNumber } from './revision-id.ts'
import { listUnchangedBy } from './update-function-code.ts'

/** A publish with this kind of CodeSha256 and no RevisionId, found in one of these situations. */
const withHash =
  (
    kind: HashKind,
    situations: readonly Situation['kind'][],
    opine: (answered: Answered) => Opinion,
  ) =>
  (answered: Answered): Opinion => {
    const preconditions = preconditionsOf(answered)
    if (preconditions?.revision !== 'absent' || preconditions.hash !== kind) return silent
    if (isNoAnswer(answered.reply)) return silent
    return situations.includes(situationOf(answered.fn).kind) ? opine(answered) : silent
  }

const onHash = (...of: Parameters<typeof withHash>): Judge =>
  onCallsOf('PublishVersion', withHash(...of))

const expectRefused = (answered: Answered): Opinion => {
  const { reply } = answered
  const name = errorName(reply) ?? 'InvalidParameterValueException'
  return reply.status === 400 && name === 'InvalidParameterValueException'
    ? holds
    : breaks('400 InvalidParameterValueException', described(answered))
}

/** A refusal with one of these is wrong here; another has other reasons, which other rules look at. */
const expectAccepted =
  (...statuses: readonly number[]) =>
  (answered: Answered): Opinion => {
    if (isAccepted(answered)) return holds
    return statuses.includes(answered.reply.status)
      ? breaks('status 201', described(answered))
      : silent
  }

// Where updates left the content as it was, whether there is anything to publish is not settled (facts F020).
const somethingToPublish = ['first', 'changed'] as const
const refuses = (
  kind: HashKind,
  situations: readonly Situation['kind'][] = somethingToPublish,
): Judge =>
  onRefusals({
    operations: 'PublishVersion',
    members: ['CodeSha256'],
    opine: withHash(kind, situations, expectRefused),
  })
const refused = refusedWith('PublishVersion', 400)
const forItsHash = (note: Parameters<typeof refused>[0]): boolean =>
  refused(note) && note.call.input['CodeSha256'] !== undefined

export const codeSha256Judges = {
  'code-sha256/absent-is-accepted': onHash('absent', somethingToPublish, expectAccepted(400)),
  'code-sha256/right-is-accepted': onHash('current', somethingToPublish, expectAccepted(400, 412)),
  'code-sha256/wrong-is-refused': refuses('wrong'),
  'code-sha256/previous-is-refused': refuses('previous'),
  'code-sha256/last-published-is-refused': refuses('last-published'),
  'code-sha256/other-case-is-refused': refuses('other-case'),
  'code-sha256/hex-is-refused': refuses('hex'),
  'code-sha256/part-is-refused': refuses('part'),
  'code-sha256/empty': onHash(
    'empty',
    [...somethingToPublish, 'unchanged', 'touched'],
    (answered) =>
      shows(
        isAccepted(answered) ? 'accepted, as if absent' : `refused with ${answered.reply.status}`,
      ),
  ),
  'code-sha256/wrong-is-refused-when-nothing-changed': refuses('wrong', ['unchanged']),
  'code-sha256/right-is-accepted-when-nothing-changed': onHash(
    'current',
    ['unchanged'],
    expectAccepted(400, 412),
  ),
  'code-sha256/refused-publish-makes-no-version': listUnchangedBy(
    forItsHash,
    'a publish refused for its CodeSha256',
  ),
  'code-sha256/refused-publish-uses-no-number': refusedUsesNoNumber(forItsHash),
  'code-sha256/refused-publish-keeps-revision': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) =>
      onlySince(answered.fn, 'read', forItsHash).length > 0
        ? expectRevisionKept(answered.fn, latestRead(answered), 'the refused publish')
        : silent,
  ),
  'code-sha256/message-names-both-hashes': onCallsOf('PublishVersion', (answered) => {
    const given = text(answered.call.input, 'CodeSha256')
    const current = text(answered.fn?.latest.configuration, 'CodeSha256')
    const message = errorMessage(answered.reply)
    const kind = preconditionsOf(answered)?.hash
    if (answered.reply.status !== 400 || kind === undefined || !given || current === undefined)
      return silent
    if (isNoAnswer(answered.reply)) return silent
    if (kind === 'absent' || kind === 'current' || message === undefined) return silent
    return message.includes(given) && message.includes(current)
      ? holds
      : breaks(`a message with ${say(given)} and ${say(current)}`, say(message))
  }),
} as const satisfies Readonly<Record<string, Judge>>
