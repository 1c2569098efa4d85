import type { FunctionState } from '../../model/state.ts'
import { versionOf } from '../choices.ts'
import { giving, givingKnown, type Alteration } from './alteration.ts'

const current = (fn: FunctionState): string | undefined => fn.policies.get('')?.revisionId
const stale = (fn: FunctionState): string | undefined =>
  fn.policies.get('')?.revisions.findLast((revisionId) => revisionId !== current(fn))
const first = (fn: FunctionState): string | undefined => versionOf(fn, 'first')

const third = { StatementId: 'third' }

/** Statements of other ids, on other policies, and with a RevisionId. */
export const permissionsAlterations = {
  'first-permission-with-functions-revision': givingKnown((fn) => ({
    StatementId: 'first',
    RevisionId: fn.latest.revisionId,
  })),
  'second-permission': giving({ StatementId: 'second' }),
  'third-permission-with-current-revision': givingKnown((fn) => ({
    ...third,
    RevisionId: current(fn),
  })),
  'third-permission-with-made-up-revision': givingKnown((_fn, { bindings }) => ({
    ...third,
    RevisionId: bindings.madeUpRevision,
  })),
  'third-permission-with-stale-revision': givingKnown((fn) => ({
    ...third,
    RevisionId: stale(fn),
  })),
  'permission-for-latest': giving({ ...third, Qualifier: '$LATEST' }),
  'permission-with-an-illegal-id': giving({ StatementId: 'no id' }),
  'permission-for-the-first-version': givingKnown((fn) => ({
    StatementId: 'of-the-version',
    Qualifier: first(fn),
  })),
  'policy-of-the-first-version': givingKnown((fn) => ({ Qualifier: first(fn) })),
  'removal-with-current-revision': givingKnown((fn) => ({ RevisionId: current(fn) })),
  'removal-with-made-up-revision': givingKnown((_fn, { bindings }) => ({
    RevisionId: bindings.madeUpRevision,
  })),
  'removal-with-stale-revision': givingKnown((fn) => ({ RevisionId: stale(fn) })),
  'removal-of-a-statement-never-added': giving({ StatementId: 'never-added' }),
} as const satisfies Readonly<Record<string, Alteration>>
