import type { OperationName } from '../../spec/operations.ts'
import type { Json, JsonObject } from '../call.ts'
import { sameJson, text } from '../model/json.ts'
import { aftermathOf } from './aftermath.ts'
import { answersIn, type Answered, type Judge } from './judge.ts'
import { described, isAccepted } from './replies.ts'
import { onlyDefect, type Defect } from './requests-defects.ts'
import { isRightRefusal, saysNothing } from './requests-refusals.ts'

const rest = (input: JsonObject): Json =>
  Object.fromEntries(
    Object.entries(input).filter(([name]) => name !== 'FunctionName' && name !== 'LayerName'),
  )

/** The same call by a name that there is. */
const isMended = (other: Answered, { call }: Answered): boolean =>
  other.call.operation === call.operation &&
  other.call.written?.body === undefined &&
  isAccepted(other) &&
  sameJson(rest(other.call.input), rest(call.input))

/** What a pattern has against the rest of a name is not everywhere what the service has against it (facts F090). */
const isOfOtherCharacters = (name: string): boolean => /[^\w:.$-]/.test(name)

/**
 * A name that cannot be one is refused. There is nothing of that name to look at afterwards: what may have been changed is
 * the function whose name it resembles, which is the one that the same call is accepted of.
 */
export const refusingName =
  (operations: readonly OperationName[], { kind, path }: Defect): Judge =>
  (trace, context) => {
    const answered = answersIn(trace, context)
    const refused: Answered[] = []
    for (const each of answered) {
      const defect = onlyDefect(each)
      if (!operations.includes(each.call.operation) || saysNothing(each)) continue
      if (defect?.kind !== kind || defect.path !== path) continue
      if (kind === 'pattern' && !isOfOtherCharacters(text(each.call.input, path) ?? '')) continue
      if (!isRightRefusal(each)) {
        return {
          kind: 'violated',
          at: each.step.index,
          expected: `400 for a ${path} that is none`,
          actual: described(each),
        }
      }
      refused.push(each)
    }
    if (refused.length === 0) return { kind: 'silent' }
    const proven = refused.filter((each) => {
      const mended = answered.find((other) => isMended(other, each))
      if (mended === undefined) return false
      const { fnName, layerName } = mended
      const { functions, layers } = each.step.before
      const resembled: Answered = {
        ...each,
        fnName,
        layerName,
        fn: functions.get(fnName),
        layer: layers.get(layerName),
      }
      return aftermathOf(resembled, answered.slice(answered.indexOf(each) + 1))
    })
    return proven.length === 0
      ? {
          kind: 'unproven',
          because:
            'it was refused, but the same call by a good name was not seen to be accepted, or not seen to have changed nothing',
        }
      : { kind: 'held', times: proven.length }
  }
