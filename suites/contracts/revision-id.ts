import type { Contract } from '../contract.ts'

export const revisionId: Contract = {
  title: 'The precondition RevisionId',
  clauses: {
    'it fits': [
      'revision-id/publish-without-is-accepted',
      'revision-id/publish-with-current-is-accepted',
      'revision-id/update-code-without-is-accepted',
      'revision-id/update-code-with-current-is-accepted',
      'revision-id/update-configuration-without-is-accepted',
      'revision-id/update-configuration-with-current-is-accepted',
    ],
    'PublishVersion: it does not fit, 412': [
      'revision-id/publish-with-made-up-is-refused',
      'revision-id/publish-with-stale-is-refused',
      'revision-id/publish-with-other-functions-is-refused',
      'revision-id/publish-with-versions-is-refused',
      'revision-id/publish-with-aliases-is-refused',
    ],
    'UpdateFunctionCode: it does not fit, 412': [
      'revision-id/update-code-with-made-up-is-refused',
      'revision-id/update-code-with-stale-is-refused',
      'revision-id/update-code-with-other-functions-is-refused',
      'revision-id/update-code-with-versions-is-refused',
      'revision-id/update-code-with-aliases-is-refused',
    ],
    'UpdateFunctionConfiguration: it does not fit, 412': [
      'revision-id/update-configuration-with-made-up-is-refused',
      'revision-id/update-configuration-with-stale-is-refused',
      'revision-id/update-configuration-with-other-functions-is-refused',
      'revision-id/update-configuration-with-versions-is-refused',
      'revision-id/update-configuration-with-aliases-is-refused',
    ],
    'refused means nothing happened': [
      'revision-id/refused-publish-makes-no-version',
      'revision-id/refused-publish-uses-no-number',
      'revision-id/refused-publish-keeps-revision',
      'revision-id/refused-update-code-keeps-code',
      'revision-id/refused-update-code-keeps-revision',
      'revision-id/refused-update-code-makes-no-version',
      'revision-id/refused-update-configuration-keeps-configuration',
      'revision-id/refused-update-configuration-keeps-revision',
    ],
    'it changes with every update': [
      'revision-id/is-always-given',
      'revision-id/is-a-uuid',
      'revision-id/reply-is-current',
      'revision-id/changes-with-code',
      'revision-id/changes-with-same-code',
      'revision-id/changes-with-configuration',
      'revision-id/changes-with-same-configuration',
      'revision-id/is-not-given-twice',
    ],
    'it stays otherwise': [
      'revision-id/stays-when-read',
      'revision-id/stays-when-an-alias-is-made',
      'revision-id/stays-when-a-version-is-deleted',
    ],
    'versions and aliases have their own': [
      'revision-id/version-has-its-own',
      'revision-id/version-keeps-its-own',
      'revision-id/alias-has-its-own',
    ],
    'where the sources disagree': [
      'revision-id/publish-changes-latest',
      'revision-id/settling-changes-latest',
    ],
  },
}
