import { rules } from '../../spec/rules/catalogue.ts'
import { expandGlobs } from '../cli/rule-globs.ts'
import { UsageError } from '../run/errors.ts'
import type { Suspect } from './kill.ts'

export type Wanted = {
  readonly mutants: readonly Suspect[]
  /** Whether the kill matrix is to be written. */
  readonly write: boolean
}

/** The mutants that the words of a command line ask for: those of some rules, or all. */
export const readWanted = (words: readonly string[], all: readonly Suspect[]): Wanted => {
  const options = words.filter((word) => word.startsWith('-'))
  const globs = words.filter((word) => !word.startsWith('-'))
  const unknown = options.find((option) => option !== '--write')
  if (unknown !== undefined) {
    throw new UsageError(
      `there is no option "${unknown}"; npm run mutants -- [RULE GLOB…] [--write]`,
    )
  }
  const write = options.length > 0
  if (write && globs.length > 0) {
    throw new UsageError('--write writes the matrix of all mutants; leave out the rules')
  }
  if (globs.length === 0) return { mutants: all, write }
  const ids = expandGlobs(globs, rules, 'the pattern')
  const mutants = all.filter(({ breaks }) => ids.includes(breaks))
  if (mutants.length > 0) return { mutants, write }
  throw new UsageError(
    `no mutant breaks ${globs.join(', ')}: rules of level may are surveyed and never fail`,
  )
}
