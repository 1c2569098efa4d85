import type { Operation } from './history.ts'
import { leavesOf } from './leaves.ts'
import type { SequentialModel } from './model.ts'
import { timelineOf } from './timeline.ts'

export type Linearization =
  /** An order that explains every reply: indices into the history. A call of unknown end that it leaves out did nothing. */
  | { readonly kind: 'linearizable'; readonly order: readonly number[] }
  /**
   * `longest`: the orders that get furthest, at most five, no two of the same calls. `unplaced`: the completed calls that
   * none of them has a place for; where each has a place in some, those of the first.
   */
  | {
      readonly kind: 'not linearizable'
      readonly longest: readonly (readonly number[])[]
      readonly unplaced: readonly number[]
    }
  | { readonly kind: 'undecided'; readonly because: string }

export type Budget = {
  /**
   * How many states may be visited, 200,000 where not given: some seconds and 50 MB for a function, ten times what several
   * hundred calls need. A count and not a time: the verdict is the same on every machine.
   */
  readonly states?: number
  /** For who has a clock: the search is given up once it says true. */
  readonly until?: () => boolean
}

const defaultStates = 200_000

/** Of hundreds of calls at the same moment each is tried in every state: these are counted, too, so many for one state. */
const triesForAState = 20

/** Asked now and then only: a clock costs as much as a step. */
const statesBetweenLooks = 256

/** A call placed: the state before it, what it may have become, and which of these is being tried. */
type Placed<State> = {
  readonly call: number
  readonly before: State
  readonly after: readonly State[]
  readonly tried: number
}

/**
 * Looks for an order of the calls, consistent with real time, that the model explains: Wing & Gong, "Testing and verifying
 * concurrent objects" (Journal of Parallel and Distributed Computing 17, 1993), with the memory of Lowe, "Testing for
 * linearizability" (Concurrency and Computation: Practice and Experience 29, 2017): the same calls placed with the same
 * outcome are not tried twice, in whatever order they were placed. Calls of unknown end need no place. Where a step has
 * several outcomes each is tried. Time is exponential in the calls made at the same moment at worst, linear in the rest;
 * the stack of the search is an array, so that its depth is the length of the history and no more.
 */
export const search = <State, Event>(
  model: SequentialModel<State, Event>,
  history: readonly Operation<Event>[],
  { states: limit = defaultStates, until }: Budget = {},
): { readonly linearization: Linearization; readonly visited: number } => {
  const timeline = timelineOf(history)
  const leaves = leavesOf(history)
  const seen = new Set<string>()
  const path: Placed<State>[] = []
  let visited = 0
  let tries = 0

  const placedCalls = (): readonly number[] => path.map(({ call }) => call)
  const exhausted = (): string | undefined =>
    visited >= limit || tries >= limit * triesForAState
      ? `no answer within ${limit} states`
      : visited % statesBetweenLooks === 0 && until?.() === true
        ? 'out of time'
        : undefined

  /** Places the call with the first outcome from `from` on that leads to a situation not seen before. */
  const advance = (call: number, before: State, after: readonly State[], from: number): boolean => {
    timeline.place(call)
    tries += 1
    for (let tried = from; tried < after.length; tried += 1) {
      const key = model.keyOf(after[tried] as State)
      // A call that need not be placed and changes nothing is as good as left out.
      if (timeline.isPending(call) && key === model.keyOf(before)) continue
      const situation = `${timeline.key()} ${key}`
      if (seen.has(situation)) continue
      seen.add(situation)
      visited += 1
      path.push({ call, before, after, tried })
      return true
    }
    timeline.takeBack(call)
    return false
  }

  for (const initial of model.initial) {
    let state = initial
    let cursor: number | undefined
    let isLeaf = true
    for (;;) {
      if (timeline.left() === 0) {
        return { linearization: { kind: 'linearizable', order: placedCalls() }, visited }
      }
      const because = exhausted()
      if (because !== undefined) return { linearization: { kind: 'undecided', because }, visited }
      const call = timeline.candidateAfter(cursor)
      if (call !== undefined) {
        const { event } = history[call] as Operation<Event>
        if (advance(call, state, model.step(state, event), 0)) {
          state = reached(path)
          cursor = undefined
          isLeaf = true
        } else cursor = call
        continue
      }
      if (isLeaf) leaves.see(history.length - timeline.left(), placedCalls)
      isLeaf = false
      const last = path.pop()
      if (last === undefined) break
      timeline.takeBack(last.call)
      if (advance(last.call, last.before, last.after, last.tried + 1)) {
        state = reached(path)
        cursor = undefined
        isLeaf = true
      } else {
        state = last.before
        cursor = last.call
      }
    }
  }
  return { linearization: { kind: 'not linearizable', ...leaves.found() }, visited }
}

const reached = <State>(path: readonly Placed<State>[]): State => {
  const { after, tried } = path.at(-1) as Placed<State>
  return after[tried] as State
}
