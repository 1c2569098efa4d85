import type { Contract } from '../contract.ts'

export const concurrency: Contract = {
  area: 'concurrency',
  title: 'Several clients at the same moment',
  clauses: {
    'one RevisionId, one update': [
      'concurrency/one-code-update-by-one-revision-id',
      'concurrency/one-configuration-update-by-one-revision-id',
      'concurrency/one-update-of-either-kind-by-one-revision-id',
      'concurrency/one-alias-update-by-one-revision-id',
    ],
    'what is refused has done nothing': [
      'concurrency/refused-update-changes-nothing',
      'concurrency/refused-alias-update-changes-nothing',
      'concurrency/refused-publish-makes-no-version',
    ],
    'what is accepted is there': [
      'concurrency/accepted-update-is-not-lost',
      'concurrency/updates-are-not-mixed',
      'concurrency/deleted-function-stays-deleted',
    ],
    versions: [
      'concurrency/publishes-of-one-change-make-one-version',
      'concurrency/one-number-one-content',
      'concurrency/version-mixes-no-updates',
      'concurrency/versions-are-kept',
      'concurrency/deployment-publishes-its-own-code',
      'concurrency/guarded-publish-publishes-what-was-seen',
      'concurrency/checked-publish-publishes-that-code',
    ],
    'layer versions': [
      'concurrency/layer-numbers-are-distinct',
      'concurrency/layer-version-has-its-own-content',
      'concurrency/layer-versions-are-kept',
    ],
    'all of it together': ['concurrency/calls-have-an-order'],
    'where the sources are silent': [
      'concurrency/reads-beside-writes',
      'concurrency/publish-beside-publish',
      'concurrency/update-beside-update',
    ],
  },
}
