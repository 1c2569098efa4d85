import type { JsonObject } from '../call.ts'
import { contentOf, contradictions } from '../model/content.ts'
import { errorName } from '../model/reply.ts'
import { notesSince, situationOf } from '../model/situation.ts'
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
import { onlySince, refusedWith } from './notes.ts'
import { preconditionsOf, type RevisionKind } from './preconditions-of.ts'
import { onRefusals } from './refusals.ts'
import { expectRevisionKept } from './revision-kept.ts'
import { madeHere } from './publish-version.ts'
import { described, isAccepted, isNoAnswer, isDryRun, latestRead } from './replies.ts'
import { listUnchangedBy } from './update-function-code.ts'

type Guarded = 'PublishVersion' | 'UpdateFunctionCode' | 'UpdateFunctionConfiguration'

/** Where nothing has changed, a publish may return the existing version before it looks at anything (facts Q1). */
const mustCheck = (answered: Answered): boolean =>
  answered.call.operation !== 'PublishVersion' ||
  ['first', 'changed'].includes(situationOf(answered.fn).kind)

/** A call with this kind of RevisionId and no other precondition. */
const withRevision =
  (operation: Guarded, kind: RevisionKind, opine: (answered: Answered) => Opinion) =>
  (answered: Answered): Opinion => {
    const preconditions = preconditionsOf(answered)
    if (isNoAnswer(answered.reply) || isDryRun(answered) || preconditions?.hash !== 'absent')
      return silent
    if (operation === 'UpdateFunctionCode' && answered.call.input['ZipFile'] === undefined)
      return silent
    return preconditions.revision === kind && mustCheck(answered) ? opine(answered) : silent
  }

const refuses = (operation: Guarded, kind: RevisionKind): Judge =>
  onRefusals({
    operations: operation,
    members: ['RevisionId'],
    opine: withRevision(operation, kind, (answered) => {
      const { reply } = answered
      const isRight =
        reply.status === 412 &&
        (errorName(reply) ?? 'PreconditionFailedException') === 'PreconditionFailedException'
      return isRight ? holds : breaks('412 PreconditionFailedException', described(answered))
    }),
  })

/**
 * A 412 is wrong here; another refusal has other reasons, which other rules look at. A publish refused with 400 for giving
 * its RevisionId is looked at by none.
 */
const accepts = (operation: Guarded, kind: 'absent' | 'current'): Judge =>
  onCallsOf(
    operation,
    withRevision(operation, kind, (answered) => {
      const { reply } = answered
      if (isAccepted(answered)) return holds
      const isWrong =
        reply.status === 412 ||
        (reply.status === 400 && kind === 'current' && operation === 'PublishVersion')
      return isWrong ? breaks('success', described(answered)) : silent
    }),
  )

/** A read of $LATEST after calls that were all refused with 412, at least one of them of this operation. */
const afterRefused = (
  operation: Guarded,
  opine: (answered: Answered, shown: JsonObject) => Opinion,
): Judge =>
  onCallsOf(['GetFunctionConfiguration', 'GetFunction'], (answered) => {
    const shown = latestRead(answered)
    const refused = onlySince(answered.fn, 'read', refusedWith(operation, 412))
    if (shown === undefined || refused.length === 0 || answered.fn?.unclear) return silent
    return opine(answered, shown)
  })

const keepsRevision = (operation: Guarded): Judge =>
  afterRefused(operation, ({ fn }, shown) => expectRevisionKept(fn, shown, 'the refused call'))

const keepsContent = (operation: Guarded, isPart: (name: string) => boolean): Judge =>
  afterRefused(operation, ({ fn }, shown) => {
    const before = fn?.latest.content
    if (before === undefined) return silent
    const now = contentOf(shown)
    const changed = contradictions(before, now).find(isPart)
    return changed === undefined
      ? holds
      : breaks(
          `${changed} ${say(before[changed])}, as before the refused call`,
          `${changed} ${say(now[changed])}`,
        )
  })

/** The next version has the next number although there were refusals of this kind, and nothing else, in between. */
export const refusedUsesNoNumber = (isKind: (note: Note) => boolean): Judge =>
  onCallsOf('PublishVersion', (answered) => {
    const { fn } = answered
    const made = madeHere(answered)
    if (
      fn === undefined ||
      fn.unclear ||
      made === undefined ||
      fn.deleted.size > 0 ||
      fn.last === undefined
    )
      return silent
    const publishes = notesSince(fn, 'made').filter(
      ({ call }) => call.operation === 'PublishVersion',
    )
    if (publishes.length === 0 || !publishes.every(isKind)) return silent
    return made.number === fn.highest + 1
      ? holds
      : breaks(`Version "${fn.highest + 1}"`, `Version "${made.number}"`)
  })

export const revisionIdJudges = {
  'revision-id/empty': onCallsOf(
    'PublishVersion',
    withRevision('PublishVersion', 'empty', (answered) =>
      shows(isAccepted(answered) ? 'taken for none' : `refused with ${answered.reply.status}`),
    ),
  ),
  'revision-id/publish-without-is-accepted': accepts('PublishVersion', 'absent'),
  'revision-id/publish-with-current-is-accepted': accepts('PublishVersion', 'current'),
  'revision-id/publish-with-made-up-is-refused': refuses('PublishVersion', 'made-up'),
  'revision-id/publish-with-part-is-refused': refuses('PublishVersion', 'part'),
  'revision-id/publish-with-other-case-is-refused': refuses('PublishVersion', 'other-case'),
  'revision-id/publish-with-stale-is-refused': refuses('PublishVersion', 'stale'),
  'revision-id/publish-with-other-functions-is-refused': refuses(
    'PublishVersion',
    'other-functions',
  ),
  'revision-id/publish-with-versions-is-refused': refuses('PublishVersion', 'versions'),
  'revision-id/publish-with-aliases-is-refused': refuses('PublishVersion', 'aliases'),
  'revision-id/update-code-without-is-accepted': accepts('UpdateFunctionCode', 'absent'),
  'revision-id/update-code-with-current-is-accepted': accepts('UpdateFunctionCode', 'current'),
  'revision-id/update-code-with-made-up-is-refused': refuses('UpdateFunctionCode', 'made-up'),
  'revision-id/update-code-with-part-is-refused': refuses('UpdateFunctionCode', 'part'),
  'revision-id/update-code-with-other-case-is-refused': refuses('UpdateFunctionCode', 'other-case'),
  'revision-id/update-code-with-stale-is-refused': refuses('UpdateFunctionCode', 'stale'),
  'revision-id/update-code-with-other-functions-is-refused': refuses(
    'UpdateFunctionCode',
    'other-functions',
  ),
  'revision-id/update-code-with-versions-is-refused': refuses('UpdateFunctionCode', 'versions'),
  'revision-id/update-code-with-aliases-is-refused': refuses('UpdateFunctionCode', 'aliases'),
  'revision-id/update-configuration-without-is-accepted': accepts(
    'UpdateFunctionConfiguration',
    'absent',
  ),
  'revision-id/update-configuration-with-current-is-accepted': accepts(
    'UpdateFunctionConfiguration',
    'current',
  ),
  'revision-id/update-configuration-with-made-up-is-refused': refuses(
    'UpdateFunctionConfiguration',
    'made-up',
  ),
  'revision-id/update-configuration-with-part-is-refused': refuses(
    'UpdateFunctionConfiguration',
    'part',
  ),
  'revision-id/update-configuration-with-other-case-is-refused': refuses(
    'UpdateFunctionConfiguration',
    'other-case',
  ),
  'revision-id/update-configuration-with-stale-is-refused': refuses(
    'UpdateFunctionConfiguration',
    'stale',
  ),
  'revision-id/update-configuration-with-other-functions-is-refused': refuses(
    'UpdateFunctionConfiguration',
    'other-functions',
  ),
  'revision-id/update-configuration-with-versions-is-refused': refuses(
    'UpdateFunctionConfiguration',
    'versions',
  ),
  'revision-id/update-configuration-with-aliases-is-refused': refuses(
    'UpdateFunctionConfiguration',
    'aliases',
  ),
  'revision-id/refused-publish-makes-no-version': listUnchangedBy(
    refusedWith('PublishVersion', 412),
    'a publish refused with 412',
  ),
  'revision-id/refused-publish-uses-no-number': refusedUsesNoNumber(
    refusedWith('PublishVersion', 412),
  ),
  'revision-id/refused-publish-keeps-revision': keepsRevision('PublishVersion'),
  'revision-id/refused-update-code-keeps-code': keepsContent(
    'UpdateFunctionCode',
    (name) => name === 'CodeSha256',
  ),
  'revision-id/refused-update-code-keeps-revision': keepsRevision('UpdateFunctionCode'),
  'revision-id/refused-update-code-makes-no-version': listUnchangedBy(
    refusedWith('UpdateFunctionCode', 412),
    'an update refused with 412',
  ),
  'revision-id/refused-update-configuration-keeps-configuration': keepsContent(
    'UpdateFunctionConfiguration',
    () => true,
  ),
  'revision-id/refused-update-configuration-keeps-revision': keepsRevision(
    'UpdateFunctionConfiguration',
  ),
} as const satisfies Readonly<Record<string, Judge>>
