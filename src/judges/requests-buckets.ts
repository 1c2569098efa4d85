import type { JsonObject } from '../call.ts'
import { isObject, member, sameJson, text } from '../model/json.ts'
import { errorMessage, errorName } from '../model/reply.ts'
import { answersIn, type Answered, type Judge } from './judge.ts'
import { described, isAccepted } from './replies.ts'
import { defectsOf, onlyDefect, type Defect } from './requests-defects.ts'
import { hasPlainTarget, isRightRefusal, saysNothing } from './requests-refusals.ts'

type Operation = 'UpdateFunctionCode' | 'PublishLayerVersion'

const location = ['S3Bucket', 'S3Key', 'S3ObjectVersion']

const sourceOf = ({ operation, input }: Answered['call']): JsonObject => {
  const content = member(input, 'Content')
  if (operation === 'UpdateFunctionCode') return input
  return isObject(content) ? content : {}
}

const without = (input: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)))

/** The same call with a bucket, a key and a version as they may be. */
const isTwin = (other: Answered, call: Answered['call']): boolean => {
  const source = sourceOf(other.call)
  const rest = [...location, 'Content']
  return (
    other.call.operation === call.operation &&
    text(source, 'S3Bucket') !== undefined &&
    text(source, 'S3Key') !== undefined &&
    source['ZipFile'] === undefined &&
    defectsOf(other.call, other.context.edition).length === 0 &&
    sameJson(without(other.call.input, rest), without(call.input, rest)) &&
    !saysNothing(other)
  )
}

const isSameAnswer = (a: Answered, b: Answered): boolean =>
  a.reply.status === b.reply.status && errorName(a.reply) === errorName(b.reply)

type Opinion = 'held' | 'unproven' | 'silent' | 'violated'

const opine = (answered: Answered, { path }: Defect, twin: Answered | undefined): Opinion => {
  const name = path.split('.').at(-1) ?? path
  if (saysNothing(answered)) return 'silent'
  if (isAccepted(answered)) return 'violated'
  if (!hasPlainTarget(answered)) return 'silent'
  if (twin !== undefined && !isAccepted(twin) && isSameAnswer(answered, twin)) {
    // Where both are refused alike, only what is said of the one may tell.
    const said = (errorMessage(answered.reply) ?? '').toLowerCase()
    return isRightRefusal(answered) && said.includes(name.toLowerCase()) ? 'held' : 'unproven'
  }
  if (!isRightRefusal(answered)) return 'violated'
  return twin === undefined ? 'unproven' : 'held'
}

/**
 * A place in a bucket that cannot be. No bucket is there, so that a refusal by itself proves nothing: the same call with a
 * place that can be is looked at beside it, and has to be answered otherwise.
 */
export const misplaced =
  (operation: Operation, { kind, path }: Defect): Judge =>
  (trace, context) => {
    const answered = answersIn(trace, context).filter(({ call }) => call.operation === operation)
    let held = 0
    let isUnproven = false
    for (const each of answered) {
      const defect = onlyDefect(each)
      if (defect?.kind !== kind || defect.path !== path) continue
      const opinion = opine(
        each,
        defect,
        answered.find((other) => isTwin(other, each.call)),
      )
      if (opinion === 'violated') {
        return {
          kind: 'violated',
          at: each.step.index,
          expected: `400 ValidationException for ${path}`,
          actual: described(each),
        }
      }
      if (opinion === 'held') held += 1
      isUnproven ||= opinion === 'unproven'
    }
    if (held > 0) return { kind: 'held', times: held }
    return isUnproven
      ? {
          kind: 'unproven',
          because:
            'it was refused, but so was, or would have been, the same call without the defect',
        }
      : { kind: 'silent' }
  }
