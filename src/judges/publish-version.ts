import { contentOf, contradictions } from '../model/content.ts'
import { errorName, isSettled } from '../model/reply.ts'
import { text } from '../model/json.ts'
import type { Version } from '../model/state.ts'
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
import { acceptedBody, described, isAccepted, isNoAnswer, latestRead, numberIn } from './replies.ts'
import { documentedErrors, successBody, successContentType, successStatus } from './shapes.ts'
import { refusedInProgress, refusedWhilePending } from './in-progress.ts'
import { lastNote } from './notes.ts'
import { onRefusals } from './refusals.ts'
import { isWellFormed } from './well-formed.ts'

/**
 * The version that this very call made, where it made one; its number may be one that was there before. After a lost reply
 * a number may be new to us only.
 */
export const madeHere = ({ fnAfter }: Answered): Version | undefined =>
  fnAfter?.last === undefined || fnAfter.unclear || fnAfter.notesAt.made < fnAfter.notes.length
    ? undefined
    : fnAfter.versions.get(fnAfter.last)

/** A call on a function that nobody made; with nothing else that could be refused. */
export const unknownFunction = (operation: 'PublishVersion' | 'UpdateFunctionCode'): Judge =>
  onRefusals({
    operations: operation,
    members: ['FunctionName'],
    opine: (answered) => {
      const { reply, call, context, step } = answered
      if (answered.fn !== undefined || !step.before.alone || isNoAnswer(reply)) return silent
      if (!isWellFormed({ call, context }) || context.unsupported.has(operation)) return silent
      if (operation === 'UpdateFunctionCode' && call.input['ZipFile'] === undefined) return silent
      // A dry run has a rule of its own.
      if (call.input['DryRun'] === true) return silent
      const name = errorName(reply)
      return reply.status === 404 && (name === undefined || name === 'ResourceNotFoundException')
        ? holds
        : breaks('404 ResourceNotFoundException', described(answered))
    },
  })

const withDescriptionOf =
  (length: number, opine: (answered: Answered) => Opinion) =>
  (answered: Answered): Opinion =>
    // Other characters than ASCII are another rule's.
    new RegExp(`^[\\x20-\\x7e]{${length}}$`).test(text(answered.call.input, 'Description') ?? '')
      ? opine(answered)
      : silent

/** On a settled function, without a precondition. */
const isPlain = ({ fn, call }: Answered): boolean =>
  fn !== undefined &&
  !fn.unclear &&
  fn.existence === 'exists' &&
  fn.latest.settled &&
  call.input['RevisionId'] === undefined &&
  call.input['CodeSha256'] === undefined

const code: Judge = onCallsOf('PublishVersion', (answered) => {
  const made = madeHere(answered)
  const latest = answered.fn?.latest
  if (made === undefined || latest?.content === undefined || answered.fn?.unclear) return silent
  const wrong = ['CodeSha256', 'CodeSize'].find(
    (name) =>
      latest.configuration?.[name] !== undefined &&
      latest.configuration[name] !== made.configuration[name],
  )
  return wrong === undefined
    ? holds
    : breaks(
        `${wrong} ${say(latest.configuration?.[wrong])}, as $LATEST has it`,
        `${wrong} ${say(made.configuration[wrong])}`,
      )
})

const configuration: Judge = onCallsOf('PublishVersion', (answered) => {
  const made = madeHere(answered)
  if (made?.from === undefined || answered.fn?.unclear) return silent
  const shown = contentOf(made.configuration)
  const wrong = contradictions(made.from, shown).find(
    (name) => name !== 'CodeSha256' && name !== 'Description',
  )
  return wrong === undefined
    ? holds
    : breaks(
        `${wrong} ${say(made.from[wrong])}, as $LATEST has it`,
        `${wrong} ${say(shown[wrong])}`,
      )
})

const givenDescription = ({ call }: Answered): string | undefined => text(call.input, 'Description')

const expectDescription = (expected: string, answered: Answered, made: Version): Opinion => {
  const actual = text(made.configuration, 'Description') ?? ''
  return actual === expected
    ? holds
    : breaks(`Description ${say(expected)} of the new version`, `Description ${say(actual)}`)
}

const lastModified: Judge = onCallsOf('PublishVersion', (answered) => {
  const made = madeHere(answered)
  const expected = answered.fn?.latest.configuration?.['LastModified']
  const actual = made?.configuration['LastModified']
  if (expected === undefined || actual === undefined || answered.fn?.unclear) return silent
  return actual === expected
    ? holds
    : breaks(`LastModified ${say(expected)}, as $LATEST has it`, `LastModified ${say(actual)}`)
})

export const publishVersionJudges = {
  'publish-version/success-is-201': successStatus('PublishVersion'),
  'publish-version/success-body': successBody('PublishVersion'),
  'publish-version/content-type': successContentType('PublishVersion'),
  'publish-version/errors-are-documented': documentedErrors('PublishVersion'),
  'publish-version/unknown-function-is-404': unknownFunction('PublishVersion'),
  'publish-version/description-of-257-is-refused': onRefusals({
    operations: 'PublishVersion',
    members: ['Description'],
    opine: withDescriptionOf(257, (answered) => {
      if (isNoAnswer(answered.reply) || answered.fn === undefined) return silent
      if (answered.reply.status === 400) return holds
      // Which of several reasons a refusal names first is not settled (facts F043).
      return isAccepted(answered) || isPlain(answered)
        ? breaks('status 400', described(answered))
        : silent
    }),
  }),
  'publish-version/description-of-256-is-accepted': onCallsOf(
    'PublishVersion',
    withDescriptionOf(256, (answered) => {
      if (!isPlain(answered) || isNoAnswer(answered.reply)) return silent
      if (answered.reply.status === 409) return silent
      if (!isAccepted(answered)) return breaks('a version', described(answered))
      const made = madeHere(answered)
      return made === undefined
        ? silent
        : expectDescription(givenDescription(answered) ?? '', answered, made)
    }),
  ),
  'publish-version/update-in-progress-is-409': refusedInProgress('PublishVersion'),
  'publish-version/pending-function-is-409': refusedWhilePending('PublishVersion'),
  'publish-version/returns-a-numbered-version': onCallsOf('PublishVersion', (answered) => {
    const body = acceptedBody(answered)
    if (body === undefined) return silent
    return numberIn(answered) === undefined
      ? breaks('Version with a number', `Version ${say(body['Version'])}`)
      : holds
  }),
  'publish-version/arn-is-qualified': onCallsOf('PublishVersion', (answered) => {
    const number = numberIn(answered)
    const arn = text(acceptedBody(answered), 'FunctionArn')
    if (number === undefined || arn === undefined) return silent
    return arn.endsWith(`:${number}`)
      ? holds
      : breaks(`FunctionArn ending with ":${number}"`, say(arn))
  }),
  'publish-version/snapshots-code': code,
  'publish-version/snapshots-configuration': configuration,
  'publish-version/description-overrides': onCallsOf('PublishVersion', (answered) => {
    const made = madeHere(answered)
    const given = givenDescription(answered)
    // 256 characters and none at all have rules of their own.
    if (made === undefined || !given || given.length >= 256) return silent
    return expectDescription(given, answered, made)
  }),
  'publish-version/description-leaves-latest': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) => {
      const note = lastNote(answered.fn, 'read')
      const shown = latestRead(answered)
      const known = answered.fn?.latest.content
      if (shown === undefined || known === undefined || note?.call.operation !== 'PublishVersion')
        return silent
      const given = text(note.call.input, 'Description')
      if (!given || note.fate !== 'accepted' || answered.fn?.unclear) return silent
      return contradictions(known, contentOf(shown)).includes('Description')
        ? breaks(`Description ${say(known['Description'])} of $LATEST`, say(shown['Description']))
        : holds
    },
  ),
  'publish-version/description-omitted-inherits': onCallsOf('PublishVersion', (answered) => {
    const made = madeHere(answered)
    const inherited = text(answered.fn?.latest.configuration, 'Description')
    if (made === undefined || inherited === undefined) return silent
    if (answered.call.input['Description'] !== undefined) return silent
    return expectDescription(inherited, answered, made)
  }),
  'publish-version/empty-description': onCallsOf('PublishVersion', (answered) => {
    const made = madeHere(answered)
    const latest = text(made?.from, 'Description')
    if (made === undefined || !latest || givenDescription(answered) !== '') return silent
    const actual = text(made.configuration, 'Description') ?? ''
    return shows(actual === '' ? 'overrides' : actual === latest ? 'inherits' : 'neither')
  }),
  'publish-version/keeps-last-modified': lastModified,
  'publish-version/version-is-ready': onCallsOf('PublishVersion', (answered) => {
    const made = madeHere(answered)
    const state = text(made?.configuration, 'State')
    if (made === undefined || state === undefined || !answered.fn?.latest.settled) return silent
    // A snapshot is taken first.
    if (contentOf(made.configuration)['SnapStart'] === 'PublishedVersions') return silent
    return isSettled(made.configuration)
      ? holds
      : breaks(
          'State "Active"',
          `State ${say(state)}, LastUpdateStatus ${say(made.configuration['LastUpdateStatus'])}`,
        )
  }),
} as const satisfies Readonly<Record<string, Judge>>
