import picomatch from 'picomatch'
import type { Edition } from '../../spec/editions.ts'
import type { Rule } from '../../spec/rules/rule.ts'
import { sanitize } from '../report/sanitize.ts'
import { didYouMean } from '../run/nearest.ts'
import { UsageError } from '../run/errors.ts'
import { holdsIn } from '../run/selection.ts'

export type Catalogue = Readonly<Record<string, Rule>>

/** The rules of an edition that subjects of this kind can keep or break. */
export const catalogueOf = (
  catalogue: Catalogue,
  edition: Edition,
  kind: 'endpoint' | 'wrapper',
): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue).filter(
      ([id, rule]) =>
        holdsIn(rule, edition) &&
        (kind === 'wrapper' ? rule.wire !== true : !id.startsWith('client/')),
    ),
  )

/** The ids one glob stands for: it may be an area alone, or an id that a rule had before. */
const matches = (glob: string, catalogue: Catalogue): readonly string[] => {
  const isMatch = picomatch(glob.includes('/') || glob.includes('**') ? glob : `${glob}/*`)
  return Object.entries(catalogue)
    .filter(([id, { aliases = [] }]) => [id, ...aliases].some((name) => isMatch(name)))
    .map(([id]) => id)
}

/** The ids that globs stand for, in the catalogue's order. A glob that matches nothing is a mistake. */
export const expandGlobs = (
  globs: readonly string[],
  catalogue: Catalogue,
  from: string,
): readonly string[] => {
  const ids = Object.keys(catalogue)
  const areas = ids.map((id) => id.slice(0, id.indexOf('/')))
  const found = new Set(
    globs.flatMap((glob) => {
      const matched = matches(glob, catalogue)
      if (matched.length > 0) return matched
      if (/^client(\/|$)/.test(glob) && !areas.includes('client')) {
        throw new UsageError(
          `${from} names rules about clients: "${sanitize(glob, 120)}". An endpoint is none; judge one with lambda-conformance wrapper`,
        )
      }
      const hint = didYouMean(glob, glob.includes('/') ? ids : [...new Set(areas), ...ids])
      throw new UsageError(
        `${from} matches no rule: "${sanitize(glob, 120)}".${hint} "lambda-conformance rules" lists them`,
      )
    }),
  )
  return ids.filter((id) => found.has(id))
}
