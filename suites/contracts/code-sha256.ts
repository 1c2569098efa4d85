import type { Contract } from '../contract.ts'

export const codeSha256: Contract = {
  area: 'code-sha256',
  title: 'The precondition CodeSha256',
  clauses: {
    'it fits': [
      'code-sha256/absent-is-accepted',
      'code-sha256/right-is-accepted',
      'code-sha256/right-is-accepted-when-nothing-changed',
    ],
    'it does not fit: 400': [
      'code-sha256/wrong-is-refused',
      'code-sha256/previous-is-refused',
      'code-sha256/last-published-is-refused',
      'code-sha256/other-case-is-refused',
      'code-sha256/hex-is-refused',
      'code-sha256/part-is-refused',
      'code-sha256/wrong-is-refused-when-nothing-changed',
      'code-sha256/message-names-both-hashes',
    ],
    'refused means nothing happened': [
      'code-sha256/refused-publish-makes-no-version',
      'code-sha256/refused-publish-uses-no-number',
      'code-sha256/refused-publish-keeps-revision',
    ],
    'where the sources are silent': ['code-sha256/empty'],
  },
}
