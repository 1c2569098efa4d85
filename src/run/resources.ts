import type { Report } from '../report/report.ts'
import type { Session } from './session.ts'

/** Names in a report; the ledger has all of them. */
export const mostNames = 100

/** What the run created, and what is left of it. */
export const resourcesOf = ({
  count: { created, deleted },
  left,
  settings,
}: Session): Report['run']['resources'] => {
  const remaining = created - deleted
  return {
    created,
    deleted,
    leaked: settings.keep ? 0 : remaining,
    ...(settings.keep ? { kept: remaining } : {}),
    ...(left.length === 0
      ? {}
      : { left: left.slice(0, mostNames).map(({ kind, name }) => ({ kind, name })) }),
  }
}
