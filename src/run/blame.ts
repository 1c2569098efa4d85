import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import type { Context } from '../judges/judge.ts'
import { judges } from '../judges/registry.ts'
import type { Trace } from '../model/trace.ts'
import { wireTraceOf } from '../wrapper/wire-trace.ts'
import { areaOf, ruleOf } from './selection.ts'

const ofClients: readonly RuleId[] = ruleIds.filter(
  (id) => areaOf(id) === 'client' && ruleOf(id).level === 'must',
)

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
  const broken = ofClients.find((id) => {
    const finding = judges[id](trace, context)
    return finding.kind === 'violated' && finding.at <= at
  })
  if (broken !== undefined) return broken
  return judges[rule](wire, context).kind === 'violated'
    ? 'the endpoint, which breaks this rule without the client'
    : undefined
}
