import type { Contract } from '../contract.ts'

export const preconditions: Contract = {
  area: 'preconditions',
  title: 'RevisionId and CodeSha256 together',
  clauses: {
    'both fit': [
      'preconditions/both-right-is-accepted',
      'preconditions/both-right-when-nothing-changed',
    ],
    'one or both do not fit': [
      'preconditions/wrong-hash-beside-current-revision-is-400',
      'preconditions/wrong-revision-beside-right-hash-is-412',
      'preconditions/both-wrong-is-refused',
      'preconditions/refused-publish-makes-no-version',
    ],
    'where the sources are silent': [
      'preconditions/which-error-comes-first',
      'preconditions/wrong-revision-when-nothing-changed',
    ],
  },
}
