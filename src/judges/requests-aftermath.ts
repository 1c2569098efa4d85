import type { Json } from '../call.ts'
import { contentOf, contradictions } from '../model/content.ts'
import { member } from '../model/json.ts'
import { notesSince } from '../model/situation.ts'
import type { FunctionState, Note } from '../model/state.ts'
import {
  answersIn,
  breaks,
  holds,
  onEach,
  say,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { acceptedBody, latestRead, listedNumbers } from './replies.ts'
import { defectsOf } from './requests-defects.ts'
import { theThree } from './requests-refusals.ts'
import { expectRevisionKept } from './revision-kept.ts'
import { unaccounted } from './update-function-code.ts'

type Edition = Answered['context']['edition']

const isOfTheThree = (operation: string): boolean => theThree.some((name) => name === operation)

const isRefusedForItsForm = ({ call, fate, status }: Note, edition: Edition): boolean =>
  isOfTheThree(call.operation) &&
  call.partial === undefined &&
  fate === 'refused' &&
  status === 400 &&
  defectsOf(call, edition).length > 0

/** Whether nothing came since then but such requests, at least one; a creation shows what a read would. */
const onlyRefused = (
  fn: FunctionState | undefined,
  since: keyof FunctionState['notesAt'],
  edition: Edition,
): boolean => {
  if (fn === undefined || fn.unclear) return false
  const notes = notesSince(fn, since).filter(
    ({ call, fate }) =>
      call.operation !== 'CreateFunction' || fate !== 'accepted' || call.input['Publish'] === true,
  )
  return notes.length > 0 && notes.every((note) => isRefusedForItsForm(note, edition))
}

const ofAFunction = (answered: Answered): Opinion => {
  const { fn, context } = answered
  const shown = latestRead(answered)
  const content = fn?.latest.content
  if (shown !== undefined && content !== undefined && onlyRefused(fn, 'read', context.edition)) {
    const now = contentOf(shown)
    const [wrong] = contradictions(content, now)
    return wrong === undefined
      ? expectRevisionKept(fn, shown, 'the refused requests')
      : breaks(`${wrong} ${say(content[wrong])}, as before`, `${wrong} ${say(now[wrong])}`)
  }
  if (listedNumbers(answered) === undefined || !onlyRefused(fn, 'listed', context.edition))
    return silent
  const [extra] = unaccounted(answered)
  return extra === undefined
    ? holds
    : breaks('no version from a refused request', `version ${extra} in the list`)
}

const ofLayers: Judge = (trace, context) => {
  const refused = new Set<string>()
  let held = 0
  for (const answered of answersIn(trace, context)) {
    const { step, call, reply, layer, layerName } = answered
    if (call.operation === 'PublishLayerVersion' && reply.status === 400 && !call.partial) {
      if (defectsOf(call, context.edition).length > 0) refused.add(layerName)
    }
    const items = acceptedBody(answered)?.['LayerVersions']
    if (call.operation !== 'ListLayerVersions' || !refused.has(layerName)) continue
    if (!Array.isArray(items) || layer?.unclear || !step.before.alone) continue
    const extra = items
      .map((item: Json) => member(item, 'Version'))
      .find((number) => typeof number === 'number' && layer?.versions.has(number) !== true)
    if (extra !== undefined) {
      return {
        kind: 'violated',
        at: step.index,
        expected: 'no layer version from a refused request',
        actual: `version ${say(extra)} in the list`,
      }
    }
    held += 1
  }
  return held > 0 ? { kind: 'held', times: held } : { kind: 'silent' }
}

const ofFunctions = onEach(ofAFunction)

/** Judged on what is read and listed after such requests; of functions and of layers alike. */
export const refusedChangesNothing: Judge = (trace, context) => {
  const functions = ofFunctions(trace, context)
  if (functions.kind === 'violated') return functions
  const layers = ofLayers(trace, context)
  return layers.kind === 'silent' ? functions : layers
}
