import type { JsonObject } from '../call.ts'
import { isObject, text } from '../model/json.ts'
import { isSettled, shownIn, statusMembers } from '../model/reply.ts'
import { onClientCalls, succeeded, type ClientCall } from './client-calls.ts'
import { breaks, holds, silent, type Judge } from './judge.ts'

const isUpdate = ({ call, own }: ClientCall): boolean =>
  call.operation === 'UpdateFunctionCode' && own.some(({ given }) => succeeded(given))

/** The function as each read behind the update showed it. */
const shownByReads = ({ reads }: ClientCall): readonly JsonObject[] =>
  reads.map(({ given }) => shownIn(given)).filter((shown) => shown !== undefined)

const hasFailed = (shown: JsonObject): boolean =>
  text(shown, 'LastUpdateStatus') === 'Failed' || text(shown, 'State') === 'Failed'

const courseInWords = (shown: JsonObject): string =>
  statusMembers
    .flatMap((name) => {
      const value = text(shown, name)
      return value === undefined ? [] : [`${name} ${value}`]
    })
    .join(', ') || 'neither State nor LastUpdateStatus'

/** What the caller was told is itself in progress: nothing was claimed. */
const tellsProgress = ({ record: { answer } }: ClientCall): boolean =>
  answer.kind === 'output' && isObject(answer.output) && !isSettled(answer.output)

/** Whether the function was read again in the same way. */
const looksAgain = ({ reads }: ClientCall): boolean => {
  const operations = reads.map(({ call }) => call?.operation)
  return new Set(operations).size < operations.length
}

const waitEndsWhenSettled: Judge = onClientCalls((asked) => {
  const seen = shownByReads(asked)
  const last = seen.at(-1)
  if (!isUpdate(asked) || last === undefined || asked.record.answer.kind !== 'output') return silent
  if (isSettled(last)) return holds
  // One look may be for the sake of the reply; who looks again is waiting.
  return !looksAgain(asked) && tellsProgress(asked)
    ? silent
    : breaks('a read that shows the function settled, then success', courseInWords(last))
})

const mostReadsAfterwards = 2

const waitGoesNoFurther: Judge = onClientCalls((asked) => {
  const seen = shownByReads(asked)
  const settled = seen.findIndex((shown) => isSettled(shown))
  if (!isUpdate(asked) || settled < 0) return silent
  const more = seen.length - settled - 1
  return more > mostReadsAfterwards
    ? breaks(`${mostReadsAfterwards} reads at most of a settled function`, `${more} more reads`)
    : holds
})

const failedUpdateIsTold: Judge = onClientCalls((asked) => {
  const failed = shownByReads(asked).find(hasFailed)
  const { answer } = asked.record
  if (!isUpdate(asked) || failed === undefined || answer.kind === 'none') return silent
  if (answer.kind === 'error') return holds
  return isObject(answer.output) && hasFailed(answer.output)
    ? holds
    : breaks('an error, or the failure in the output', `a success, after ${courseInWords(failed)}`)
})

const claims = (shown: JsonObject): boolean =>
  text(shown, 'LastUpdateStatus') === 'Successful' || text(shown, 'State') === 'Active'

const noEarlySuccess: Judge = onClientCalls((asked) => {
  const { own, record } = asked
  const { answer, wire } = record
  if (!isUpdate(asked) || answer.kind !== 'output' || !isObject(answer.output)) return silent
  // Before the update the function was as settled as it was.
  const first = wire.findIndex((each) => own.includes(each) && succeeded(each.given))
  const shown = wire
    .slice(first)
    .map(({ given }) => shownIn(given))
    .filter((reply) => reply !== undefined)
  // Where nothing was ever in progress there is nothing to wait for.
  if (shown.length === 0 || !shown.some((reply) => !isSettled(reply))) return silent
  return isSettled(answer.output) &&
    claims(answer.output) &&
    !shown.some((reply) => isSettled(reply))
    ? breaks(courseInWords(shown.at(-1) ?? {}), courseInWords(answer.output))
    : holds
})

export const clientWaitsJudges = {
  'client/wait-ends-when-settled': waitEndsWhenSettled,
  'client/wait-goes-no-further': waitGoesNoFurther,
  'client/failed-update-is-told': failedUpdateIsTold,
  'client/no-early-success': noEarlySuccess,
} as const satisfies Readonly<Record<string, Judge>>
