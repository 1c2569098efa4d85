import { rules } from '../../spec/rules/catalogue.ts'
import type { Rule } from '../../spec/rules/rule.ts'
import type { Baseline } from './baseline.ts'
import { globMatcher } from './rule-names.ts'

const catalogue: Readonly<Record<string, Rule>> = rules

/** Whether a baseline tolerates a breach that has just been seen: such a one need not be cut short. `today` is YYYY-MM-DD. */
export const knownBy = (
  { expectedFailures, knownFlaky }: Baseline,
  today: string,
): ((rule: string, signature: string) => boolean) => {
  const entries = [...expectedFailures, ...knownFlaky]
    .filter(({ expires }) => expires === undefined || expires >= today)
    .map((entry) => ({
      isNamed: globMatcher(entry.rule),
      signature: 'signature' in entry ? entry.signature : undefined,
    }))
  return (rule, signature) =>
    entries.some(
      (entry) =>
        entry.isNamed([rule, ...(catalogue[rule]?.aliases ?? [])]) &&
        (entry.signature === undefined || entry.signature === signature),
    )
}
