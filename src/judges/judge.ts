import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { Call, Json } from '../call.ts'
import type { Reply } from '../drivers/driver.ts'
import { functionNameOf } from '../model/step.ts'
import { layerNameIn } from '../model/names.ts'
import { text } from '../model/json.ts'
import type { FunctionState, LayerState } from '../model/state.ts'
import type { Step, Trace } from '../model/trace.ts'
import { findDenialsNowAndThen } from './now-and-then.ts'

/** What one step says of one rule. */
export type Opinion =
  | { readonly kind: 'silent' }
  | { readonly kind: 'holds' }
  | { readonly kind: 'shows'; readonly behaviour: string }
  | { readonly kind: 'breaks'; readonly expected: string; readonly actual: string }

export const silent: Opinion = { kind: 'silent' }
export const holds: Opinion = { kind: 'holds' }
export const shows = (behaviour: string): Opinion => ({ kind: 'shows', behaviour })
export const breaks = (expected: string, actual: string): Opinion => ({
  kind: 'breaks',
  expected,
  actual,
})

/** What a whole trace says of one rule; `at` is the index of the step that breaks it. */
export type Finding =
  | { readonly kind: 'silent' }
  | { readonly kind: 'held'; readonly times: number }
  /** Nothing speaks against the rule, but what was seen may have another reason. */
  | { readonly kind: 'unproven'; readonly because: string }
  | { readonly kind: 'observed'; readonly behaviours: readonly string[] }
  | {
      readonly kind: 'violated'
      readonly at: number
      readonly expected: string
      readonly actual: string
      /** Of calls made at the same moment: the steps that cannot all have come about as they were answered. */
      readonly impossible?: readonly number[]
    }

export type Context = {
  readonly edition: Edition
  readonly unsupported: ReadonlySet<OperationName>
  /** What the caller has no right to. */
  readonly denied?: ReadonlySet<OperationName>
}

/** Reads a trace for one rule. Pure; every judge reads every trace. */
export type Judge = (trace: Trace, context: Context) => Finding

/** A step that was answered, with what was known of its function or layer. */
export type Answered = {
  readonly step: Step
  readonly call: Call
  readonly reply: Reply
  /** The function and the layer the call names, bare; "" where it names none. */
  readonly fnName: string
  readonly layerName: string
  /** Before and after the call; undefined where nothing is known of it. */
  readonly fn: FunctionState | undefined
  readonly fnAfter: FunctionState | undefined
  readonly layer: LayerState | undefined
  readonly context: Context
}

const answeredAt = (step: Step, context: Context): Answered | undefined => {
  const { call, outcome } = step.exchange
  if (outcome.kind === 'lost') return undefined
  const fnName = functionNameOf(call)
  const layerName = layerNameIn(text(call.input, 'LayerName') ?? '').name
  // What half a request asked for, and so what its reply should be, cannot be told from what was known before.
  const doubted = <Known extends object>(known: Known | undefined): Known | undefined =>
    known !== undefined && call.partial ? { ...known, unclear: true } : known
  return {
    step,
    call,
    reply: outcome,
    fnName,
    layerName,
    fn: doubted(step.before.functions.get(fnName)),
    fnAfter: doubted(step.after.functions.get(fnName)),
    layer: doubted(step.before.layers.get(layerName)),
    context,
  }
}

/** Every answered step of a trace, in order; hundreds of judges ask for the same. */
export const answersIn = (trace: Trace, context: Context): readonly Answered[] => {
  const known = answersOf.get(trace)
  // A trace grows while its program is carried out.
  if (known?.context === context && known.steps === trace.length) return known.answers
  const answers = trace.flatMap((step) => answeredAt(step, context) ?? [])
  findDenialsNowAndThen(answers)
  answersOf.set(trace, { context, steps: trace.length, answers })
  return answers
}

const answersOf = new WeakMap<
  Trace,
  { readonly context: Context; readonly steps: number; readonly answers: readonly Answered[] }
>()

/** What the opinions on some steps come to together. */
export const conclude = <Seen extends { readonly step: Step }>(
  answers: readonly Seen[],
  isWanted: (answered: Seen) => boolean,
  opine: (answered: Seen) => Opinion,
): Finding => {
  let held = 0
  const behaviours = new Set<string>()
  for (const answered of answers) {
    if (!isWanted(answered)) continue
    const opinion = opine(answered)
    switch (opinion.kind) {
      case 'breaks': {
        const { expected, actual } = opinion
        return { kind: 'violated', at: answered.step.index, expected, actual }
      }
      case 'holds':
        held += 1
        break
      case 'shows':
        behaviours.add(opinion.behaviour)
        break
      case 'silent':
        break
      default:
        return opinion satisfies never
    }
  }
  if (behaviours.size > 0) return { kind: 'observed', behaviours: [...behaviours] }
  return held > 0 ? { kind: 'held', times: held } : { kind: 'silent' }
}

/** A judge that looks at each answered step by itself; the first breach ends it. */
export const onEach =
  (opine: (answered: Answered) => Opinion): Judge =>
  (trace, context) =>
    conclude(answersIn(trace, context), () => true, opine)

/** The same, for calls of some operations only. */
export const onCallsOf = (
  operations: OperationName | readonly OperationName[],
  opine: (answered: Answered) => Opinion,
): Judge => {
  const names: readonly string[] = typeof operations === 'string' ? [operations] : operations
  return (trace, context) =>
    conclude(answersIn(trace, context), ({ call }) => names.includes(call.operation), opine)
}

/** A value for a message: as JSON, cut where it is long. */
export const say = (value: Json | undefined): string => {
  if (value === undefined) return 'nothing'
  const shown = JSON.stringify(value)
  return shown.length > 160 ? `${shown.slice(0, 160)}…` : shown
}

/** A reply for a message: its status, and its error or the member asked for. */
export const sayReply = (reply: Reply, errorName: string | undefined): string =>
  errorName === undefined ? `status ${reply.status}` : `${reply.status} ${errorName}`
