import type { FunctionState } from '../../model/state.ts'
import { versionOf } from '../choices.ts'
import { giving, type Alteration, type Known } from './alteration.ts'

/** Members with one that is only known when the call is due; without it there is no call. */
const givingWith =
  (
    members: Readonly<Record<string, string>>,
    name: string,
    valueOf: (fn: FunctionState, known: Known) => string | undefined,
  ): Alteration =>
  (call, known) => {
    const value = known.fn === undefined ? undefined : valueOf(known.fn, known)
    return value === undefined ? undefined : giving({ ...members, [name]: value })(call, known)
  }

const current = (fn: FunctionState): string | undefined => fn.policies.get('')?.revisionId
const stale = (fn: FunctionState): string | undefined =>
  fn.policies.get('')?.revisions.findLast((revisionId) => revisionId !== current(fn))
const madeUp = (_fn: FunctionState, { bindings }: Known): string => bindings.madeUpRevision
const first = (fn: FunctionState): string | undefined => versionOf(fn, 'first')

const third = { StatementId: 'third' }

/** Statements of other ids, on other policies, and with a RevisionId. */
export const permissionsAlterations = {
  'first-permission-with-functions-revision': givingWith(
    { StatementId: 'first' },
    'RevisionId',
    (fn) => fn.latest.revisionId,
  ),
  'second-permission': giving({ StatementId: 'second' }),
  'third-permission-with-current-revision': givingWith(third, 'RevisionId', current),
  'third-permission-with-made-up-revision': givingWith(third, 'RevisionId', madeUp),
  'third-permission-with-stale-revision': givingWith(third, 'RevisionId', stale),
  'permission-for-latest': giving({ ...third, Qualifier: '$LATEST' }),
  'permission-with-an-illegal-id': giving({ StatementId: 'no id' }),
  'permission-for-the-first-version': givingWith(
    { StatementId: 'of-the-version' },
    'Qualifier',
    first,
  ),
  'policy-of-the-first-version': givingWith({}, 'Qualifier', first),
  'removal-with-current-revision': givingWith({}, 'RevisionId', current),
  'removal-with-made-up-revision': givingWith({}, 'RevisionId', madeUp),
  'removal-with-stale-revision': givingWith({}, 'RevisionId', stale),
  'removal-of-a-statement-never-added': giving({ StatementId: 'never-added' }),
} as const satisfies Readonly<Record<string, Alteration>>
