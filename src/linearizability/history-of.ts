import type { Call } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { text } from '../model/json.ts'
import { layerNameIn } from '../model/names.ts'
import { functionNameOf, isMutating } from '../model/step.ts'
import type { Operation } from './history.ts'
import { answerOf, type CallEvent } from './reading.ts'

/** A call of a history with its place among the exchanges. */
export type Recorded = Operation<CallEvent> & { readonly at: number }

export const isLayerCall = ({ operation }: Call): boolean => operation.includes('Layer')

/** What a call is about. Functions and layers have nothing to do with each other, whatever their names. */
export const subjectOf = (call: Call): string =>
  isLayerCall(call)
    ? `layer ${layerNameIn(text(call.input, 'LayerName') ?? '').name}`
    : `function ${functionNameOf(call)}`

const layerChanges = new Set(['PublishLayerVersion', 'DeleteLayerVersion'])

export const mayChange = (call: Call): boolean =>
  isMutating(call) || layerChanges.has(call.operation)

/** Answers that say that nothing was done: 429, no connection, not sent. */
const didNothing = ({ outcome }: Exchange): boolean =>
  outcome.kind === 'lost'
    ? outcome.reason === 'unreachable' || outcome.reason === 'not-sent'
    : outcome.status === 429

/**
 * The calls of exchanges as a history. Left out are calls that did nothing, and reads of which no answer came. Calls
 * that may have been carried out or not, for all that is known, have no end: a request that was lost sight of may be
 * carried out long after.
 */
export const historyOf = (exchanges: readonly Exchange[]): readonly Recorded[] =>
  exchanges.flatMap((exchange, at) => {
    const { call, outcome, lane = 0, startedAtMs, endedAtMs } = exchange
    const event = { call, outcome }
    const isUnclear = answerOf(event) === 'unclear'
    if (didNothing(exchange) || (isUnclear && !mayChange(call))) return []
    const returnedAt = isUnclear ? Infinity : endedAtMs
    return [{ client: lane, event, invokedAt: startedAtMs, returnedAt, at }]
  })
