import type { RuleReport, VerdictName } from './report.ts'
import { sanitize } from './sanitize.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** The worst first: what the harness did wrong, then what a longer run could decide, then what the subject lacks. */
const unjudged = [
  'harness-error',
  'undecided',
  'blocked',
  'unexercised',
  'unsupported',
] as const satisfies readonly VerdictName[]

const shownIds = 4

const idsInWords = (ids: readonly string[]): string => {
  const more = ids.length - shownIds
  return more > 1 ? `${ids.slice(0, shownIds).join(', ')} and ${more} more` : ids.join(', ')
}

/** Rules that were neither passed nor failed, by verdict and reason: one root cause is one entry. */
export const unjudgedText = (
  rules: readonly RuleReport[],
  { width, paint }: TextOptions,
): readonly string[] => {
  const groups = unjudged.flatMap((verdict) => {
    const byReason = new Map<string, RuleReport[]>()
    for (const rule of rules.filter((each) => each.verdict === verdict)) {
      const reason = sanitize(rule.reason ?? 'no reason given', 300)
      byReason.set(reason, [...(byReason.get(reason) ?? []), rule])
    }
    return Array.from(byReason, ([reason, grouped]) => ({
      verdict,
      reason,
      ids: grouped.map(({ id }) => id),
    }))
  })
  if (groups.length === 0) return []
  const count = groups.reduce((sum, { ids }) => sum + ids.length, 0)
  return [
    paint('bold', `Not judged: ${count} of ${rules.length} rules`),
    ...groups.flatMap(({ verdict, reason, ids }) => [
      ...wrap(`${verdict} (${ids.length}): ${reason}`, width - 2).map((line) => `  ${line}`),
      ...wrap(idsInWords(ids), width - 4).map((line) => paint('dim', `    ${line}`)),
    ]),
  ]
}
