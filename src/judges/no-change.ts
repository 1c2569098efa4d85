import type { RuleId } from '../../generated/rule-ids.ts'
import type { Json } from '../call.ts'
import { conflicts, contentOf } from '../model/content.ts'
import { text } from '../model/json.ts'
import { isUpdate, notesSince, situationOf } from '../model/situation.ts'
import type { FunctionState, Note, Version } from '../model/state.ts'
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
import { changesElsewhere, stepOf } from './elsewhere.ts'
import { onlySince } from './notes.ts'
import { hashFits, preconditionsOf, revisionFits } from './preconditions-of.ts'
import { expectRevisionKept } from './revision-kept.ts'
import { madeHere } from './publish-version.ts'
import {
  acceptedBody,
  described,
  isAccepted,
  isNoAnswer,
  latestRead,
  listedNumbers,
  numberIn,
} from './replies.ts'
import { unaccounted } from './update-function-code.ts'

/**
 * What distinguishes a publish with nothing changed from the plainest one. A call can have several of these; it is laid to
 * the first, so that a subject that only counts dry runs as changes breaks one rule and not five.
 */
type Occasion =
  /** Of this and of 'both-preconditions' other areas have rules. */
  | 'another-function'
  | 'dry-run'
  | 'refused-update'
  | 'refused-publish'
  | 'alias'
  | 'permission'
  | 'update-with-publish'
  | 'create-with-publish'
  | 'new-description'
  /** Of these, as of permissions, another area has a rule. */
  | 'both-preconditions'
  | 'read'
  | 'plain'

const isAliasCall = ({ call }: Note): boolean => call.operation.endsWith('Alias')

const isRefusedPublish = (note: Note): boolean =>
  note.call.operation === 'PublishVersion' && note.fate === 'refused'

const isPermissionCall = ({ call }: Note): boolean => call.operation.endsWith('Permission')

const occasionOf = ({ fn, call, step }: Answered, version: Version): Occasion => {
  const notes = fn === undefined ? [] : notesSince(fn, 'made')
  const elsewhere = fn === undefined ? [] : changesElsewhere(step, fn, stepOf(fn, version))
  if (elsewhere.some((note) => isUpdate(note))) return 'another-function'
  if (notes.some(({ call: { input }, fate }) => input['DryRun'] === true && fate === 'accepted'))
    return 'dry-run'
  if (notes.some((note) => isUpdate(note) && note.fate === 'refused')) return 'refused-update'
  if (notes.some((note) => isAliasCall(note) && note.fate === 'accepted')) return 'alias'
  if (notes.some((note) => isPermissionCall(note) && note.fate === 'accepted')) return 'permission'
  if (notes.every(isRefusedPublish)) {
    if (version.madeBy === 'UpdateFunctionCode') return 'update-with-publish'
    if (version.madeBy === 'CreateFunction') return 'create-with-publish'
  }
  if (notes.some(isRefusedPublish)) return 'refused-publish'
  const description = text(call.input, 'Description')
  if (description !== undefined && description !== text(version.configuration, 'Description')) {
    return 'new-description'
  }
  if (call.input['RevisionId'] !== undefined && call.input['CodeSha256'] !== undefined) {
    return 'both-preconditions'
  }
  const wasRead = fn !== undefined && fn.notesAt.read >= fn.notesAt.made
  return wasRead ? 'read' : 'plain'
}

/** A valid publish with both preconditions met. */
const onPublishes = (opine: (answered: Answered) => Opinion): Judge =>
  onCallsOf('PublishVersion', (answered) => {
    const preconditions = preconditionsOf(answered)
    if (preconditions === undefined || isNoAnswer(answered.reply)) return silent
    if (answered.context.unsupported.has('PublishVersion')) return silent
    return revisionFits(preconditions) && hashFits(preconditions) ? opine(answered) : silent
  })

const onUnchanged = (opine: (answered: Answered, version: Version) => Opinion): Judge =>
  onPublishes((answered) => {
    const situation = situationOf(answered.fn)
    return situation.kind === 'unchanged' ? opine(answered, situation.version) : silent
  })

export const returnsExisting = (occasion: Occasion): Judge =>
  onUnchanged((answered, version) => {
    const number = numberIn(answered)
    if (number === undefined || occasionOf(answered, version) !== occasion) return silent
    return number === version.number
      ? holds
      : breaks(
          `Version "${version.number}", already made from this code and configuration`,
          `Version "${number}"`,
        )
  })

/** A refusal for what the request gives or does not give, which the rules about preconditions look at, or for the moment. */
const isOthers = ({ reply }: Answered): boolean => [400, 409, 412].includes(reply.status)

const makesVersion = (isCase: (members: readonly string[]) => boolean): Judge =>
  onPublishes((answered) => {
    const situation = situationOf(answered.fn)
    if (situation.kind !== 'changed' || !isCase(situation.members)) return silent
    const { members, version } = situation
    const expected = `a version later than "${version.number}", since ${members.join(', ')} changed`
    if (!isAccepted(answered)) {
      return isOthers(answered) ? silent : breaks(expected, described(answered))
    }
    const number = numberIn(answered)
    if (number === undefined) return silent
    const known = answered.fn?.versions.get(number)
    return known !== undefined &&
      conflicts(contentOf(known.configuration), contentOf(acceptedBody(answered) ?? {})).length ===
        0
      ? breaks(expected, `Version "${number}"`)
      : holds
  })

/** Members whose change, and nothing else, has a rule of its own. */
const ownRule = {
  'no-change/description-change-makes-version': 'Description',
  'no-change/environment-change-makes-version': 'Environment',
  'no-change/handler-change-makes-version': 'Handler',
  'no-change/memory-size-change-makes-version': 'MemorySize',
  'no-change/timeout-change-makes-version': 'Timeout',
  'no-change/runtime-change-makes-version': 'Runtime',
  'no-change/tracing-config-change-makes-version': 'TracingConfig',
  'no-change/layers-change-makes-version': 'Layers',
  'no-change/ephemeral-storage-change-makes-version': 'EphemeralStorage',
  'no-change/logging-config-change-makes-version': 'LoggingConfig',
} as const

const hasOwnRule: ReadonlySet<string> = new Set(Object.values(ownRule))

const changes = Object.fromEntries(
  Object.entries(ownRule).map(([rule, member]) => [
    rule,
    makesVersion((members) => members.length === 1 && members[0] === member),
  ]),
) as Readonly<Record<keyof typeof ownRule, Judge>>

const surveyed = (isCase: (updates: readonly Note[]) => boolean): Judge =>
  onPublishes((answered) => {
    const situation = situationOf(answered.fn)
    if (situation.kind !== 'touched' || !isCase(situation.updates) || !isAccepted(answered))
      return silent
    return shows(madeHere(answered) === undefined ? 'returns the last version' : 'makes a version')
  })

const changedSomething = ({ changed }: Note): boolean => changed.length > 0
const isOf =
  (operation: string) =>
  ({ call }: Note): boolean =>
    call.operation === operation

/** A publish that could make nothing: accepted, no version made by it. */
const isRepeat = (fn: FunctionState | undefined) => (note: Note) =>
  note.call.operation === 'PublishVersion' &&
  note.fate === 'accepted' &&
  fn !== undefined &&
  fn.notesAt.made <= fn.notes.indexOf(note)

/** Not FunctionArn: the reply of a creation with Publish has it without the number (facts F045). */
const identifying = ['RevisionId', 'CodeSha256', 'LastModified', 'MemorySize', 'Timeout'] as const

export const noChangeJudges = {
  'no-change/first-publish-makes-version': onPublishes((answered) => {
    if (situationOf(answered.fn).kind !== 'first' || isOthers(answered)) return silent
    if (!isAccepted(answered)) return breaks('a version', described(answered))
    return numberIn(answered) === undefined ? silent : holds
  }),
  'no-change/repeat-publish-returns-same-version': returnsExisting('plain'),
  'no-change/repeat-publish-is-201': onUnchanged((answered) =>
    answered.reply.status === 201 ? holds : breaks('status 201', described(answered)),
  ),
  'no-change/repeat-publish-adds-no-version': onCallsOf('ListVersionsByFunction', (answered) => {
    const repeats = onlySince(answered.fn, 'listed', isRepeat(answered.fn))
    if (repeats.length === 0 || listedNumbers(answered) === undefined || answered.fn?.unclear)
      return silent
    const [extra] = unaccounted(answered)
    return extra === undefined
      ? holds
      : breaks('no version from a publish with nothing changed', `version ${extra} in the list`)
  }),
  'no-change/repeat-publish-returns-the-version-as-it-is': onUnchanged((answered, version) => {
    const body = acceptedBody(answered)
    // A version still on its way to Active changes by itself.
    if (body === undefined || !version.settled) return silent
    if (numberIn(answered) !== version.number) return silent
    const known = (name: (typeof identifying)[number]): Json | undefined =>
      name === 'RevisionId' ? version.revisionId : version.configuration[name]
    const changed = identifying.find(
      (name) => known(name) !== undefined && body[name] !== known(name),
    )
    return changed === undefined
      ? holds
      : breaks(`${changed} ${say(known(changed))}`, `${changed} ${say(body[changed])}`)
  }),
  'no-change/repeat-publish-keeps-revision': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) =>
      onlySince(answered.fn, 'read', isRepeat(answered.fn)).length > 0
        ? expectRevisionKept(answered.fn, latestRead(answered), 'the publish')
        : silent,
  ),
  'no-change/repeat-publish-uses-no-number': onPublishes((answered) => {
    const { fn } = answered
    const made = madeHere(answered)
    if (fn === undefined || made === undefined || fn.deleted.size > 0 || fn.last === undefined)
      return silent
    const publishes = notesSince(fn, 'made').filter(isOf('PublishVersion'))
    if (publishes.length === 0 || publishes.some(({ fate }) => fate !== 'accepted')) return silent
    return made.number === fn.highest + 1
      ? holds
      : breaks(`Version "${fn.highest + 1}"`, `Version "${made.number}"`)
  }),
  'no-change/new-description-is-no-change': returnsExisting('new-description'),
  'no-change/new-description-keeps-the-old': onUnchanged((answered, version) => {
    if (
      occasionOf(answered, version) !== 'new-description' ||
      numberIn(answered) !== version.number
    )
      return silent
    const expected = text(version.configuration, 'Description') ?? ''
    const actual = text(acceptedBody(answered), 'Description') ?? ''
    return actual === expected
      ? holds
      : breaks(`Description ${say(expected)}, as it was published`, `Description ${say(actual)}`)
  }),
  'no-change/code-change-makes-version': makesVersion((members) => members.includes('CodeSha256')),
  // A subject that overlooks one member breaks that member's rule only.
  'no-change/configuration-change-makes-version': makesVersion(
    (members) =>
      !members.includes('CodeSha256') &&
      !(members.length === 1 && members.some((name) => hasOwnRule.has(name))),
  ),
  ...changes,
  'no-change/change-and-back': surveyed((updates) => updates.some(changedSomething)),
  'no-change/same-bytes-again': surveyed(
    (updates) => !updates.some(changedSomething) && updates.every(isOf('UpdateFunctionCode')),
  ),
  'no-change/same-configuration-again': surveyed(
    (updates) =>
      !updates.some(changedSomething) && updates.every(isOf('UpdateFunctionConfiguration')),
  ),
  'no-change/dry-run-is-no-change': returnsExisting('dry-run'),
  'no-change/refused-update-is-no-change': returnsExisting('refused-update'),
  'no-change/refused-publish-is-no-change': returnsExisting('refused-publish'),
  'no-change/publish-after-update-with-publish': returnsExisting('update-with-publish'),
  'no-change/publish-after-create-with-publish': returnsExisting('create-with-publish'),
  'no-change/alias-is-no-change': returnsExisting('alias'),
  'no-change/read-is-no-change': returnsExisting('read'),
} as const satisfies Readonly<Partial<Record<RuleId, Judge>>>
