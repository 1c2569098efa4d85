import * as fc from 'fast-check'
import { editions } from '../../spec/editions.ts'
import { operationNames } from '../../spec/operations.ts'
import { judges } from '../judges/registry.ts'
import { nothingCertain, nothingKnown } from '../model/state.ts'
import { situationOf } from '../model/situation.ts'
import { traceOf } from '../model/trace.ts'
import { wireTraceOf } from '../wrapper/wire-trace.ts'
import { target, type Target } from './target.fixture.ts'
import { anyExchange } from './values.fixture.ts'

const trace = fc.array(anyExchange, { maxLength: 10 })

const kinds: ReadonlySet<string> = new Set(['silent', 'held', 'unproven', 'observed', 'violated'])

const expectKnown = (kind: string, by: string): void => {
  if (!kinds.has(kind)) throw new Error(`${by} answers ${kind}`)
}

export const judgeTargets: readonly Target[] = [
  target(
    'the model takes in whatever a subject answers',
    'cheap',
    fc.property(trace, (exchanges) => {
      const last = traceOf(exchanges).at(-1)
      for (const fn of last?.after.functions.values() ?? []) situationOf(fn)
    }),
  ),
  target(
    'every judge has an answer to every trace',
    'dear',
    fc.property(
      trace,
      fc.constantFrom(...editions),
      fc.constantFrom(nothingKnown, nothingCertain),
      fc.subarray([...operationNames]),
      (exchanges, edition, beginning, unsupported) => {
        const context = { edition, unsupported: new Set(unsupported) }
        const direct = traceOf(exchanges, beginning)
        const wire = wireTraceOf(direct)
        for (const [id, judge] of Object.entries(judges)) {
          expectKnown(judge(direct, context).kind, id)
          if (wire !== undefined) expectKnown(judge(wire, context).kind, id)
        }
      },
    ),
  ),
]
