import type { Exchange } from '../drivers/driver.ts'
import { nothingKnown, type State } from './state.ts'
import { step } from './step.ts'

/** One exchange with what was known before and after it. */
export type Step = {
  readonly index: number
  readonly exchange: Exchange
  readonly before: State
  readonly after: State
}

/** What judges read. */
export type Trace = readonly Step[]

export const appendStep = (
  trace: Trace,
  exchange: Exchange,
  beginning: State = nothingKnown,
): Step => {
  const before = trace.at(-1)?.after ?? beginning
  return {
    index: trace.length,
    exchange,
    before,
    after: step(before, exchange.call, exchange.outcome),
  }
}

/**
 * A trace from recorded exchanges: the state is a fold over them and is never stored. A recording that may leave calls
 * out, or that others' calls may have come between, begins with `nothingCertain`.
 */
export const traceOf = (exchanges: readonly Exchange[], beginning?: State): Trace =>
  exchanges.reduce<Step[]>((trace, exchange) => {
    trace.push(appendStep(trace, exchange, beginning))
    return trace
  }, [])
