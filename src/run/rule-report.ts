import type { RuleId } from '../../generated/rule-ids.ts'
import { isObject, member } from '../model/json.ts'
import { errorName, isSettled, successBody } from '../model/reply.ts'
import { awsCliLine } from '../report/aws-cli.ts'
import { curlLine, type ShellTarget } from '../report/curl.ts'
import type { Failure, FailureStep, RuleReport } from '../report/report.ts'
import type { Exchange } from '../drivers/driver.ts'
import { tokenOf } from './replay-token.ts'
import { ruleOf } from './selection.ts'
import type { Counterexample } from './shrink.ts'
import type { Verdict } from './verdict.ts'

const stepOf = ({ call, request, outcome }: Exchange): FailureStep => ({
  call,
  request: {
    method: request.method,
    path: request.path,
    ...(request.body === undefined ? {} : { body: request.body }),
  },
  response:
    outcome.kind === 'lost'
      ? { lost: `${outcome.reason}: ${outcome.message}` }
      : {
          status: outcome.status,
          headers: outcome.headers,
          body: outcome.text,
        },
})

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
  const told = at === undefined ? '' : `${at.call.operation} answered ${nameOf(at)}.`
  const shown = exchanges
    .filter((exchange, index) => !isWaiting(exchange, exchanges[index + 1]))
    .map(stepOf)
  return {
    expected: finding.expected,
    actual: finding.actual,
    explanation: [`${rule.title}.`, told, rule.why ?? ''].filter((part) => part !== '').join(' '),
    steps: shown,
    shrunkFrom,
    seen: `${seen} of ${tried}`,
    seed: origin.seed,
    replay: tokenOf(origin),
    curl: shown.map((step) => curlLine(step, target)),
    awsCli: shown.map((step) => awsCliLine(step, target)),
  }
}

const reasonOf = (verdict: Verdict): string | undefined => {
  switch (verdict.kind) {
    case 'pass':
    case 'fail':
      return undefined
    case 'unsupported':
      return `the subject does not implement ${verdict.operation}`
    case 'blocked':
      return `waits for ${verdict.on}`
    case 'undecided':
    case 'unexercised':
      return verdict.reason
    case 'harness-error':
      return `Failed to judge, because ${verdict.message}`
    default:
      return verdict satisfies never
  }
}

/** One rule of the report. `shrunkFrom` counts the calls of the sequence in which the breach was first seen. */
export const ruleReport = (
  id: RuleId,
  verdict: Verdict,
  target: ShellTarget,
  found?: { readonly counterexample: Counterexample; readonly shrunkFrom: number },
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
    ...(reason === undefined ? {} : { reason }),
    ...(observed === undefined ? {} : { observed }),
    ...(found === undefined
      ? {}
      : { failure: failureOf(id, found.counterexample, found.shrunkFrom, target) }),
  }
}
