import { isObject, member } from '../model/json.ts'
import { flag, successBody } from '../model/reply.ts'
import type { WireExchange } from '../drivers/client-record.ts'
import {
  isLostOnTheWay,
  isRead,
  onClientCalls,
  succeeded,
  type ClientCall,
} from './client-calls.ts'
import { breaks, holds, say, shows, silent, type Judge } from './judge.ts'

const lostConnectionIsTold: Judge = onClientCalls(({ own, record: { answer } }) => {
  const nothingCame =
    own.length > 0 && own.every(({ given, answered }) => !answered && given.kind === 'lost')
  if (!nothingCame || answer.kind === 'none') return silent
  return answer.kind === 'error' ? holds : breaks('an error', `a success: ${say(answer.output)}`)
})

/** Whether the client had nothing but the half reply to go by. */
const hasOnlyTheCutReply = ({ own, record: { wire } }: ClientCall): boolean => {
  const cut = wire.findIndex((each) => each.fault === 'reply-cut-once')
  const looked = wire
    .slice(cut + 1)
    .some(({ call, given }) => call !== undefined && isRead(call) && succeeded(given))
  return !looked && !own.some(({ given }) => succeeded(given))
}

const cutReplyIsNoSuccess: Judge = onClientCalls((asked) => {
  const { call, own, record } = asked
  if (call.fault !== 'reply-cut-once' || own.length === 0) return silent
  const { answer } = record
  return answer.kind === 'output' && hasOnlyTheCutReply(asked)
    ? breaks('an error, or a request that finds out', `a success: ${say(answer.output)}`)
    : holds
})

const slowReplyIsWaitedFor: Judge = onClientCalls(({ call, own, record: { answer } }) => {
  const slow = own.find(({ fault }) => fault === 'reply-slow')
  if (call.fault !== 'reply-slow' || slow === undefined) return silent
  // Also one that comes when the reply has gone out: its client has given that up, and left the connection open.
  if (own.length > 1) return breaks('one request', `${own.length} requests`)
  return succeeded(slow.given) && answer.kind === 'error'
    ? breaks('the reply', `an error: ${[answer.name, answer.message].filter(Boolean).join(': ')}`)
    : holds
})

/** The first request was carried out, and its reply was lost. */
const wasLost = ({ own }: ClientCall): boolean =>
  own.some((wire) => isLostOnTheWay(wire) && succeeded(wire.answered))

const noFalse412: Judge = onClientCalls((asked) => {
  const { call, record } = asked
  if (!wasLost(asked) || member(call.input, 'RevisionId') === undefined) return silent
  const { answer } = record
  if (answer.kind === 'none') return silent
  return answer.kind === 'error' &&
    (answer.status === 412 || answer.name === 'PreconditionFailedException')
    ? breaks(
        'a success, or an error that says that the reply was lost',
        `412 ${answer.name ?? ''}, though the first request was carried out`,
      )
    : holds
})

const versionsMade = (own: readonly WireExchange[]): ReadonlySet<string> =>
  new Set(
    own.flatMap(({ answered }) => {
      const body = answered === undefined ? undefined : successBody(answered)
      const version = member(body, 'Version')
      return isObject(body) && version !== undefined ? [say(version)] : []
    }),
  )

const makesVersions = (asked: ClientCall): boolean => {
  const { call } = asked
  return (
    call.operation === 'PublishVersion' ||
    (call.operation === 'UpdateFunctionCode' && flag(call, 'Publish') && !flag(call, 'DryRun'))
  )
}

const onlyOne =
  (isMeant: (asked: ClientCall) => boolean): Judge =>
  (trace, context) =>
    onClientCalls((asked) => {
      if (!isMeant(asked) || !wasLost(asked)) return silent
      const versions = [...versionsMade(asked.own)]
      return versions.length > 1
        ? breaks('one version', `${versions.length}: ${versions.join(' and ')}`)
        : holds
    })(trace, context)

const afterALostReply: Judge = onClientCalls((asked) => {
  if (!wasLost(asked)) return silent
  const { own, record } = asked
  const lost = own.findIndex(isLostOnTheWay)
  const next = record.wire[record.wire.indexOf(own[lost] as WireExchange) + 1]
  if (next === undefined) return shows('tells its caller')
  return next.call?.operation === asked.call.operation
    ? shows('sends the call again')
    : shows('looks what became of it')
})

export const clientFaultsJudges = {
  'client/lost-connection-is-told': lostConnectionIsTold,
  'client/cut-reply-is-no-success': cutReplyIsNoSuccess,
  'client/slow-reply-is-waited-for': slowReplyIsWaitedFor,
  'client/lost-reply-is-no-false-412': noFalse412,
  'client/lost-reply-makes-no-second-version': onlyOne(makesVersions),
  'client/lost-reply-makes-no-second-layer-version': onlyOne(
    ({ call }) => call.operation === 'PublishLayerVersion',
  ),
  'client/after-a-lost-reply': afterALostReply,
} as const satisfies Readonly<Record<string, Judge>>
