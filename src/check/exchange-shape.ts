import type { Exchange } from '../drivers/driver.ts'
import { clientAt } from './client-shape.ts'
import { memberOf, objectAt, optional, timeAt, wholeAt, type Reader } from './shape.ts'
import { callAt, outcomeAt, requestAt } from './wire-shape.ts'

/** More clients than ever called at once. */
export const laneAt = wholeAt(1, 64)

export const exchangeAt: Reader<Exchange> = (value, at) => {
  const object = objectAt(value, at)
  return {
    call: memberOf(object, 'call', at, callAt),
    request: memberOf(object, 'request', at, requestAt),
    outcome: memberOf(object, 'outcome', at, outcomeAt),
    ...optional(object, 'client', at, clientAt),
    ...optional(object, 'lane', at, laneAt),
    startedAtMs: memberOf(object, 'startedAtMs', at, timeAt),
    endedAtMs: memberOf(object, 'endedAtMs', at, timeAt),
  }
}
