import type { ClientAnswer } from '../drivers/client-record.ts'
import type { ChildGroup, Ending } from './child-group.ts'

/** An answer with the text in which it came. */
export type Heard = { readonly answer: ClientAnswer; readonly text: string }

/** Where the answers of a process arrive. */
export type AnswerBox = {
  /** The next answer of a process that is not over: its end gives one, if nothing else does. */
  readonly next: () => Promise<Heard>
  readonly isAwaited: () => boolean
  /** An answer that nobody waits for is dropped: a second one to a question must not become the answer to the next. */
  readonly put: (heard: Heard) => void
}

/** @param atEnd what is to be said for a process that ended without an answer */
export const answerBox = (group: ChildGroup, atEnd: (ending: Ending) => Heard): AnswerBox => {
  let waiting: ((heard: Heard) => void) | undefined
  const put = (heard: Heard): void => {
    waiting?.(heard)
    waiting = undefined
  }
  // Once for all calls: as a part of each call, thousands of them would hang on the end of one process.
  const watch = async (): Promise<void> => {
    put(atEnd(await group.ended))
  }
  void watch()
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve
      }),
    isAwaited: () => waiting !== undefined,
    put,
  }
}
