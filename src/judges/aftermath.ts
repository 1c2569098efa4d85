import type { Call, Json } from '../call.ts'
import { contentOf, contradictions } from '../model/content.ts'
import { member, text } from '../model/json.ts'
import { fateOf, versionNumber } from '../model/reply.ts'
import { idsIn, statementsIn } from '../model/policy-steps.ts'
import { isMutating, qualifierOf } from '../model/step.ts'
import type { Answered } from './judge.ts'
import { isOnPolicy, policyKeyOf, sameIds } from './policies-of.ts'
import { isWholeList } from './lists.ts'
import {
  acceptedBody,
  isAccepted,
  isRefused,
  latestRead,
  listedNumbers,
  readBody,
} from './replies.ts'

/** Whether what came after a refused call shows that it changed nothing. */
type Aftermath = (refused: Answered, later: readonly Answered[]) => boolean

const isSameFunction = (a: Answered, b: Answered): boolean => a.fnName === b.fnName

const reads = ['GetFunctionConfiguration', 'GetFunction'] as const

/** The steps on the function until something else changes it. */
const untilChanged = (refused: Answered, later: readonly Answered[]): readonly Answered[] => {
  const ofFunction = later.filter((each) => isSameFunction(each, refused))
  const end = ofFunction.findIndex(
    ({ call, reply }) => isMutating(call) && fateOf(reply) !== 'refused',
  )
  return end < 0 ? ofFunction : ofFunction.slice(0, end)
}

/** A read shows $LATEST as it was known before, its RevisionId included where nothing put that in doubt. */
const latestStays: Aftermath = (refused, later) => {
  const { fn, context } = refused
  if (reads.every((operation) => context.unsupported.has(operation))) return true
  return untilChanged(refused, later).some((each) => {
    const shown = latestRead(each)
    if (shown === undefined || fn?.latest.content === undefined) return false
    const { revisionId } = fn.latest
    return (
      contradictions(fn.latest.content, contentOf(shown)).length === 0 &&
      (revisionId === undefined || !fn.latest.settled || revisionId === text(shown, 'RevisionId'))
    )
  })
}

/** A list holds no version that no reply told of. */
const noVersionMade: Aftermath = (refused, later) =>
  refused.context.unsupported.has('ListVersionsByFunction') ||
  later.some((each) => {
    if (!isSameFunction(each, refused)) return false
    return listedNumbers(each)?.every((number) => each.fn?.versions.has(number)) === true
  })

/** The version that a deletion named is still there: a read or a list shows it. */
const versionStays: Aftermath = (refused, later) => {
  const number = versionNumber(qualifierOf(refused.call))
  if (number === undefined || !refused.fn?.versions.has(number)) return true
  return untilChanged(refused, later).some(
    (each) =>
      listedNumbers(each)?.includes(number) === true ||
      text(readBody(each), 'Version') === `${number}`,
  )
}

/** What was not there is not there now: a read says so, or it can be created. */
const stillAbsent: Aftermath = (refused, later) =>
  later.some(
    (each) =>
      isSameFunction(each, refused) &&
      (reads.some((operation) => operation === each.call.operation)
        ? each.reply.status === 404
        : each.call.operation === 'CreateFunction' && isAccepted(each)),
  )

/** A list holds no layer version that no reply told of. */
const noLayerVersionMade: Aftermath = (refused, later) =>
  refused.context.unsupported.has('ListLayerVersions') ||
  later.some((each) => {
    if (each.call.operation !== 'ListLayerVersions' || !isWholeList(each)) return false
    if (each.layerName !== refused.layerName) return false
    const listed = acceptedBody(each)?.['LayerVersions']
    return (
      Array.isArray(listed) &&
      listed.every(
        (item: Json) => each.layer?.versions.has(Number(member(item, 'Version'))) === true,
      )
    )
  })

/** The steps on the function until another call changes the same alias or policy, that call included. */
const upToChange = (
  refused: Answered,
  later: readonly Answered[],
  isOnSame: (call: Call) => boolean,
): readonly Answered[] => {
  const ofFunction = later.filter((each) => isSameFunction(each, refused))
  const end = ofFunction.findIndex(
    ({ call, reply }) => isMutating(call) && isOnSame(call) && fateOf(reply) !== 'refused',
  )
  return end < 0 ? ofFunction : ofFunction.slice(0, end + 1)
}

const isSameOrUnknown = <T>(before: T | undefined, now: T | undefined): boolean =>
  before === undefined || before === now

/** A read shows the alias as it was known before; one that was not there is not found, or can be made. */
const aliasStays: Aftermath = (refused, later) => {
  if (refused.context.unsupported.has('GetAlias')) return true
  const name = text(refused.call.input, 'Name')
  const before = refused.fn?.aliases.get(name ?? '')
  const isOnSame = ({ operation, input }: Call): boolean =>
    operation.endsWith('Alias') && text(input, 'Name') === name
  return upToChange(refused, later, isOnSame).some((each) => {
    if (!isOnSame(each.call)) return false
    if (before === undefined) {
      return each.call.operation === 'GetAlias'
        ? isRefused(each)
        : each.call.operation === 'CreateAlias' && isAccepted(each)
    }
    const body = acceptedBody(each)
    return (
      each.call.operation === 'GetAlias' &&
      body !== undefined &&
      isSameOrUnknown(before.version, text(body, 'FunctionVersion')) &&
      isSameOrUnknown(before.description, text(body, 'Description')) &&
      isSameOrUnknown(before.revisionId, text(body, 'RevisionId'))
    )
  })
}

/** A read shows the statements and the RevisionId that were known before; where there were none, there is no policy. */
const policyStays: Aftermath = (refused, later) => {
  if (refused.context.unsupported.has('GetPolicy')) return true
  const key = policyKeyOf(refused.call)
  const before = refused.fn?.policies.get(key)
  const isOnSame = (call: Call): boolean => isOnPolicy(call) && policyKeyOf(call) === key
  return upToChange(refused, later, isOnSame).some((each) => {
    if (each.call.operation !== 'GetPolicy' || !isOnSame(each.call)) return false
    if (before === undefined || before.statements.size === 0) return isRefused(each)
    const shown = statementsIn(acceptedBody(each))
    return (
      shown !== undefined &&
      sameIds(before.statements, idsIn(shown)) &&
      isSameOrUnknown(before.revisionId, text(acceptedBody(each), 'RevisionId'))
    )
  })
}

/** Whether it is seen, in the steps after it, that a refused call changed nothing. */
export const aftermathOf: Aftermath = (refused, later) => {
  const { operation } = refused.call
  if (operation.includes('Layer')) return noLayerVersionMade(refused, later)
  if (refused.fn === undefined || refused.fn.existence === 'absent') {
    return stillAbsent(refused, later)
  }
  // A read has nothing to change.
  if (!isMutating(refused.call)) return true
  if (operation.endsWith('Alias')) return aliasStays(refused, later)
  if (isOnPolicy(refused.call)) return policyStays(refused, later)
  if (operation === 'DeleteFunction' && !versionStays(refused, later)) return false
  const publishes = operation === 'PublishVersion' || refused.call.input['Publish'] === true
  return latestStays(refused, later) && (!publishes || noVersionMade(refused, later))
}
