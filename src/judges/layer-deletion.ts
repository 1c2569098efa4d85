import { member, sameJson } from '../model/json.ts'
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
import { isWholeList, itemsOf, layerList, numbersOf } from './lists.ts'
import { acceptedBody, described, isAccepted, isNoAnswer } from './replies.ts'
import { isWellFormed } from './well-formed.ts'

const numberGiven = ({ call }: Answered): number => Number(call.input['VersionNumber'])

/** A call on a layer about which everything is known. */
const onKnown = (
  operations: Parameters<typeof onCallsOf>[0],
  opine: (answered: Answered, layer: NonNullable<Answered['layer']>, number: number) => Opinion,
): Judge =>
  onCallsOf(operations, (answered) => {
    const { layer, reply, step } = answered
    return layer === undefined || layer.unclear || !step.before.alone || isNoAnswer(reply)
      ? silent
      : opine(answered, layer, numberGiven(answered))
  })

export const layerDeletionJudges = {
  'deletion/layer-version-is-gone': onKnown('GetLayerVersion', (answered, layer, number) => {
    if (!layer.deleted.has(number) || layer.versions.has(number)) return silent
    return answered.reply.status === 404 ? holds : breaks('status 404', described(answered))
  }),
  'deletion/layer-version-is-not-listed': onKnown('ListLayerVersions', (answered, layer) => {
    const items = itemsOf(layerList, answered)
    const deleted = [...layer.deleted].filter((number) => !layer.versions.has(number))
    if (items === undefined || deleted.length === 0 || !isWholeList(answered)) return silent
    const back = numbersOf(items).find((number) => deleted.includes(number))
    return back === undefined
      ? holds
      : breaks(`no version ${back}, which was deleted`, `version ${back} in the list`)
  }),
  'deletion/other-layer-versions-stay': onKnown('GetLayerVersion', (answered, layer, number) => {
    const known = layer.versions.get(number)
    if (known === undefined || layer.deleted.size === 0) return silent
    if (!isAccepted(answered)) {
      return breaks(`version ${number}, which was not deleted`, described(answered))
    }
    const before = member(member(known.body, 'Content'), 'CodeSha256')
    const now = member(member(acceptedBody(answered), 'Content'), 'CodeSha256')
    return sameJson(before, now)
      ? holds
      : breaks(`CodeSha256 ${say(before)}, as before the deletion`, `CodeSha256 ${say(now)}`)
  }),
  'deletion/absent-layer-version-succeeds': onKnown(
    'DeleteLayerVersion',
    (answered, layer, number) => {
      if (!layer.deleted.has(number) || layer.versions.has(number)) return silent
      return isAccepted(answered) ? holds : breaks('success', described(answered))
    },
  ),
  'deletion/layer-version-0-is-refused': onCallsOf(
    ['GetLayerVersion', 'DeleteLayerVersion'],
    (answered) => {
      if (numberGiven(answered) !== 0 || isNoAnswer(answered.reply)) return silent
      // Nothing but the number is out of the ordinary.
      const { call, context } = answered
      const input = { ...call.input, VersionNumber: 1 }
      if (!isWellFormed({ call: { ...call, input }, context })) return silent
      return answered.reply.status === 400 ? holds : breaks('status 400', described(answered))
    },
  ),
} as const satisfies Readonly<Record<string, Judge>>
