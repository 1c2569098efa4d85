import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'
import { editions } from '../../spec/editions.ts'
import { operationNames } from '../../spec/operations.ts'
import { profiles } from '../report/report.ts'
import type { Catalogue } from './rule-globs.ts'

type Suggestions = readonly (readonly [value: string, description: string])[]

const plain = (values: readonly string[]): Suggestions => values.map((value) => [value, ''])

const areasOf = (catalogue: Catalogue): readonly string[] => [
  ...new Set(Object.keys(catalogue).map((id) => id.slice(0, id.indexOf('/')))),
]

const idsOf = (catalogue: Catalogue): Suggestions =>
  Object.entries(catalogue).map(([id, { title }]) => [id, title])

/** What may stand behind an option, by its name. Options not named here take a text of their own. */
const valuesOf = (catalogue: Catalogue): Readonly<Record<string, Suggestions>> => {
  const globs = [...plain(areasOf(catalogue)), ...idsOf(catalogue)]
  return {
    edition: plain(editions),
    profile: plain(profiles),
    'fail-on': plain(['must', 'should']),
    level: plain(['must', 'should', 'may']),
    area: plain(areasOf(catalogue)),
    without: plain(operationNames),
    rule: globs,
    'skip-rule': globs,
    mutant: idsOf(catalogue),
  }
}

type Suggest = (value: string, description: string) => void

const suggesting =
  (suggestions: Suggestions) =>
  (suggest: Suggest): void => {
    for (const [value, description] of suggestions) suggest(value, description)
  }

/**
 * Prints the completion script of a shell (`complete bash`), or what may come next on a command line (`complete -- run --pro`):
 * that is what the script asks. `program` is the command line without a command `complete` of its own.
 */
export const complete = (
  program: Command,
  words: readonly string[],
  catalogue: Catalogue,
  variants: readonly string[] = [],
): void => {
  const root = tab(program)
  const values = { ...valuesOf(catalogue), variant: plain(variants) }
  for (const command of root.commands.values()) {
    for (const [name, option] of command.options) {
      const known = Object.entries(values).find(([key]) => key === name)?.[1]
      if (known !== undefined) option.handler = suggesting(known)
    }
  }
  root.commands.get('rules')?.argument('glob', suggesting(valuesOf(catalogue)['rule'] ?? []), true)
  root.commands.get('rules explain')?.argument('id', suggesting(idsOf(catalogue)))
  program.parse([...words], { from: 'user' })
}
