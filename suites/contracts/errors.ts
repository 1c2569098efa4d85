import type { Contract } from '../contract.ts'

export const errors: Contract = {
  area: 'errors',
  title: 'Error replies',
  clauses: {
    'the name': [
      'errors/are-named',
      'errors/name-is-in-the-header',
      'errors/header-is-the-bare-name',
      'errors/names-agree',
      'errors/supporting-are-documented',
    ],
    'the body': [
      'errors/body',
      'errors/content-type',
      'errors/have-a-message',
      'errors/message-member',
      'errors/type-member',
      'errors/precondition-message',
    ],
    'every reply': ['errors/request-id'],
  },
}
