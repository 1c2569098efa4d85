import type { Edition } from '../../spec/editions.ts'
import { ruleIds } from '../../generated/rule-ids.ts'
import { rules } from '../../spec/rules/catalogue.ts'
import type { Basis, Level, Rule } from '../../spec/rules/rule.ts'
import type { Citation } from '../../spec/sources.ts'
import type { Failure, Profile, Report, RuleReport } from './report.ts'

/** One failure with all it takes to run it again: `run --replay FILE`. */
export type FailureFile = Failure & {
  readonly schemaVersion: 1
  readonly tool: Report['tool']
  readonly edition: Edition
  readonly profile?: Profile
  readonly endpoint: string
  /** The endpoint was the reference endpoint, started for the run. */
  readonly embedded?: true
  readonly region?: string
  readonly role?: string
  readonly runtime?: string
  readonly rule: {
    readonly id: string
    readonly title: string
    readonly level: Level
    readonly basis: Basis
    readonly cites: readonly Citation[]
  }
}

export const failureFile = (report: Report, rule: RuleReport, failure: Failure): FailureFile => {
  const { id, title, level, basis, cites } = rule
  const { endpoint, embedded, region } = report.subject
  const { profile, role, runtime } = report.run
  return {
    schemaVersion: 1,
    tool: report.tool,
    edition: report.edition,
    ...(profile === undefined ? {} : { profile }),
    endpoint,
    ...(embedded ? { embedded } : {}),
    ...(region === undefined ? {} : { region }),
    ...(role === undefined ? {} : { role }),
    ...(runtime === undefined ? {} : { runtime }),
    rule: { id, title, level, basis, cites },
    ...failure,
  }
}

/** `area/slug` → `area__slug.json`; a report may come from elsewhere, so nothing else of an id gets into a path. */
export const failureFileName = (id: string): string =>
  `${id
    .toLowerCase()
    .replaceAll('/', '__')
    .replaceAll(/[^a-z0-9_-]/g, '-')
    .slice(0, 200)}.json`

const ours = new Set(
  ruleIds.flatMap((id) => [id, ...((rules[id] as Rule).aliases ?? [])]).map(failureFileName),
)

/** Whether a file in `failures/` is one that a run wrote there: named for a rule that there is, or was. */
export const isFailureFileName = (name: string): boolean => ours.has(name)
