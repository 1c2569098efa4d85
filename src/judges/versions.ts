import type { JsonObject } from '../call.ts'
import { conflicts, contentOf, contradictions } from '../model/content.ts'
import { text } from '../model/json.ts'
import { versionNumber } from '../model/reply.ts'
import { isUpdate, notesSince, situationOf } from '../model/situation.ts'
import type { Note, Version } from '../model/state.ts'
import { qualifierOf } from '../model/step.ts'
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
import { isDeletedElsewhere, isLaidToDeletion, refusedDeletions } from './causes.ts'
import { changesElsewhereSinceRead } from './elsewhere.ts'
import { madeHere } from './publish-version.ts'
import {
  acceptedBody,
  described,
  isAccepted,
  isDryRun,
  isNoAnswer,
  isPublish,
  latestRead,
  listedNumbers,
  numberIn,
  readBody,
} from './replies.ts'
import { isNamedAtLength, isSound } from './well-formed.ts'
import { isWellFormed } from './well-formed.ts'

const reads = ['GetFunctionConfiguration', 'GetFunction'] as const
const makers = ['PublishVersion', 'UpdateFunctionCode', 'CreateFunction'] as const

/** A version made by this call, of a function about which everything is known. */
const onMade = (opine: (answered: Answered, made: Version) => Opinion): Judge =>
  onCallsOf(makers, (answered) => {
    const made = madeHere(answered)
    return made === undefined || answered.fnAfter?.unclear || !answered.fnAfter?.fromBirth
      ? silent
      : opine(answered, made)
  })

/** Of a deletion another area has a rule. */
type Kind = 'code' | 'configuration' | 'publish' | 'deletion' | 'other'
const kindOf = (note: Note): Kind => {
  if (note.fate !== 'accepted') return 'other'
  if (note.call.operation === 'PublishVersion' || note.call.input['Publish'] === true)
    return 'publish'
  if (note.call.operation === 'DeleteFunction') return 'deletion'
  if (!isUpdate(note)) return 'other'
  return note.call.operation === 'UpdateFunctionCode' ? 'code' : 'configuration'
}

/** What was done to the function last since the version was made: a breach is laid to that. */
const lastCause = ({ fn }: Answered, version: Version): Kind =>
  fn?.notes
    .slice(version.madeAt)
    .map(kindOf)
    .findLast((kind) => kind !== 'other') ?? 'other'

/** A version read again: its content has to be what it was when it was made. */
const stays = (cause: Kind, isPart: (name: string) => boolean): Judge =>
  onCallsOf(reads, (answered) => {
    const number = versionNumber(qualifierOf(answered.call))
    const known = number === undefined ? undefined : answered.fn?.versions.get(number)
    const shown = readBody(answered)
    // A function that was there before may have been made anew in the meantime.
    if (known === undefined || shown === undefined || !answered.fn?.fromBirth) return silent
    if (lastCause(answered, known) !== cause || isNamedAtLength(answered)) return silent
    const before = contentOf(known.configuration)
    const now = contentOf(shown)
    // A read that leaves a member out, or has null for it, says nothing of it.
    const changed = contradictions(before, now).find((name) => isPart(name) && shown[name] != null)
    return changed === undefined
      ? holds
      : breaks(
          `${changed} ${say(before[changed])} of version ${known.number}, as published`,
          `${changed} ${say(now[changed])}`,
        )
  })

const isReused = (answered: Answered, body: JsonObject): boolean => {
  const number = numberIn(answered)
  const known = number === undefined ? undefined : answered.fn?.versions.get(number)
  return (
    known !== undefined && conflicts(contentOf(known.configuration), contentOf(body)).length > 0
  )
}

const isPublishNote = ({ call }: Note): boolean => call.operation === 'PublishVersion'

const othersPublished = ({ fn, step }: Answered): boolean =>
  [...step.before.functions.values()].some(({ name, highest }) => name !== fn?.name && highest > 0)

/** What the deletion of another version, or of another function's, does to this one is looked at by other rules. */
const isOthers = ({ fn, step }: Answered, number: number): boolean => {
  const version = fn?.versions.get(number)
  if (fn === undefined || version === undefined) return false
  return isLaidToDeletion(fn, version) || isDeletedElsewhere(step, fn, version)
}

const listedItems = (answered: Answered): readonly (string | undefined)[] => {
  const versions = acceptedBody(answered)?.['Versions']
  return Array.isArray(versions) ? versions.map((item) => text(item, 'Version')) : []
}

export const versionsJudges = {
  'versions/number-is-new': onCallsOf(['PublishVersion', 'UpdateFunctionCode'], (answered) => {
    const body = acceptedBody(answered)
    const number = numberIn(answered)
    // An update without Publish shows $LATEST: a number there is the breach of another rule.
    if (answered.call.operation === 'UpdateFunctionCode' && !isPublish(answered)) return silent
    if (body === undefined || number === undefined || answered.fn?.unclear) return silent
    if (madeHere(answered) !== undefined) return holds
    // Then the existing version is the answer, and another rule looks at how it is shown.
    if (situationOf(answered.fn).kind === 'unchanged' && number === answered.fn?.last) return silent
    return isReused(answered, body)
      ? breaks(
          'a number not given before, or the version as it was',
          `Version "${number}" with other content`,
        )
      : silent
  }),
  'versions/numbers-start-at-1': onMade((answered, made) => {
    const { fn, fnAfter } = answered
    // Whether those of other functions count is what another rule looks at.
    if (othersPublished(answered)) return silent
    const isFirst = (fn?.last === undefined && fn?.deleted.size === 0) || fn === undefined
    if (!isFirst || fnAfter === undefined) return silent
    if (fn !== undefined && notesSince(fn, 'made').some(isPublishNote)) return silent
    return made.number === 1 ? holds : breaks('Version "1"', `Version "${made.number}"`)
  }),
  'versions/numbers-rise-by-one': onMade((answered, made) => {
    const { fn } = answered
    if (fn === undefined || fn.last === undefined || fn.deleted.size > 0) return silent
    // Whether these use up numbers is what other rules look at.
    if (othersPublished(answered) || notesSince(fn, 'made').some(isPublishNote)) return silent
    return made.number === fn.highest + 1
      ? holds
      : breaks(`Version "${fn.highest + 1}"`, `Version "${made.number}"`)
  }),
  'versions/numbers-are-per-function': onMade((answered, made) => {
    const { fn } = answered
    if (fn === undefined || !othersPublished(answered) || fn.deleted.size > 0) return silent
    if (notesSince(fn, 'made').some(isPublishNote)) return silent
    return made.number === fn.highest + 1
      ? holds
      : breaks(`Version "${fn.highest + 1}" of ${fn.name}`, `Version "${made.number}"`)
  }),
  'versions/deleted-number-is-not-reused': onMade(({ fn }, made) => {
    if (fn === undefined || fn.deleted.size === 0) return silent
    return fn.deleted.has(made.number)
      ? breaks('a number that no deleted version had', `Version "${made.number}"`)
      : holds
  }),
  'versions/code-stays-after-code-update': stays('code', (name) => name === 'CodeSha256'),
  'versions/configuration-stays-after-configuration-update': stays(
    'configuration',
    (name) => name !== 'CodeSha256',
  ),
  'versions/stays-after-later-publish': stays('publish', () => true),
  'versions/is-readable': onCallsOf(reads, (answered) => {
    const number = versionNumber(qualifierOf(answered.call))
    const isKnown = number !== undefined && answered.fn?.versions.has(number)
    if (!isKnown || isNoAnswer(answered.reply) || answered.fn?.unclear) return silent
    if (isNamedAtLength(answered)) return silent
    if (answered.context.unsupported.has(answered.call.operation)) return silent
    if (isOthers(answered, number)) return silent
    const shown = text(readBody(answered), 'Version')
    return shown === `${number}`
      ? holds
      : breaks(
          `version "${number}"`,
          isAccepted(answered) ? `Version ${say(shown)}` : described(answered),
        )
  }),
  'versions/get-function-agrees': onCallsOf('GetFunction', (answered) => {
    const { fn } = answered
    const shown = latestRead(answered)
    const known = fn?.latest.content
    if (shown === undefined || known === undefined || fn?.notesAt.read !== fn?.notes.length)
      return silent
    if (fn?.unclear || changesElsewhereSinceRead(answered.step, fn).length > 0) return silent
    const wrong = contradictions(known, contentOf(shown)).find((name) => shown[name] != null)
    return wrong === undefined
      ? holds
      : breaks(
          `${wrong} ${say(known[wrong])}, as read before`,
          `${wrong} ${say(contentOf(shown)[wrong])}`,
        )
  }),
  'versions/arn-carries-what-was-asked': onCallsOf(reads, (answered) => {
    const asked = text(answered.call.input, 'Qualifier')
    const arn = text(readBody(answered), 'FunctionArn')
    if (arn === undefined || asked === undefined || !isWellFormed(answered)) return silent
    if (asked !== '$LATEST' && versionNumber(asked) === undefined) return silent
    return arn.endsWith(`:${asked}`)
      ? holds
      : breaks(`FunctionArn ending with ":${asked}"`, say(arn))
  }),
  'versions/last-modified-form': onCallsOf(['CreateFunction', ...makers, ...reads], (answered) => {
    const { operation } = answered.call
    const body = reads.some((name) => name === operation)
      ? readBody(answered)
      : acceptedBody(answered)
    const shown = text(body, 'LastModified')
    if (shown === undefined) return silent
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/.test(shown)
      ? holds
      : breaks('LastModified like "2024-08-30T10:11:12.000+0000"', say(shown))
  }),
  'versions/is-listed': onCallsOf('ListVersionsByFunction', (answered) => {
    const numbers = listedNumbers(answered)
    // A version whose deletion was refused has a rule of its own.
    const refused = answered.fn === undefined ? [] : refusedDeletions(answered.fn)
    const all = [...(answered.fn?.versions.keys() ?? [])]
    const known = all.filter((number) => !refused.includes(number))
    if (numbers === undefined || known.length === 0 || answered.fn?.unclear) return silent
    const missing = known.find((number) => !numbers.includes(number))
    return missing === undefined
      ? holds
      : breaks(
          `version ${missing} in the list`,
          `the list ${say(listedItems(answered).map((v) => v ?? null))}`,
        )
  }),
  'versions/latest-is-called-latest': onCallsOf(
    ['CreateFunction', 'UpdateFunctionCode', 'UpdateFunctionConfiguration', ...reads],
    (answered) => {
      const isRead = reads.some((operation) => operation === answered.call.operation)
      // A request whose body was not recorded may have asked for a version.
      if (!isRead && (answered.call.partial || isPublish(answered) || isDryRun(answered))) {
        return silent
      }
      // What is updated where a version stands behind the name is what another rule looks at.
      if (!isRead && (!isSound(answered) || isNamedAtLength(answered))) return silent
      const version = text(isRead ? latestRead(answered) : acceptedBody(answered), 'Version')
      if (version === undefined) return silent
      return version === '$LATEST' ? holds : breaks('Version "$LATEST"', `Version ${say(version)}`)
    },
  ),
  'versions/latest-is-listed-first': onCallsOf('ListVersionsByFunction', (answered) => {
    const items = listedItems(answered)
    if (listedNumbers(answered) === undefined || items.length === 0) return silent
    // Pages have a rule of their own.
    if (answered.call.input['MaxItems'] !== undefined) return silent
    const numbers = items.slice(1).map((item) => versionNumber(item) ?? 0)
    // From ten versions on, another rule looks at their order.
    const isAscending = numbers.every((n, i) => n > (numbers[i - 1] ?? 0))
    const isOrdered = items[0] === '$LATEST' && (isAscending || Math.max(...numbers) > 9)
    return isOrdered
      ? holds
      : breaks('$LATEST, then ascending numbers', say(items.map((v) => v ?? null)))
  }),
  'versions/deleted-is-gone': onCallsOf([...reads, 'ListVersionsByFunction'], (answered) => {
    if (answered.fn?.unclear) return silent
    const deleted = [...(answered.fn?.deleted ?? [])].filter((n) => !answered.fn?.versions.has(n))
    const listed = listedNumbers(answered)
    if (listed !== undefined && deleted.length > 0) {
      const back = deleted.find((number) => listed.includes(number))
      return back === undefined
        ? holds
        : breaks(`no version ${back}`, `version ${back} in the list`)
    }
    const number = versionNumber(qualifierOf(answered.call))
    if (number === undefined || !deleted.includes(number) || isNoAnswer(answered.reply))
      return silent
    return answered.reply.status === 404 ? holds : breaks('status 404', described(answered))
  }),
} as const satisfies Readonly<Record<string, Judge>>
