import type { Exchange } from '../drivers/driver.ts'
import { traceOf, type Trace } from '../model/trace.ts'

/** What the service saw and answered, in place of what the caller of a client asked and got. */
const onTheWire = (exchange: Exchange): readonly Exchange[] =>
  exchange.client === undefined
    ? [exchange]
    : exchange.client.wire.flatMap(({ call, request, answered, startedAtMs, endedAtMs }) =>
        call === undefined || answered === undefined
          ? []
          : [{ call, request, outcome: answered, startedAtMs, endedAtMs }],
      )

/** The same story without the client between, or undefined where there is none. */
export const wireTraceOf = (trace: Trace): Trace | undefined =>
  trace.some(({ exchange }) => exchange.client !== undefined)
    ? traceOf(trace.flatMap(({ exchange }) => onTheWire(exchange)))
    : undefined
