import { text } from '../model/json.ts'
import { errorName } from '../model/reply.ts'
import { violations } from '../schema/validate.ts'
import type { Step, Trace } from '../model/trace.ts'
import { breaks, holds, onCallsOf, silent, type Answered, type Judge } from './judge.ts'
import { described, isAccepted, isNoAnswer, isRefused, latestRead } from './replies.ts'
import { functionNameOf } from '../model/step.ts'

const isInProgress = ({ fn }: Answered): boolean =>
  fn !== undefined &&
  !fn.unclear &&
  text(fn.latest.configuration, 'LastUpdateStatus') === 'InProgress'

/** Nothing in the call that could be refused. */
const isPlain = ({ call, context }: Answered): boolean =>
  violations(context.edition, `${call.operation}Request`, call.input).length === 0 &&
  call.input['RevisionId'] === undefined &&
  call.input['CodeSha256'] === undefined &&
  (call.operation !== 'UpdateFunctionCode' || call.input['ZipFile'] !== undefined)

/** The next read of $LATEST of the same function, before anything else is asked of it. */
const nextRead = (trace: Trace, { step, call, context }: Answered): Answered | undefined => {
  const next: Step | undefined = trace
    .slice(step.index + 1)
    .find(({ exchange }) => functionNameOf(exchange.call) === functionNameOf(call))
  if (next === undefined || next.exchange.outcome.kind === 'lost') return undefined
  return {
    step: next,
    call: next.exchange.call,
    reply: next.exchange.outcome,
    fn: undefined,
    fnAfter: undefined,
    layer: undefined,
    context,
  }
}

/**
 * A call while an update is in progress. That it was accepted proves nothing by itself, for the update may have ended in
 * the meantime: only a read that still shows InProgress afterwards does.
 */
export const refusedInProgress =
  (operation: 'PublishVersion' | 'UpdateFunctionCode'): Judge =>
  (trace, context) =>
    onCallsOf(operation, (answered) => {
      if (!isInProgress(answered)) return silent
      if (answered.reply.status === 409) {
        return errorName(answered.reply) === 'ResourceConflictException'
          ? holds
          : breaks('ResourceConflictException with 409', described(answered))
      }
      // Had the update ended in the meantime, there would be nothing against the call.
      if (isRefused(answered) && isPlain(answered) && !isNoAnswer(answered.reply)) {
        return breaks('409 ResourceConflictException or success', described(answered))
      }
      if (!isAccepted(answered) || operation !== 'PublishVersion') return silent
      const next = nextRead(trace, answered)
      const shown = next === undefined ? undefined : latestRead(next)
      return text(shown, 'LastUpdateStatus') === 'InProgress'
        ? breaks('409 ResourceConflictException, the update being in progress', described(answered))
        : silent
    })(trace, context)
