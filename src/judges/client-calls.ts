import type { Call } from '../call.ts'
import type { ClientRecord, WireExchange } from '../drivers/client-record.ts'
import type { Outcome, Reply } from '../drivers/driver.ts'
import { fateOf, isSuccess } from '../model/reply.ts'
import { functionNameOf } from '../model/step.ts'
import type { Step } from '../model/trace.ts'
import { violations } from '../schema/validate.ts'
import { conclude, type Context, type Judge, type Opinion } from './judge.ts'

/** One call through a client, sorted for judging. */
export type ClientCall = {
  readonly step: Step
  readonly call: Call
  readonly record: ClientRecord
  /** The requests for the operation that was asked for. */
  readonly own: readonly WireExchange[]
  /** Reads of the same function behind the last request of its own. */
  readonly reads: readonly WireExchange[]
  readonly context: Context
}

const isReadOf = (call: Call, wire: WireExchange): boolean =>
  (wire.call?.operation === 'GetFunction' || wire.call?.operation === 'GetFunctionConfiguration') &&
  functionNameOf(wire.call) === functionNameOf(call)

const clientCallAt = (step: Step, context: Context): ClientCall | undefined => {
  const { call, client } = step.exchange
  if (client === undefined) return undefined
  const isOwn = (exchange: WireExchange): boolean => exchange.call?.operation === call.operation
  // They were noted when they ended: a request that was given up comes behind the one that took its place.
  const wire = client.wire.toSorted((a, b) => a.startedAtMs - b.startedAtMs)
  return {
    step,
    call,
    record: { ...client, wire },
    own: wire.filter(isOwn),
    reads: wire.slice(wire.findLastIndex(isOwn) + 1).filter((read) => isReadOf(call, read)),
    context,
  }
}

/** A judge that looks at each call through a client by itself; silent on a trace without any. */
export const onClientCalls =
  (opine: (clientCall: ClientCall) => Opinion): Judge =>
  (trace, context) =>
    conclude(
      trace.flatMap((step) => clientCallAt(step, context) ?? []),
      () => true,
      opine,
    )

/** Asks and changes nothing. */
export const isRead = ({ operation }: Call): boolean => /^(?:Get|List)/.test(operation)

/** Whether the API allows what was asked for. */
export const isValid = ({ call, context }: ClientCall): boolean =>
  violations(context.edition, `${call.operation}Request`, call.input).length === 0

export const statusOf = (outcome: Outcome): number | undefined =>
  outcome.kind === 'reply' ? outcome.status : undefined

export const succeeded = (outcome: Outcome | undefined): boolean =>
  outcome?.kind === 'reply' && isSuccess(outcome)

/** The service carried it out, or may have, and the client was not told. */
export const isLostOnTheWay = ({ answered, given }: WireExchange): boolean =>
  answered !== undefined &&
  fateOf(answered) !== 'refused' &&
  (given.kind === 'lost' || fateOf(answered) === 'unclear')

/** The reply that the client went by: to its last request of its own. */
export const lastReply = ({ own }: ClientCall): Reply | undefined => {
  const last = own.at(-1)?.given
  return last?.kind === 'reply' ? last : undefined
}
