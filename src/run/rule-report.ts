import type { RuleId } from '../../generated/rule-ids.ts'
import { isObject, member } from '../model/json.ts'
import { errorName, isSettled, successBody } from '../model/reply.ts'
import { awsCliLine } from '../report/aws-cli.ts'
import { notPermitted } from '../report/denied.ts'
import { curlLine, type ShellTarget } from '../report/curl.ts'
import { signatureOf } from '../report/signature.ts'
import type { Failure, FailureStep, RuleReport } from '../report/report.ts'
import type { ClientAnswer, ClientRecord } from '../drivers/client-record.ts'
import type { Exchange, Outcome, WireRequest } from '../drivers/driver.ts'
import { tokenOf } from './replay-token.ts'
import { ruleOf } from './selection.ts'
import type { Counterexample } from './shrink.ts'
import type { Found } from './shrink-all.ts'
import type { Verdict } from './verdict.ts'

const requestOf = ({ method, path, body }: WireRequest): FailureStep['request'] => ({
  method,
  path,
  ...(body === undefined ? {} : { body }),
})

const responseOf = (outcome: Outcome): FailureStep['response'] =>
  outcome.kind === 'lost'
    ? { lost: `${outcome.reason}: ${outcome.message}` }
    : { status: outcome.status, headers: outcome.headers, body: outcome.text }

const toldBy = (answer: ClientAnswer): NonNullable<FailureStep['client']>['told'] => {
  switch (answer.kind) {
    case 'output':
      return { output: answer.output }
    case 'error': {
      const { kind: _, ...error } = answer
      return { error }
    }
    case 'none':
      return { nothing: answer.because }
    default:
      return answer satisfies never
  }
}

const clientOf = ({ answer, wire }: ClientRecord): NonNullable<FailureStep['client']> => ({
  told: toldBy(answer),
  wire: wire.map(({ call, request, fault, given }) => ({
    ...(call === undefined ? {} : { operation: call.operation }),
    request: requestOf(request),
    ...(fault === undefined ? {} : { fault }),
    response: responseOf(given),
  })),
})

const stepOf = ({ call, request, outcome, client }: Exchange): FailureStep => ({
  call,
  request: requestOf(request),
  response: responseOf(outcome),
  ...(client === undefined ? {} : { client: clientOf(client) }),
})

/** When each call was made and answered, where several clients called at once: to the microsecond, as far as the clock goes. */
const timed = (
  steps: readonly FailureStep[],
  exchanges: readonly Exchange[],
): readonly FailureStep[] => {
  const ofLanes = exchanges.filter(({ lane }) => lane !== undefined)
  const first = Math.min(...ofLanes.map(({ startedAtMs }) => startedAtMs))
  const since = (ms: number): number => Number((ms - first).toFixed(3))
  return steps.map((step, index) => {
    const exchange = exchanges[index]
    if (exchange === undefined || ofLanes.length === 0) return step
    const { lane = 0, startedAtMs, endedAtMs } = exchange
    return {
      ...step,
      timing: { lane, startedAtMs: since(startedAtMs), endedAtMs: since(endedAtMs) },
    }
  })
}

const nameOf = ({ outcome }: Exchange): string => {
  if (outcome.kind === 'lost') return `no reply (${outcome.reason})`
  const error = errorName(outcome)
  return error === undefined ? `status ${outcome.status}` : `${outcome.status} ${error}`
}

/** A read that still shows the function unsettled, and the same read again behind it: of a wait only the end counts. */
const isWaiting = (exchange: Exchange, next: Exchange | undefined): boolean => {
  const body = successBody(exchange.outcome)
  const read = isObject(member(body, 'Configuration')) ? member(body, 'Configuration') : body
  return (
    // What several clients read at once is no wait.
    exchange.lane === undefined &&
    exchange.request.method === 'GET' &&
    exchange.request.path === next?.request.path &&
    isObject(read) &&
    !isSettled(read)
  )
}

const failureOf = (
  id: RuleId,
  { breach, seen, tried }: Counterexample,
  shrunkFrom: number,
  target: ShellTarget,
): Failure => {
  const rule = ruleOf(id)
  const { finding, exchanges, origin } = breach
  const at = exchanges[finding.at]
  const told =
    at === undefined || at.client !== undefined || finding.impossible !== undefined
      ? ''
      : `${at.call.operation} answered ${nameOf(at)}.`
  const kept = exchanges.filter((exchange, index) => !isWaiting(exchange, exchanges[index + 1]))
  const shown = timed(kept.map(stepOf), kept)
  const impossible = (finding.impossible ?? []).flatMap((index) => {
    const exchange = exchanges[index]
    const place = exchange === undefined ? -1 : kept.indexOf(exchange)
    return place < 0 ? [] : [place]
  })
  // What a client does is not shown by requests that go round it, nor what several do at once by one after another.
  const isInShell = exchanges.every(
    ({ client, lane }) => client === undefined && lane === undefined,
  )
  return {
    expected: finding.expected,
    actual: finding.actual,
    explanation: [`${rule.title}.`, told, rule.why ?? ''].filter((part) => part !== '').join(' '),
    steps: shown,
    shrunkFrom,
    seen: `${seen} of ${tried}`,
    seed: origin.seed,
    replay: tokenOf(origin),
    signature: signatureOf(shown, finding.actual),
    ...(impossible.length === 0 ? {} : { impossible }),
    curl: isInShell ? shown.map((step) => curlLine(step, target)) : [],
    awsCli: isInShell ? shown.map((step) => awsCliLine(step, target)) : [],
  }
}

export const reasonOf = (verdict: Verdict<unknown>): string | undefined => {
  switch (verdict.kind) {
    case 'pass':
    case 'fail':
      return undefined
    case 'unsupported':
      return `the subject does not implement ${verdict.operation}`
    case 'blocked':
      return verdict.denied ? notPermitted(verdict.on) : `waits for ${verdict.on}`
    case 'undecided':
    case 'unexercised':
      return verdict.reason
    case 'harness-error':
      return `Failed to judge, because ${verdict.message}`
    default:
      return verdict satisfies never
  }
}

/** One rule of the report. `judgingMs`: what its judge took, shrinking not counted. */
export const ruleReport = (
  id: RuleId,
  verdict: Verdict,
  target: ShellTarget,
  found?: Found,
  judgingMs = 0,
): RuleReport => {
  const { title, level, basis, cites, edition } = ruleOf(id)
  const reason = reasonOf(verdict)
  const observed = verdict.kind === 'pass' ? verdict.observed : undefined
  return {
    id,
    title,
    level,
    basis,
    edition: edition ?? {},
    cites,
    verdict: verdict.kind,
    held: verdict.kind === 'pass' || verdict.kind === 'fail' ? verdict.held : 0,
    durationMs: Number((judgingMs + (found?.shrinkingMs ?? 0)).toFixed(3)),
    ...(reason === undefined ? {} : { reason }),
    ...(observed === undefined ? {} : { observed }),
    ...(found === undefined
      ? {}
      : { failure: failureOf(id, found.counterexample, found.shrunkFrom, target) }),
  }
}
