import type { Contract } from '../contract.ts'

export const messages: Contract = {
  area: 'messages',
  title: 'What errors say',
  clauses: {
    'of functions': [
      'messages/function-not-found',
      'messages/function-exists',
      'messages/version-not-found',
      'messages/update-in-progress',
    ],
    'of packages': ['messages/no-source', 'messages/not-an-archive'],
    'of aliases': [
      'messages/alias-not-found-on-read',
      'messages/alias-not-found-on-update',
      'messages/alias-exists',
      'messages/alias-at-a-missing-version',
    ],
    'of deletions': [
      'messages/version-behind-an-alias',
      'messages/latest-is-not-deleted',
      'messages/alias-is-not-deleted-so',
    ],
    'of policies': [
      'messages/no-policy',
      'messages/no-policy-to-remove-from',
      'messages/statement-not-found',
      'messages/statement-exists',
      'messages/no-policy-for-latest',
    ],
    'of layers': ['messages/layer-version-not-found', 'messages/layer-version-below-1'],
  },
}
