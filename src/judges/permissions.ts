import type { Json, JsonObject } from '../call.ts'
import { member, text } from '../model/json.ts'
import { idsIn, jsonIn, statementsIn } from '../model/policy-steps.ts'
import type { FunctionState, Note, Policy } from '../model/state.ts'
import { certain } from './aliases-of.ts'
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
import { returnsExisting } from './no-change.ts'
import { onlySince } from './notes.ts'
import { permissionRefusalsJudges } from './permission-refusals.ts'
import {
  hasNone,
  isPlainPolicyCall,
  notesOnPolicy,
  policyKeyOf,
  policyOf,
  sameIds,
  statementIdOf,
} from './policies-of.ts'
import { acceptedBody, isAccepted, latestRead } from './replies.ts'

const listed = (ids: Iterable<string>): string => `statements ${[...ids].join(', ') || '(none)'}`

type Seen = {
  readonly ids: readonly string[]
  readonly body: JsonObject
  readonly policy: Policy
  readonly notes: readonly Note[]
  readonly fn: FunctionState
  readonly key: string
}

/** A read of a policy, with what was done to it since the last read and what it was then. */
const onReads = (opine: (seen: Seen) => Opinion): Judge =>
  onCallsOf('GetPolicy', (answered) => {
    const fn = certain(answered)
    const policy = policyOf(answered)
    const body = acceptedBody(answered)
    const statements = statementsIn(body)
    if (fn === undefined || policy === undefined || body === undefined) return silent
    if (statements === undefined) return silent
    const key = policyKeyOf(answered.call)
    const notes = notesOnPolicy(fn, policy, key)
    return opine({ ids: idsIn(statements), body, policy, notes, fn, key })
  })

const areAccepted = (notes: readonly Note[], operation: Note['call']['operation']): boolean =>
  notes.length > 0 &&
  notes.every(({ call, fate }) => call.operation === operation && fate === 'accepted')

const expectHeld = (ids: readonly string[], wanted: Iterable<string>): Opinion => {
  const missing = [...wanted].find((id) => !ids.includes(id))
  return missing === undefined ? holds : breaks(`a statement ${missing}`, listed(ids))
}

type Change = 'AddPermission' | 'RemovePermission'

/** A read after calls of this operation that were all refused. */
const afterRefused = (operation: Change, opine: (seen: Seen) => Opinion): Judge =>
  onReads((seen) =>
    seen.notes.length > 0 &&
    seen.notes.every(({ call, fate }) => call.operation === operation && fate === 'refused')
      ? opine(seen)
      : silent,
  )

const keepsStatements = (operation: Change): Judge =>
  afterRefused(operation, ({ policy, ids }) =>
    sameIds(policy.statements, ids)
      ? holds
      : breaks(`${listed(policy.statements)}, as before the refused call`, listed(ids)),
  )

const keepsRevision = (operation: Change): Judge =>
  afterRefused(operation, ({ policy, body, fn }) => {
    const now = text(body, 'RevisionId')
    if (policy.revisionId === undefined || now === undefined || !fn.latest.settled) return silent
    return now === policy.revisionId
      ? holds
      : breaks(
          `RevisionId ${say(policy.revisionId)}, as before the refused call`,
          `RevisionId ${say(now)}`,
        )
  })

/** A policy that was read before and after what was done to the function. */
const withRevisions = (
  opine: (before: string, now: string, seen: Seen, since: readonly Note[]) => Opinion,
): Judge =>
  onReads((seen) => {
    const { policy, body, fn } = seen
    const before = policy.revisions.at(-1)
    const now = text(body, 'RevisionId')
    return before === undefined || now === undefined || !fn.latest.settled
      ? silent
      : opine(before, now, seen, fn.notes.slice(policy.readAt))
  })

/** One action may stand in a list. */
const alone = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) && value.length === 1 ? value[0] : value

const expectStatement = (answered: Answered): Opinion => {
  const returned = jsonIn(text(acceptedBody(answered), 'Statement'))
  const wanted = {
    Sid: statementIdOf(answered),
    Effect: 'Allow',
    Action: text(answered.call.input, 'Action'),
  }
  const wrong = Object.entries(wanted).find(
    ([name, value]) => value !== undefined && alone(member(returned, name)) !== value,
  )
  return wrong === undefined
    ? holds
    : breaks(`a Statement with ${wrong[0]} ${say(wrong[1])}`, `Statement ${say(returned)}`)
}

export const permissionsJudges = {
  ...permissionRefusalsJudges,
  'permissions/add-returns-the-statement': onCallsOf('AddPermission', (answered) =>
    isPlainPolicyCall(answered) && text(acceptedBody(answered), 'Statement') !== undefined
      ? expectStatement(answered)
      : silent,
  ),
  'permissions/policy-shows-the-statement': onReads(({ ids, notes }) => {
    const added = notes.at(-1)
    return areAccepted(notes, 'AddPermission') && added !== undefined
      ? expectHeld(ids, [statementIdOf(added) ?? ''])
      : silent
  }),
  'permissions/policy-holds-all-statements': onReads(({ ids, notes, policy }) =>
    areAccepted(notes, 'AddPermission') && policy.statements.size > 1
      ? expectHeld(ids, policy.statements)
      : silent,
  ),
  'permissions/removed-statement-is-gone': onReads(({ ids, notes }) => {
    if (!areAccepted(notes, 'RemovePermission')) return silent
    const left = notes.map((note) => statementIdOf(note) ?? '').find((id) => ids.includes(id))
    return left === undefined ? holds : breaks(`no statement ${left}`, listed(ids))
  }),
  'permissions/removal-leaves-the-others': onCallsOf('GetPolicy', (answered) => {
    const fn = certain(answered)
    const policy = policyOf(answered)
    if (fn === undefined || policy === undefined || policy.statements.size === 0) return silent
    const notes = notesOnPolicy(fn, policy, policyKeyOf(answered.call))
    if (!areAccepted(notes, 'RemovePermission')) return silent
    const statements = statementsIn(acceptedBody(answered))
    if (statements !== undefined) return expectHeld(idsIn(statements), policy.statements)
    return answered.reply.status === 404 ? expectHeld([], policy.statements) : silent
  }),
  'permissions/policy-has-a-revision-id': onCallsOf('GetPolicy', (answered) => {
    if (!isAccepted(answered)) return silent
    return text(acceptedBody(answered), 'RevisionId') === undefined
      ? breaks('a RevisionId', 'none in the reply of GetPolicy')
      : holds
  }),
  'permissions/revision-id-stays-when-read': withRevisions((before, now, _seen, since) => {
    if (since.length > 0) return silent
    return before === now
      ? holds
      : breaks(`RevisionId ${say(before)}, as read before`, `RevisionId ${say(now)}`)
  }),
  'permissions/another-statement-changes-revision-id': withRevisions((before, now, seen, since) => {
    if (!areAccepted(since, 'AddPermission') || seen.notes.length !== since.length) return silent
    return before === now ? breaks(`a RevisionId other than ${say(before)}`, 'the same') : holds
  }),
  'permissions/refused-add-keeps-statements': keepsStatements('AddPermission'),
  'permissions/refused-remove-keeps-statements': keepsStatements('RemovePermission'),
  'permissions/refused-add-keeps-revision-id': keepsRevision('AddPermission'),
  'permissions/refused-remove-keeps-revision-id': keepsRevision('RemovePermission'),
  'permissions/version-has-its-own-policy': onReads(({ ids, policy, notes, fn, key }) => {
    const changes = fn.notes
      .slice(policy.readAt)
      .filter(({ call }) => ['AddPermission', 'RemovePermission'].includes(call.operation))
    if (!areAccepted(changes, 'AddPermission')) return silent
    // Of the function's, only what was done to the policies of others; of a version's, only what it was made with.
    const isCase = notes.length === 0 || (key !== '' && notes.length === policy.statements.size)
    if (!isCase) return silent
    return sameIds(policy.statements, ids)
      ? holds
      : breaks(`${listed(policy.statements)} and no others`, listed(ids))
  }),
  'permissions/is-no-change': returnsExisting('permission'),
  'permissions/publish-and-the-policys-revision-id': withRevisions((before, now, seen, since) => {
    const published = since.length === 1 && areAccepted(since, 'PublishVersion')
    const made = seen.fn.notesAt.made === seen.fn.notes.length
    return published && made ? shows(before === now ? 'leaves it' : 'changes it') : silent
  }),
  'permissions/whose-revision-id': onCallsOf('GetPolicy', (answered) => {
    const fn = certain(answered)
    const own = text(acceptedBody(answered), 'RevisionId')
    const latest = fn?.latest.revisionId
    if (own === undefined || latest === undefined || !fn?.latest.settled) return silent
    if (policyKeyOf(answered.call) !== '') return silent
    return shows(own === latest ? "the function's" : 'its own')
  }),
  'permissions/add-and-latests-revision-id': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) => {
      const notes = onlySince(
        answered.fn,
        'read',
        ({ call }) => call.operation === 'AddPermission' && policyKeyOf(call) === '',
      )
      const before = answered.fn?.revisions.at(-1)
      const now = text(latestRead(answered), 'RevisionId')
      if (!notes.some(({ fate }) => fate === 'accepted')) return silent
      if (before === undefined || now === undefined) return silent
      if (certain(answered)?.latest.settled !== true) return silent
      return shows(before === now ? 'leaves it' : 'changes it')
    },
  ),
  'permissions/first-with-functions-revision-id': onCallsOf('AddPermission', (answered) => {
    const latest = certain(answered)?.latest
    const given = text(answered.call.input, 'RevisionId')
    if (!isPlainPolicyCall(answered) || !hasNone(answered)) return silent
    if (given === undefined || given !== latest?.revisionId || !latest.settled) return silent
    if (policyKeyOf(answered.call) !== '') return silent
    return shows(isAccepted(answered) ? 'accepted' : `refused with ${answered.reply.status}`)
  }),
} as const satisfies Readonly<Record<string, Judge>>
