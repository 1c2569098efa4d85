import type { Call, JsonObject } from '../call.ts'
import type { ClientAnswer, WireExchange } from '../drivers/client-record.ts'
import type { Outcome, Reply } from '../drivers/driver.ts'
import { lost } from '../drivers/lost.ts'
import { isObject } from '../model/json.ts'
import { errorName, fateOf, isSuccess, shownIn, successBody } from '../model/reply.ts'
import { withLaterMembers } from './later-members.ts'

/** The requests of a call for its own operation, in the order in which they came. */
const ownRequests = (call: Call, wire: readonly WireExchange[]): readonly WireExchange[] =>
  wire.filter((exchange) => exchange.call?.operation === call.operation)

/** Whether nobody can tell from the replies what became of the request. */
const isUnclear = ({ answered, given }: WireExchange): boolean =>
  (answered !== undefined && fateOf(answered) === 'unclear') ||
  (answered !== undefined && given.kind === 'lost')

/** What the service showed last in this call, in its own reply or in a read behind it. */
const lastShown = (call: Call, wire: readonly WireExchange[]): JsonObject => {
  const operations: readonly string[] = [call.operation, 'GetFunction', 'GetFunctionConfiguration']
  const bodyOf = call.operation === 'GetFunction' ? successBody : shownIn
  const bodies = wire
    .filter((each) => operations.includes(each.call?.operation ?? ''))
    .map(({ given }) => bodyOf(given))
  return bodies.findLast((body) => body !== undefined) ?? {}
}

const replyOf = (status: number, headers: Reply['headers'], body: Reply['body']): Reply => ({
  kind: 'reply',
  status,
  headers,
  text: body.kind === 'json' ? JSON.stringify(body.value) : '',
  body,
})

/**
 * What the caller of a client got, as the reply of a service, so that the rules of the catalogue can be judged by it. What
 * no caller sees comes from the wire: headers, and the status where the client does not tell it.
 */
export const callerView = (
  call: Call,
  answer: ClientAnswer,
  wire: readonly WireExchange[],
): Outcome => {
  const own = ownRequests(call, wire)
  const last = own.at(-1)?.given
  if (last === undefined) return lost('not-sent', 'the client sent no such request')
  if (own.some(isUnclear)) return lost('connection-lost', 'a reply was lost on the way')
  const onWire = last.kind === 'reply' ? last : undefined
  switch (answer.kind) {
    case 'none':
      return lost('connection-lost', answer.because)
    case 'output':
      // A client that waits may tell the status of its last read.
      return replyOf(
        onWire !== undefined && isSuccess(onWire)
          ? onWire.status
          : (answer.status ?? onWire?.status ?? 200),
        onWire?.headers ?? {},
        {
          kind: 'json',
          value: isObject(answer.output)
            ? withLaterMembers(call.operation, answer.output, lastShown(call, wire))
            : answer.output,
        },
      )
    case 'error': {
      const { name, message } = answer
      // An error of the client's own about a call that the service carried out: nobody can tell what its caller knows.
      if (onWire === undefined || errorName(onWire) === undefined) {
        return lost('connection-lost', `the client failed with ${name ?? 'an error'}`)
      }
      const type = onWire.body.kind === 'json' ? onWire.body.value : undefined
      return replyOf(
        answer.status ?? onWire.status,
        { ...onWire.headers, 'x-amzn-errortype': name ?? '' },
        {
          kind: 'json',
          value: {
            ...(typeof type === 'object' && type !== null && 'Type' in type && type['Type']
              ? { Type: type['Type'] }
              : {}),
            ...(message === undefined ? {} : { message }),
          },
        },
      )
    }
    default:
      return answer satisfies never
  }
}
