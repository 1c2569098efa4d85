import { conflicts, contentOf, contradictions } from '../model/content.ts'
import { text } from '../model/json.ts'
import { flag, versionNumber } from '../model/reply.ts'
import { isUpdate, situationOf } from '../model/situation.ts'
import type { FunctionState, Note } from '../model/state.ts'
import { qualifierOf } from '../model/step.ts'
import { isDeletedElsewhere } from './causes.ts'
import { changesElsewhere, changesElsewhereSinceRead, stepOf } from './elsewhere.ts'
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
import { layerIndependenceJudges } from './layer-independence.ts'
import { itemsOf, numberOfItem, versionList } from './lists.ts'
import { hashFits, preconditionsOf, revisionFits } from './preconditions-of.ts'
import {
  acceptedBody,
  described,
  isAccepted,
  isNoAnswer,
  latestRead,
  numberIn,
  readBody,
} from './replies.ts'
import { expectRevisionKept } from './revision-kept.ts'

const reads = ['GetFunctionConfiguration', 'GetFunction'] as const

const isOf =
  (...operations: readonly string[]) =>
  ({ call }: Note): boolean =>
    operations.includes(call.operation) && !flag(call, 'DryRun')

/** A read of $LATEST after calls of one kind on another function, and none on this one. */
const leavesOthers = (isKind: (note: Note) => boolean): Judge =>
  onCallsOf(reads, (answered) => {
    const { fn, step } = answered
    const before = fn?.latest.content
    const shown = latestRead(answered)
    const elsewhere = changesElsewhereSinceRead(step, fn)
    if (before === undefined || shown === undefined || fn?.unclear) return silent
    if (elsewhere.length === 0 || !elsewhere.every(isKind)) return silent
    const now = contentOf(shown)
    const changed = contradictions(before, now)[0]
    return changed === undefined
      ? holds
      : breaks(
          `${changed} ${say(before[changed])}, as before another function changed`,
          `${changed} ${say(now[changed])}`,
        )
  })

/** A publish that nothing is to be said against, with the version that was made last of an unchanged function. */
const onUnchanged = (opine: (answered: Answered, last: number) => Opinion): Judge =>
  onCallsOf('PublishVersion', (answered) => {
    const { fn, step } = answered
    const preconditions = preconditionsOf(answered)
    const situation = situationOf(fn)
    if (fn === undefined || situation.kind !== 'unchanged' || preconditions === undefined)
      return silent
    if (!revisionFits(preconditions) || !hashFits(preconditions) || isNoAnswer(answered.reply))
      return silent
    const elsewhere = changesElsewhere(step, fn, stepOf(fn, situation.version))
    return elsewhere.some((note) => isUpdate(note))
      ? opine(answered, situation.version.number)
      : silent
  })

const isChangeOfAlias =
  (name: string) =>
  ({ call, fate }: Note): boolean =>
    ['CreateAlias', 'UpdateAlias', 'DeleteAlias'].includes(call.operation) &&
    fate === 'accepted' &&
    text(call.input, 'Name') === name

/** The last step that made or changed this alias of the function itself. */
const aliasSetAt = (fn: FunctionState, name: string): number | undefined =>
  fn.notes.findLast(
    ({ call }) => /^(?:Create|Update)Alias$/.test(call.operation) && call.input['Name'] === name,
  )?.step

export const independenceJudges = {
  'independence/code-update-leaves-other-functions': leavesOthers(isOf('UpdateFunctionCode')),
  'independence/configuration-update-leaves-other-functions': leavesOthers(
    isOf('UpdateFunctionConfiguration'),
  ),
  'independence/publish-leaves-other-functions': leavesOthers(isOf('PublishVersion')),
  'independence/alias-or-permission-leaves-other-functions': leavesOthers(
    isOf('CreateAlias', 'UpdateAlias', 'DeleteAlias', 'AddPermission', 'RemovePermission'),
  ),
  'independence/deletion-leaves-other-functions': leavesOthers(isOf('DeleteFunction')),
  'independence/revision-stays-when-another-function-changes': onCallsOf(reads, (answered) =>
    changesElsewhereSinceRead(answered.step, answered.fn).length === 0
      ? silent
      : expectRevisionKept(answered.fn, latestRead(answered), 'another function changed'),
  ),
  'independence/revision-is-still-current': onCallsOf('PublishVersion', (answered) => {
    const preconditions = preconditionsOf(answered)
    if (preconditions?.revision !== 'current' || !hashFits(preconditions)) return silent
    if (changesElsewhereSinceRead(answered.step, answered.fn).length === 0) return silent
    if (isAccepted(answered)) return holds
    return answered.reply.status === 412 ? breaks('success', described(answered)) : silent
  }),
  'independence/no-change-is-per-function': onUnchanged((answered, last) => {
    const number = numberIn(answered)
    if (number === undefined) return silent
    return number === last
      ? holds
      : breaks(`Version "${last}", since only another function changed`, `Version "${number}"`)
  }),
  'independence/versions-are-per-function': onCallsOf(reads, (answered) => {
    const { fn, step } = answered
    const number = versionNumber(qualifierOf(answered.call))
    const version = number === undefined ? undefined : fn?.versions.get(number)
    if (fn === undefined || fn.unclear || version === undefined || isNoAnswer(answered.reply))
      return silent
    if (!isDeletedElsewhere(step, fn, version)) return silent
    const shown = readBody(answered)
    if (shown === undefined) return breaks(`version ${version.number}`, described(answered))
    const before = contentOf(version.configuration)
    const changed = conflicts(before, contentOf(shown))[0]
    return changed === undefined
      ? holds
      : breaks(
          `${changed} ${say(before[changed])} of version ${version.number}, as published`,
          `${changed} ${say(contentOf(shown)[changed])}`,
        )
  }),
  'independence/list-shows-own-versions': onCallsOf('ListVersionsByFunction', (answered) => {
    const { fn, fnName, step } = answered
    const items = itemsOf(versionList, answered)
    if (items === undefined || fn === undefined || fn.unclear) return silent
    const others = [...step.before.functions.values()].filter(
      ({ name, versions }) => name !== fnName && versions.size > 0,
    )
    if (others.length === 0) return silent
    const named = items.find((item) => others.some(({ name }) => item['FunctionName'] === name))
    if (named !== undefined) {
      return breaks(`versions of ${fnName} only`, `one of ${say(named['FunctionName'])}`)
    }
    const foreign = items
      .map(numberOfItem)
      .find(
        (number) =>
          number !== undefined &&
          !fn.versions.has(number) &&
          !fn.deleted.has(number) &&
          others.some(({ versions }) => versions.has(number)),
      )
    return foreign === undefined
      ? holds
      : breaks(`versions of ${fnName} only`, `version ${foreign}, which another function has`)
  }),
  'independence/aliases-are-per-function': onCallsOf('GetAlias', (answered) => {
    const { fn, step } = answered
    const name = text(answered.call.input, 'Name') ?? ''
    const version = fn?.aliases.get(name)?.version
    if (fn === undefined || fn.unclear || version === undefined || isNoAnswer(answered.reply))
      return silent
    const elsewhere = changesElsewhere(step, fn, aliasSetAt(fn, name))
    if (!elsewhere.some(isChangeOfAlias(name))) return silent
    const shown = text(acceptedBody(answered), 'FunctionVersion')
    if (isAccepted(answered) && shown === undefined) return silent
    return shown === version
      ? holds
      : breaks(
          `FunctionVersion ${say(version)} of the alias, as before`,
          isAccepted(answered) ? `FunctionVersion ${say(shown)}` : described(answered),
        )
  }),
  ...layerIndependenceJudges,
} as const satisfies Readonly<Record<string, Judge>>
