import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import type { Context } from '../judges/judge.ts'
import { judges } from '../judges/registry.ts'
import { text } from '../model/json.ts'
import { layerNameIn } from '../model/names.ts'
import { functionNameOf } from '../model/step.ts'
import type { Step, Trace } from '../model/trace.ts'
import { wireTraceOf } from '../wrapper/wire-trace.ts'
import { areaOf, ruleOf } from './selection.ts'

const ofClients: readonly RuleId[] = ruleIds.filter((id) => areaOf(id) === 'client')

/** Whose breach may stand for that of a rule: advice that was not followed is no excuse for breaking what is documented. */
const mayExcuse = (id: RuleId, rule: RuleId): boolean =>
  ruleOf(id).level === 'must' || (ruleOf(id).level === 'should' && ruleOf(rule).level === 'should')

/** What a call is about: what went wrong with one function explains nothing of another. */
const resourceOf = ({ exchange: { call } }: Step): string =>
  layerNameIn(text(call.input, 'LayerName') ?? '').name || functionNameOf(call)

/**
 * Where calls go through a client: what makes a rule look broken to its caller, if it is something else than the rule says.
 * Either the client has broken a rule of its own by then (a RevisionId dropped on the way makes every stale one look
 * accepted), or the endpoint breaks the rule without any client.
 */
export const blameFor = (
  rule: RuleId,
  trace: Trace,
  at: number,
  context: Context,
): string | undefined => {
  const wire = wireTraceOf(trace)
  if (wire === undefined) return undefined
  const resource = trace[at] && resourceOf(trace[at])
  const ofResource = trace.filter((step) => resourceOf(step) === resource)
  const broken = ofClients.find((id) => {
    if (!mayExcuse(id, rule)) return false
    const finding = judges[id](ofResource, context)
    return finding.kind === 'violated' && finding.at <= at
  })
  if (broken !== undefined) return broken
  return judges[rule](wire, context).kind === 'violated'
    ? 'the endpoint, which breaks this rule without the client'
    : undefined
}
