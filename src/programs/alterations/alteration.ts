import type { Call, Json, JsonObject, Writing } from '../../call.ts'
import type { FunctionState, LayerState, State } from '../../model/state.ts'
import type { Bindings } from '../bindings.ts'

/** What an alteration may look at: the call's function and layer as far as they are known. */
export type Known = {
  readonly state: State
  readonly bindings: Bindings
  readonly fn: FunctionState | undefined
  readonly layer: LayerState | undefined
}

/**
 * One thing about a call that programs do not say in symbols: a member spoilt, added or left out, a name in another form,
 * another way of writing. Undefined where there is nothing yet to make it of, so that there is no call to make.
 */
export type Alteration = (call: Call, known: Known) => Call | undefined

/** The call with these members in the place of its own. */
export const giving =
  (members: JsonObject): Alteration =>
  (call) => ({ ...call, input: { ...call.input, ...members } })

/** Members of which some are only known when the call is due; where one of them is not, there is no call. */
export const givingKnown =
  (
    membersOf: (fn: FunctionState, known: Known) => Readonly<Record<string, Json | undefined>>,
  ): Alteration =>
  (call, known) => {
    if (known.fn === undefined) return undefined
    const members: Record<string, Json> = {}
    for (const [name, value] of Object.entries(membersOf(known.fn, known))) {
      if (value === undefined) return undefined
      members[name] = value
    }
    return giving(members)(call, known)
  }

export const leavingOut =
  (...members: readonly string[]): Alteration =>
  (call) => ({
    ...call,
    input: Object.fromEntries(
      Object.entries(call.input).filter(([name]) => !members.includes(name)),
    ),
  })

export const writing =
  (written: Writing): Alteration =>
  (call) => ({ ...call, written })
