import type { FunctionState } from './function-state.ts'
import { notMade } from './function-state.ts'
import type { Reading } from './reading.ts'
import { loosened } from './revision.ts'

/** Numbers, RevisionIds and aliases of a function that is made again under the name may be those of this one (facts F112). */
const gone: FunctionState = { ...notMade, openAliases: true }

export const deleted = (
  state: FunctionState,
  { qualifier, isAccepted }: Reading,
): readonly FunctionState[] => {
  if (state.exists !== 'yes') return []
  switch (qualifier.kind) {
    case 'latest':
      // What is refused by right, and was not, has deleted something or nothing (facts F093).
      if (qualifier.isNamed) return [state, gone]
      return [isAccepted ? { ...state, exists: 'going' } : gone]
    case 'version': {
      // A version that was not there is deleted with success, too (facts F062).
      const versions = new Map(state.versions)
      versions.delete(qualifier.number)
      return [{ ...state, versions, touched: true, revision: loosened(state.revision) }]
    }
    case 'alias':
      return [state]
    default:
      return qualifier satisfies never
  }
}
