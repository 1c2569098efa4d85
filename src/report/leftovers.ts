import type { Report } from './report.ts'
import { sanitize } from './sanitize.ts'

/** What a run has left on its subject, in words for every form of report. */
export type Leftovers = {
  readonly says: string
  /** Names, a few of them, and how many more there are. */
  readonly names: readonly string[]
  readonly more: number
  readonly advice: string
}

type Left = NonNullable<Report['run']['resources']['left']>[number]

const shown = 5

const deletions = { function: 'DeleteFunction', layer: 'DeleteLayerVersion' } as const

/** The operation that the subject lacks, where that alone is why anything is left. */
const lacking = ({ subject }: Report, left: readonly Left[]): string | undefined => {
  const missing = [...new Set(left.map(({ kind }) => deletions[kind]))]
  return missing.length > 0 && missing.every((name) => subject.operations[name] === 'unsupported')
    ? missing.join(' and ')
    : undefined
}

const sweep =
  'lambda-conformance sweep deletes them, with --out DIR or --ledger DIR if the run had it'

export const leftoversOf = (report: Report): Leftovers | undefined => {
  const { created, leaked, kept = 0, left = [] } = report.run.resources
  if (leaked + kept === 0) return undefined
  const some = left.slice(0, shown)
  const names = some.map(({ kind, name }) => sanitize(`${kind} ${name}`, 200))
  const more = left.length - some.length
  const missing = lacking(report, left)
  if (kept > 0)
    return { says: `${kept} of ${created} resources were kept`, names, more, advice: sweep }
  const says = `${leaked} of ${created} resources were not deleted`
  return missing === undefined
    ? { says, names, more, advice: sweep }
    : {
        says: `${says}: the subject has no ${missing}`,
        names,
        more,
        advice: 'nothing can delete them but the subject itself; start it anew',
      }
}

/** All of it in one line. */
export const leftoversLine = ({ says, names, more, advice }: Leftovers): string => {
  const named =
    names.length === 0 ? '' : ` (${names.join(', ')}${more > 0 ? ` and ${more} more` : ''})`
  return `${says}${named}; ${advice}`
}
