import picomatch from 'picomatch'
import { rules } from '../../spec/rules/catalogue.ts'
import type { Rule } from '../../spec/rules/rule.ts'
import type { Report } from '../report/report.ts'

/** Ids of rules by the names that each has or had: those of the catalogue, and those that only the report knows. */
type KnownRules = ReadonlyMap<
  string,
  { readonly names: readonly string[]; readonly level: Rule['level'] }
>

const catalogue: Readonly<Record<string, Rule>> = rules

/** A report may be older than the catalogue, and know a rule by a name that it had before. */
export const knownRules = (
  report: Pick<Report, 'rules'>,
  from: Readonly<Record<string, Pick<Rule, 'aliases' | 'level'>>> = catalogue,
): KnownRules => {
  const known = new Map(
    Object.entries(from).map(([id, { aliases = [], level }]) => [
      id,
      { names: [id, ...aliases], level },
    ]),
  )
  const byAlias = new Map(
    Object.entries(from).flatMap(([id, { aliases = [] }]) =>
      aliases.map((alias) => [alias, id] as const),
    ),
  )
  for (const { id, level } of report.rules) {
    const now = byAlias.get(id) ?? id
    const names = known.get(now)?.names ?? [id]
    known.delete(now)
    known.set(id, { names, level })
  }
  return known
}

/** Whether a glob names a rule; an area alone names all of its rules. */
export const globMatcher = (glob: string): ((names: readonly string[]) => boolean) => {
  const pattern = glob.includes('/') || glob.includes('**') ? glob : `${glob}/*`
  // "All but these" would tolerate whatever breaks next.
  const isMatch = picomatch(pattern, { nonegate: true })
  return (names) => names.some((name) => isMatch(name))
}
