import { member } from '../model/json.ts'
import type { State } from '../model/state.ts'
import { breaks, holds, onCallsOf, say, silent, type Judge } from './judge.ts'
import { madeHere } from './publish-version.ts'
import { acceptedBody, described, isAccepted, isNoAnswer } from './replies.ts'

const layersPublished = ({ layers }: State): boolean =>
  [...layers.values()].some(({ highest }) => highest > 0)

const functionsPublished = ({ functions }: State): boolean =>
  [...functions.values()].some(({ highest }) => highest > 0)

export const layerIndependenceJudges = {
  'independence/layer-numbers-are-their-own': onCallsOf('PublishLayerVersion', (answered) => {
    const { layer, step } = answered
    const number = member(acceptedBody(answered), 'Version')
    if (number === undefined || layer?.unclear || !step.before.alone) return silent
    // Other layers and deletions are what other rules look at.
    const isFirst = !layersPublished(step.before)
    if (!isFirst || !functionsPublished(step.before)) return silent
    return number === 1 ? holds : breaks('Version 1', `Version ${say(number)}`)
  }),
  'independence/function-numbers-are-their-own': onCallsOf(
    ['PublishVersion', 'UpdateFunctionCode'],
    (answered) => {
      const { fn, fnAfter, step } = answered
      const made = madeHere(answered)
      if (fn?.last === undefined || made === undefined || !fnAfter?.fromBirth) return silent
      if (fnAfter.unclear || fn.deleted.size > 0 || !layersPublished(step.before)) return silent
      return made.number === fn.highest + 1
        ? holds
        : breaks(`Version "${fn.highest + 1}"`, `Version "${made.number}"`)
    },
  ),
  'independence/layers-are-apart': onCallsOf('GetLayerVersion', (answered) => {
    const { layer, step } = answered
    const number = Number(answered.call.input['VersionNumber'])
    if (!layer?.versions.has(number) || layer.unclear || isNoAnswer(answered.reply)) return silent
    const isDeletedElsewhere = [...step.before.layers.values()].some(
      ({ name, deleted }) => name !== layer.name && deleted.has(number),
    )
    if (!isDeletedElsewhere) return silent
    return isAccepted(answered)
      ? holds
      : breaks(`version ${number} of ${layer.name}`, described(answered))
  }),
} as const satisfies Readonly<Record<string, Judge>>
