import type { FunctionState } from '../../model/state.ts'
import { aliasName, versionOf } from '../choices.ts'
import { giving, givingKnown, leavingOut, type Alteration, type Known } from './alteration.ts'

/** Points the alias back at the first version, with another description: something to refuse, and to see undone. */
const back = (fn: FunctionState) => ({
  FunctionVersion: versionOf(fn, 'first'),
  Description: 'moved back',
})

const revisionsOf = (fn: FunctionState): readonly string[] =>
  fn.aliases.get(aliasName)?.revisions ?? []

const backWith = (
  revisionOf: (fn: FunctionState, known: Known) => string | undefined,
): Alteration => givingKnown((fn, known) => ({ ...back(fn), RevisionId: revisionOf(fn, known) }))

/** Aliases of other names, at other versions, and updates with a RevisionId. */
export const aliasesAlterations = {
  'alias-at-the-first-version': givingKnown((fn) => ({
    FunctionVersion: versionOf(fn, 'first'),
  })),
  'alias-at-a-version-never-made': givingKnown((fn) => ({
    FunctionVersion: String(fn.highest + 7),
  })),
  'alias-with-a-description': giving({ Description: 'with a description' }),
  'alias-without-a-version': leavingOut('FunctionVersion'),
  'alias-named-in-digits': giving({ Name: '2024' }),
  'alias-of-another-name': giving({ Name: 'other' }),
  'alias-at-latest': giving({ Name: 'newest', FunctionVersion: '$LATEST', Description: 'moves' }),
  'alias-moved-back-with-current-revision': backWith((fn) => fn.aliases.get(aliasName)?.revisionId),
  'alias-moved-back-with-made-up-revision': backWith(
    (_fn, { bindings }) => bindings.madeUpRevision,
  ),
  'alias-moved-back-with-stale-revision': backWith((fn) => revisionsOf(fn).at(-2)),
  'alias-moved-back-with-functions-revision': backWith((fn) => fn.revisions.at(-1)),
  'alias-moved-back-with-versions-revision': backWith(
    (fn) => fn.versions.get(Number(versionOf(fn, 'last')))?.revisionId,
  ),
  'alias-moved-back-with-other-aliases-revision': backWith(
    (fn) => [...fn.aliases.values()].find(({ name }) => name !== aliasName)?.revisionId,
  ),
  'alias-described-with-current-revision': givingKnown((fn, { bindings }) => ({
    Description: `by call ${bindings.ordinal}`,
    RevisionId: fn.aliases.get(aliasName)?.revisionId,
  })),
  'alias-described': givingKnown((_fn, { bindings }) => ({
    Description: `by call ${bindings.ordinal}`,
  })),
  'by-alias': giving({ Qualifier: aliasName }),
} as const satisfies Readonly<Record<string, Alteration>>
