import type { Contract } from '../contract.ts'

export const supporting: Contract = {
  area: 'supporting',
  title: 'The operations around them',
  clauses: {
    'their replies': [
      'supporting/success-statuses',
      'supporting/create-function-body',
      'supporting/get-function-body',
      'supporting/get-function-configuration-body',
      'supporting/update-function-configuration-body',
      'supporting/list-versions-body',
      'supporting/create-alias-body',
      'supporting/get-alias-body',
      'supporting/update-alias-body',
      'supporting/add-permission-body',
      'supporting/get-policy-body',
      'supporting/get-layer-version-body',
      'supporting/list-layer-versions-body',
    ],
    'what they do': [
      'supporting/configuration-update-takes-effect',
      'supporting/configuration-update-keeps-code',
      'supporting/create-with-publish-makes-version',
      'supporting/create-without-publish-makes-no-version',
      'supporting/create-arn-is-unqualified',
      'supporting/created-version-has-its-own-revision',
      'supporting/second-creation-is-refused',
      'supporting/refused-creation-changes-nothing',
      'supporting/create-hash-is-of-the-package',
    ],
  },
}
