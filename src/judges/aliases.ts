import type { JsonObject } from '../call.ts'
import { text } from '../model/json.ts'
import type { Alias, FunctionState } from '../model/state.ts'
import { qualifierOf } from '../model/step.ts'
import { aliasRefusalsJudges } from './alias-refusals.ts'
import {
  aliasOf,
  certain,
  isPlainAliasCall,
  nameIn,
  neverMade,
  notesOnAlias,
  onlyNoteOn,
  versionIsThere,
} from './aliases-of.ts'
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
import { onlySince } from './notes.ts'
import { acceptedBody, described, isAccepted, latestRead, readBody } from './replies.ts'
import { expectRevisionKept } from './revision-kept.ts'

const replies = ['CreateAlias', 'GetAlias', 'UpdateAlias'] as const

/** Of the members that a call gives, those that a reply has to show. */
const expectGiven = (given: JsonObject, shown: JsonObject, members: readonly string[]): Opinion => {
  // A reply that leaves a member out, or has null for it, says nothing of it.
  const asked = members.filter((name) => text(given, name) !== undefined && shown[name] != null)
  if (asked.length === 0) return silent
  const wrong = asked.find((name) => text(given, name) !== text(shown, name))
  return wrong === undefined
    ? holds
    : breaks(`${wrong} ${say(given[wrong])}, as given`, `${wrong} ${say(shown[wrong])}`)
}

/** The body of an accepted call on an alias that was well-formed, of a function about which everything is known. */
const bodyOfPlain = (answered: Answered): JsonObject | undefined =>
  isPlainAliasCall(answered) ? acceptedBody(answered) : undefined

/** A read of an alias, with what was known of it before. */
const onReads = (opine: (shown: JsonObject, alias: Alias, fn: FunctionState) => Opinion): Judge =>
  onCallsOf('GetAlias', (answered) => {
    const fn = certain(answered)
    const alias = aliasOf(answered)
    const shown = acceptedBody(answered)
    return fn === undefined || alias === undefined || shown === undefined
      ? silent
      : opine(shown, alias, fn)
  })

/** What an update of these members gives: in its reply, and in the read after it. */
const updates = (member: 'FunctionVersion' | 'Description'): Judge =>
  onCallsOf(['UpdateAlias', 'GetAlias'], (answered) => {
    const shown = bodyOfPlain(answered)
    if (shown === undefined) return silent
    if (answered.call.operation === 'UpdateAlias') {
      return expectGiven(answered.call.input, shown, [member])
    }
    const fn = certain(answered)
    const alias = aliasOf(answered)
    const note = fn && alias && onlyNoteOn(fn, alias)
    return note?.call.operation === 'UpdateAlias'
      ? expectGiven(note.call.input, shown, [member])
      : silent
  })

type Shown = 'version' | 'description' | 'revisionId'
const members = {
  version: 'FunctionVersion',
  description: 'Description',
  revisionId: 'RevisionId',
} as const

const expectKept = (alias: Alias, shown: JsonObject, part: Shown, since: string): Opinion => {
  const member = members[part]
  const before = alias[part]
  const now = text(shown, member)
  if (before === undefined || now === undefined) return silent
  return before === now
    ? holds
    : breaks(`${member} ${say(before)}, as before ${since}`, `${member} ${say(now)}`)
}

/** A read after creations or updates of the alias that were all refused. */
const keepsWhenRefused = (part: Shown): Judge =>
  onReads((shown, alias, fn) => {
    const notes = notesOnAlias(fn, alias)
    return notes.length > 0 && notes.every(({ fate }) => fate === 'refused')
      ? expectKept(alias, shown, part, 'the refused call')
      : silent
  })

const publishing = ['PublishVersion', 'UpdateFunctionCode', 'UpdateFunctionConfiguration']

/** The alias by which a function is read, where nothing since it was last shown leaves a doubt where it points. */
const readBy = (answered: Answered): Alias | undefined => {
  const fn = certain(answered)
  const alias = fn?.aliases.get(qualifierOf(answered.call) ?? '')
  return fn !== undefined && alias !== undefined && fn.notes.length === alias.readAt
    ? alias
    : undefined
}

const onReadsBy = (opine: (shown: JsonObject, alias: Alias, answered: Answered) => Opinion) =>
  onCallsOf(['GetFunctionConfiguration', 'GetFunction'], (answered) => {
    const alias = readBy(answered)
    const shown = readBody(answered)
    return alias === undefined || shown === undefined ? silent : opine(shown, alias, answered)
  })

const revisionAfterUpdate = (withChange: boolean): Judge =>
  onCallsOf('UpdateAlias', (answered) => {
    const alias = aliasOf(answered)
    const now = text(bodyOfPlain(answered), 'RevisionId')
    const before = alias?.revisionId
    if (now === undefined || before === undefined) return silent
    const { input } = answered.call
    const changed =
      (text(input, 'FunctionVersion') ?? alias?.version) !== alias?.version ||
      (text(input, 'Description') ?? alias?.description) !== alias?.description
    if (changed !== withChange) return silent
    return before === now ? breaks(`a RevisionId other than ${say(before)}`, 'the same') : holds
  })

export const aliasesJudges = {
  ...aliasRefusalsJudges,
  'aliases/new-one-is-accepted': onCallsOf('CreateAlias', (answered) => {
    if (!isPlainAliasCall(answered) || !neverMade(answered)) return silent
    const version = text(answered.call.input, 'FunctionVersion')
    if (version === undefined || version === '$LATEST' || !versionIsThere(answered)) return silent
    if (isAccepted(answered)) return holds
    return [400, 404, 409, 412].includes(answered.reply.status)
      ? breaks('success', described(answered))
      : silent
  }),
  'aliases/create-shows-name-and-version': onCallsOf('CreateAlias', (answered) => {
    const shown = bodyOfPlain(answered)
    return shown === undefined
      ? silent
      : expectGiven(answered.call.input, shown, ['Name', 'FunctionVersion'])
  }),
  'aliases/read-shows-what-was-created': onReads((shown, alias, fn) => {
    const note = onlyNoteOn(fn, alias)
    return note?.call.operation === 'CreateAlias'
      ? expectGiven(note.call.input, shown, ['Name', 'FunctionVersion', 'Description'])
      : silent
  }),
  'aliases/arn-ends-in-its-name': onCallsOf(replies, (answered) => {
    const shown = bodyOfPlain(answered)
    const arn = text(shown, 'AliasArn')
    // That another alias is shown than was asked for is the breach of another rule.
    if (arn === undefined || text(shown, 'Name') !== nameIn(answered)) return silent
    const end = `:function:${answered.fnName}:${nameIn(answered)}`
    return arn.endsWith(end) ? holds : breaks(`AliasArn ending in ${end}`, say(arn))
  }),
  'aliases/description-is-empty-where-none-is-given': onCallsOf('CreateAlias', (answered) => {
    const shown = bodyOfPlain(answered)
    if (shown === undefined || answered.call.input['Description'] !== undefined) return silent
    return shown['Description'] === ''
      ? holds
      : breaks('Description ""', `Description ${say(shown['Description'])}`)
  }),
  'aliases/has-a-revision-id': onCallsOf(replies, (answered) => {
    const shown = acceptedBody(answered)
    if (shown === undefined) return silent
    return text(shown, 'RevisionId') === undefined
      ? breaks('a RevisionId', `none in the reply of ${answered.call.operation}`)
      : holds
  }),
  'aliases/update-moves-it': updates('FunctionVersion'),
  'aliases/update-changes-its-description': updates('Description'),
  'aliases/update-keeps-what-is-not-given': onCallsOf('UpdateAlias', (answered) => {
    const shown = bodyOfPlain(answered)
    const alias = aliasOf(answered)
    if (shown === undefined || alias === undefined) return silent
    const left = (['version', 'description'] as const).filter(
      (part) => answered.call.input[members[part]] === undefined,
    )
    const opinions = left.map((part) => expectKept(alias, shown, part, 'the update'))
    return opinions.find(({ kind }) => kind === 'breaks') ?? opinions[0] ?? silent
  }),
  'aliases/publish-does-not-move-it': onReads((shown, alias, fn) => {
    const notes = fn.notes.slice(alias.readAt)
    const onlyPublishing = notes.every(({ call }) => publishing.includes(call.operation))
    const published = fn.notesAt.made > alias.readAt
    return onlyPublishing && published ? expectKept(alias, shown, 'version', 'the publish') : silent
  }),
  'aliases/reads-its-version': onReadsBy((shown, { version }) => {
    if (version === undefined || version === '$LATEST') return silent
    const now = text(shown, 'Version')
    return now === version
      ? holds
      : breaks(`Version ${say(version)}, at which the alias points`, `Version ${say(now)}`)
  }),
  'aliases/reads-its-versions-revision-id': onReadsBy((shown, { version }, answered) => {
    const own = answered.fn?.versions.get(Number(version))?.revisionId
    const now = text(shown, 'RevisionId')
    if (own === undefined || now === undefined) return silent
    return now === own
      ? holds
      : breaks(`RevisionId ${say(own)} of version ${version}`, `RevisionId ${say(now)}`)
  }),
  'aliases/reads-its-arn': onReadsBy((shown, { name }) => {
    const arn = text(shown, 'FunctionArn')
    if (arn === undefined) return silent
    return arn.endsWith(`:${name}`) ? holds : breaks(`FunctionArn ending in :${name}`, say(arn))
  }),
  'aliases/refused-call-keeps-version': keepsWhenRefused('version'),
  'aliases/refused-call-keeps-description': keepsWhenRefused('description'),
  'aliases/refused-call-keeps-revision-id': keepsWhenRefused('revisionId'),
  'aliases/update-changes-revision-id': revisionAfterUpdate(true),
  'aliases/update-without-a-change-changes-revision-id': revisionAfterUpdate(false),
  'aliases/revision-id-does-not-come-back': onCallsOf('UpdateAlias', (answered) => {
    const alias = aliasOf(answered)
    const now = text(acceptedBody(answered), 'RevisionId')
    if (alias === undefined || now === undefined || now === alias.revisions.at(-1)) return silent
    return alias.revisions.includes(now)
      ? breaks('a RevisionId that the alias did not have before', `RevisionId ${say(now)} again`)
      : holds
  }),
  'aliases/revision-id-stays-when-read': onReads((shown, alias, fn) => {
    const notes = notesOnAlias(fn, alias)
    return notes.every(({ fate }) => fate === 'accepted')
      ? expectKept(alias, shown, 'revisionId', 'it was read')
      : silent
  }),
  'aliases/update-keeps-functions-revision-id': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) => {
      const notes = onlySince(answered.fn, 'read', ({ call }) => call.operation === 'UpdateAlias')
      return notes.some(({ fate }) => fate === 'accepted')
        ? expectRevisionKept(answered.fn, latestRead(answered), 'the alias was updated')
        : silent
    },
  ),
} as const satisfies Readonly<Record<string, Judge>>
