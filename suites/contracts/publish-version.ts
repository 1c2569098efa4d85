import type { Contract } from '../contract.ts'

export const publishVersion: Contract = {
  area: 'publish-version',
  title: 'PublishVersion',
  clauses: {
    'its reply': [
      'publish-version/success-is-201',
      'publish-version/content-type',
      'publish-version/success-body',
      'publish-version/returns-a-numbered-version',
      'publish-version/arn-is-qualified',
      'publish-version/version-is-ready',
    ],
    'the version is a snapshot of $LATEST': [
      'publish-version/snapshots-code',
      'publish-version/snapshots-configuration',
    ],
    'the description': [
      'publish-version/description-overrides',
      'publish-version/description-leaves-latest',
      'publish-version/description-omitted-inherits',
      'publish-version/description-of-256-is-accepted',
      'publish-version/empty-description',
    ],
    'its refusals': [
      'publish-version/errors-are-documented',
      'publish-version/unknown-function-is-404',
      'publish-version/description-of-257-is-refused',
      'publish-version/update-in-progress-is-409',
    ],
  },
}
