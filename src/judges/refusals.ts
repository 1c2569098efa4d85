import type { OperationName } from '../../spec/operations.ts'
import type { Json, JsonObject } from '../call.ts'
import { sameJson } from '../model/json.ts'
import { aftermathOf } from './aftermath.ts'
import { answersIn, type Answered, type Judge, type Opinion } from './judge.ts'
import { isAccepted } from './replies.ts'

/** A call that has to be refused, for the members in which the defect lies. */
type Defective = {
  readonly operations: OperationName | readonly OperationName[]
  /** The call without these is the call without the defect. */
  readonly members: readonly string[]
  /** What the reply says of the rule: `holds` where it is the right refusal. */
  readonly opine: (answered: Answered) => Opinion
}

const rest = (input: JsonObject, members: readonly string[]): Json =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !members.includes(name)))

/** The same call, but for the defect: what is refused there is refused for another reason here. */
const isMended = (other: Answered, call: Answered['call'], members: readonly string[]): boolean =>
  other.call.operation === call.operation &&
  other.call.written?.body === undefined &&
  isAccepted(other) &&
  sameJson(rest(other.call.input, members), rest(call.input, members))

/**
 * A judge of refusals. That a call was refused proves little: a subject that refuses everything, or refuses after it has
 * made the change, would pass. So the rule holds only where the error is the right one, nothing was changed, and the same
 * call without the defect is accepted, before or after. Where one of these was not seen, it is unproven.
 */
export const onRefusals =
  ({ operations, members, opine }: Defective): Judge =>
  (trace, context) => {
    const names: readonly string[] = typeof operations === 'string' ? [operations] : operations
    const answered = answersIn(trace, context)
    const refused: Answered[] = []
    for (const each of answered) {
      if (!names.includes(each.call.operation)) continue
      const opinion = opine(each)
      if (opinion.kind === 'breaks') {
        const { expected, actual } = opinion
        return { kind: 'violated', at: each.step.index, expected, actual }
      }
      if (opinion.kind === 'holds') refused.push(each)
    }
    if (refused.length === 0) return { kind: 'silent' }

    const mended = refused.filter(({ call }) =>
      answered.some((other) => isMended(other, call, members)),
    )
    if (mended.length === 0) {
      return {
        kind: 'unproven',
        because: 'it was refused, but the same call without the defect was not seen to be accepted',
      }
    }
    const proven = mended.filter((each) =>
      aftermathOf(each, answered.slice(answered.indexOf(each) + 1)),
    )
    return proven.length === 0
      ? { kind: 'unproven', because: 'it was refused, but not seen to have changed nothing' }
      : { kind: 'held', times: proven.length }
  }
