import type { JsonObject } from '../call.ts'
import { text } from '../model/json.ts'
import type { FunctionState } from '../model/state.ts'
import { breaks, holds, say, silent, type Opinion } from './judge.ts'

/** $LATEST, read again after calls that leave it alone, shows the RevisionId it was last seen with. */
export const expectRevisionKept = (
  fn: FunctionState | undefined,
  shown: JsonObject | undefined,
  since: string,
): Opinion => {
  const before = fn?.revisions.at(-1)
  const now = text(shown, 'RevisionId')
  if (fn === undefined || fn.unclear || !fn.latest.settled) return silent
  if (before === undefined || now === undefined) return silent
  return before === now
    ? holds
    : breaks(`RevisionId ${say(before)}, as before ${since}`, `RevisionId ${say(now)}`)
}
