import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import type { Exchange } from '../drivers/driver.ts'
import type { Context } from '../judges/judge.ts'
import { isSuccess } from '../model/reply.ts'
import { traceOf, type Trace } from '../model/trace.ts'
import type { Attempt } from '../run/attempt.ts'
import { authorizationRegister, isRefusedCaller } from '../run/authorization.ts'
import type { Origin } from '../run/replay-token.ts'
import { isSeenOf, ruleOf, type Kind } from '../run/selection.ts'
import { breachOf, count, findingFor, type Breach, type Tally } from '../run/tally.ts'
import { operationRegister, type OperationRegister } from '../run/unsupported.ts'
import { newDoubts } from './doubts.ts'
import { asJudged, asKnown } from './known.ts'
import type { StoredProgram } from './stored.ts'

/** What the calls of one file come to. */
export type Judged = {
  /** The rules that calls of this kind show anything of: of an endpoint, or of a client. */
  readonly rules: readonly RuleId[]
  readonly tally: Tally
  /** The shortest breach among the calls that were to shorten a failure. */
  readonly shortened: ReadonlyMap<RuleId, Breach>
  /** Rules that a run found broken by calls of the file, and not because of another one. */
  readonly broken: ReadonlySet<RuleId>
  readonly operations: OperationRegister
  /** Some calls were made at the same moment. */
  readonly raced: boolean
  /** The credentials were no longer taken. */
  readonly refused: boolean
  readonly programs: number
  readonly calls: number
  readonly callsByOperation: ReadonlyMap<OperationName, number>
  readonly serverHeader?: string
}

export type Judging = {
  readonly take: (program: StoredProgram) => void
  readonly end: () => Judged
}

/** Sent to clean up, or to see whether the credentials are still taken: a run judges none of them. */
const aside: ReadonlySet<string> = new Set(['clean-up', 'credentials'])

/** Whether the service was asked for this operation: the hop in front of it refuses what is about another resource. */
const isOfService = ({ call, client }: Exchange): boolean =>
  client === undefined ||
  client.wire.some(
    ({ call: sent, answered }) => answered !== undefined && sent?.operation === call.operation,
  )

/** By its name, or one that it had before. */
const ruleNamed = (name: string | undefined): RuleId | undefined =>
  name === undefined
    ? undefined
    : ruleIds.find((id) => id === name || ruleOf(id).aliases?.includes(name))

/**
 * Whether an answer within a failure is taken for what the run took it for, where by itself it could mean that the operation
 * is not there or not permitted: a run does not call again what is not there, and blames nobody for what is not permitted.
 */
const isTaken = (exchange: Exchange, failure: readonly Exchange[]): boolean => {
  const { outcome } = exchange
  if (outcome.kind === 'lost' || isSuccess(outcome)) return false
  return outcome.status === 404 || exchange === failure.at(-1)
}

const attemptOf = (trace: Trace): Attempt => ({
  trace,
  stepsAfter: [],
  exchanges: trace.map(({ exchange }) => exchange),
  unsettled: false,
})

/**
 * Lets the judges read the programs of one file, in the order in which they were carried out: what is known of the subject's
 * operations and of the credentials grows as it did in the run. `without`: operations that are known not to be there.
 * `originOf` says what a breach is to be found by again.
 */
export const openJudging = (
  edition: Edition,
  chosen: readonly RuleId[],
  without: readonly OperationName[],
  originOf: (program: StoredProgram) => Origin,
): Judging => {
  const operations = operationRegister(without)
  const authorization = authorizationRegister()
  const doubts = newDoubts(authorization)
  const throughClient = new Set<OperationName>()
  const callsByOperation = new Map<OperationName, number>()
  const shortened = new Map<RuleId, Breach>()
  const broken = new Set<RuleId>()
  let tally: Tally = new Map()
  let [programs, calls] = [0, 0]
  let raced = false
  let serverHeader: string | undefined
  let whenShortened: Context | undefined

  const context = (): Context => ({
    edition,
    unsupported: operations.unsupported(),
    denied: new Set(operations.denied().keys()),
  })

  const see = (exchange: Exchange, tells = true): void => {
    const { call, outcome } = exchange
    if (tells) operations.see(call.operation, outcome, isOfService(exchange))
    authorization.see(exchange)
    calls += 1
    raced ||= exchange.lane !== undefined
    callsByOperation.set(call.operation, (callsByOperation.get(call.operation) ?? 0) + 1)
    if (outcome.kind === 'reply') serverHeader ??= outcome.headers['server']
  }

  /** What a run tried in order to shorten a failure says something of that rule alone, and only that it is broken. */
  const takeShorter = (program: StoredProgram, trace: Trace): void => {
    const rule = chosen.find((id) => id === program.shrinking)
    if (rule === undefined) return
    whenShortened ??= context()
    const attempt = attemptOf(trace)
    const finding = findingFor(rule, attempt, whenShortened)
    if (finding.kind !== 'violated') return
    if (trace.slice(finding.at, finding.at + 1).some(({ exchange }) => isRefusedCaller(exchange))) {
      return
    }
    const known = shortened.get(rule)
    if (known !== undefined && known.finding.at <= finding.at) return
    shortened.set(rule, breachOf({ origin: originOf(program), actions: [] }, attempt, finding))
  }

  return {
    take: (program) => {
      const { name, exchanges, shrinking, breaks } = program
      if (shrinking !== undefined) doubts.decide()
      for (const { call, client } of exchanges) {
        if (client !== undefined) throughClient.add(call.operation)
      }
      const known = exchanges.map(asKnown)
      for (const exchange of known) see(exchange, breaks === undefined || !isTaken(exchange, known))
      if (shrinking !== undefined) takeShorter(program, traceOf(asJudged(known)))
      else if (aside.has(name)) doubts.decide()
      else {
        programs += 1
        const rule = ruleNamed(breaks)
        if (rule !== undefined) broken.add(rule)
        doubts.take(traceOf(asJudged(known)), (trace) => {
          const source = { origin: originOf(program), actions: [] }
          tally = count(tally, chosen, source, attemptOf(trace), context())
        })
      }
    },
    end: () => {
      doubts.decide()
      const kind: Kind = throughClient.size === 0 ? 'endpoint' : { operations: [...throughClient] }
      return {
        rules: chosen.filter((id) => isSeenOf(kind, id)),
        tally,
        shortened,
        broken,
        operations,
        raced,
        refused: authorization.isGone(),
        programs,
        calls,
        callsByOperation,
        ...(serverHeader === undefined ? {} : { serverHeader }),
      }
    },
  }
}
