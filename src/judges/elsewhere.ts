import type { FunctionState, Note, Version } from '../model/state.ts'
import type { Step } from '../model/trace.ts'

/** Calls after this step that may have changed another function. */
export const changesElsewhere = (
  { before }: Step,
  fn: FunctionState,
  since: number | undefined,
): readonly Note[] =>
  since === undefined
    ? []
    : [...before.functions.values()]
        .filter(({ name }) => name !== fn.name)
        .flatMap(({ notes }) => notes)
        .filter(({ step, fate }) => step > since && fate !== 'refused')

/** The same, since $LATEST was read, where nothing has happened to the function itself. */
export const changesElsewhereSinceRead = (
  step: Step,
  fn: FunctionState | undefined,
): readonly Note[] =>
  fn === undefined || fn.notesAt.read !== fn.notes.length
    ? []
    : changesElsewhere(step, fn, fn.readAt)

/** The step at which a version was made; undefined where its making was not seen. */
export const stepOf = (fn: FunctionState, { madeAt }: Version): number | undefined =>
  fn.notes[madeAt - 1]?.step
