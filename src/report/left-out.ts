import { ruleIds } from '../../generated/rule-ids.ts'
import { holdsIn, ruleOf } from '../run/selection.ts'
import type { Report } from './report.ts'

const ruleIn = (id: string) => {
  const known = ruleIds.find((each) => each === id)
  return known === undefined ? undefined : ruleOf(known)
}

const allBehind = (id: string, found: Set<string>): Set<string> => {
  for (const other of ruleIn(id)?.dependsOn ?? []) {
    if (found.has(other)) continue
    found.add(other)
    allBehind(other, found)
  }
  return found
}

/**
 * What chosen rules were broken by may be the breach of one that was not chosen: a subject that forgets settings with every
 * code update loses those of another client, too, and is no worse with two than with one. One line, or none.
 */
export const leftOutInWords = ({
  rules,
  edition,
  subject,
  replay,
}: Pick<Report, 'rules' | 'edition' | 'subject' | 'replay'>): string | undefined => {
  // One sequence was asked for; and what a wrapper does not show, in a run or in its trace, was not left out.
  if (replay !== undefined || subject.kind !== 'endpoint') return undefined
  const chosen = new Set(rules.map(({ id }) => id))
  const behind = rules
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ id }) =>
      [...allBehind(id, new Set())].filter((other) => {
        const rule = ruleIn(other)
        return !chosen.has(other) && rule !== undefined && holdsIn(rule, edition)
      }),
    )
    .filter((each) => each.length > 0)
  const leftOut = new Set(behind.flat())
  if (leftOut.size === 0) return undefined
  const failed = behind.length === 1 ? 'one failure' : `${behind.length} failures`
  const others = leftOut.size === 1 ? 'one rule that was' : `${leftOut.size} rules that were`
  return `${failed} may come of ${others} not chosen: a run of all rules tells`
}
