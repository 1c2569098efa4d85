import type { Contract } from '../contract.ts'

export const permissions: Contract = {
  area: 'permissions',
  title: 'Permissions',
  clauses: {
    'a statement is added': [
      'permissions/add-returns-the-statement',
      'permissions/policy-shows-the-statement',
      'permissions/policy-holds-all-statements',
    ],
    'a statement is removed': [
      'permissions/removed-statement-is-gone',
      'permissions/removal-leaves-the-others',
    ],
    'what is refused': [
      'permissions/duplicate-statement-id-is-409',
      'permissions/unknown-statement-removed-is-404',
      'permissions/no-policy-is-404',
      'permissions/qualifier-latest-is-400',
      'permissions/illegal-statement-id-is-400',
    ],
    'the RevisionId of a policy': [
      'permissions/policy-has-a-revision-id',
      'permissions/revision-id-stays-when-read',
      'permissions/another-statement-changes-revision-id',
    ],
    'a change with a RevisionId': [
      'permissions/add-with-current-is-accepted',
      'permissions/remove-with-current-is-accepted',
      'permissions/add-with-made-up-is-refused',
      'permissions/remove-with-made-up-is-refused',
      'permissions/add-with-stale-is-refused',
      'permissions/remove-with-stale-is-refused',
    ],
    'a refused change leaves the policy': [
      'permissions/refused-add-keeps-statements',
      'permissions/refused-remove-keeps-statements',
      'permissions/refused-add-keeps-revision-id',
      'permissions/refused-remove-keeps-revision-id',
    ],
    'policies and versions': ['permissions/version-has-its-own-policy', 'permissions/is-no-change'],
    'where the sources disagree': [
      'permissions/publish-and-the-policys-revision-id',
      'permissions/whose-revision-id',
      'permissions/add-and-latests-revision-id',
      'permissions/first-with-functions-revision-id',
    ],
  },
}
